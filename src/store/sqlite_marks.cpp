#include "store/sqlite_marks.h"

#include "core/lists.h"
#include "core/names.h"
#include "core/release_mark.h"
#include "store/text_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace collector {

namespace {

/// Stands for the owner where somebody is, whoever it is.
constexpr const char* kSomebody = "*";

std::string owner_mark(const std::string& release, const std::string& owner) {
  return fmt::format("{} @{}", release, owner);
}

/// The row of the first closed issue with a mark that fits; read as 0 where there is none.
constexpr const char* kIssueWith =
    "SELECT min(issues.number) FROM printed_marks"
    "  JOIN printed_entries ON printed_entries.number = entry"
    "  JOIN issues ON issues.number = issue WHERE reopened_at IS NULL AND mark ";

std::int64_t issue_with(Connection& connection, const std::string& mark) {
  if (mark.empty()) return 0;
  return connection.value<std::int64_t>(std::string(kIssueWith) + "= ?", mark);
}

std::int64_t earlier(std::int64_t a, std::int64_t b) {
  return a == 0 || b == 0 ? std::max(a, b) : std::min(a, b);
}

/// The same for one of the versions that `item` tells of; strangers' repositories may have one
/// name.
std::int64_t issue_with(Connection& connection, const Item& item, const std::string& version) {
  const std::string release = release_mark(item.project, version, item.kind);
  if (release.empty()) return 0;
  const std::string owner = item.owner.empty() ? kSomebody : item.owner;
  return connection.value<std::int64_t>(std::string(kIssueWith) + "IN (?, ?)", release,
                                        owner_mark(release, owner));
}

std::vector<std::string> all_versions(const Item& item) {
  std::vector<std::string> versions = item.further_versions;
  versions.insert(versions.begin(), item.version);
  return versions;
}

/// The issue with which all versions of `item` were printed; 0: one was not yet.
std::int64_t issue_with_all(Connection& connection, const Item& item) {
  std::int64_t last = 0;
  for (const std::string& version : all_versions(item)) {
    const std::int64_t issue = issue_with(connection, item, version);
    if (issue == 0) return 0;
    last = std::max(last, issue);
  }
  return last;
}

std::string month_of(Connection& connection, std::int64_t issue) {
  return connection.value<std::string>("SELECT month FROM issues WHERE number = ?", issue);
}

/// What a row of the items says of a release, and by what else it is known.
struct ReleaseRow {
  Item item;
  std::string id;
  std::int64_t feed = 0;
};

std::optional<ReleaseRow> read_release(Connection& connection, std::int64_t item) {
  Statement row = connection.statement(
      "SELECT id, feed, canonical_url, project, version, further_versions, owner, kind"
      "  FROM items WHERE number = ?");
  row.bind(item);
  if (!row.step()) return std::nullopt;
  ReleaseRow read;
  std::string further, kind;
  row.read(read.id, read.feed, read.item.canonical_url, read.item.project, read.item.version,
           further, read.item.owner, kind);
  read.item.further_versions = split_lines(further);
  read.item.kind = parse_item_kind(kind).value_or(ItemKind::Article);
  return read;
}

/// Those of `named` that tell of `project`, be its name another one for the ledger: whose
/// release it is shall rather be known than not.
std::vector<Item> sources_of(Connection& connection, const std::vector<std::int64_t>& named,
                             const std::string& project) {
  std::vector<Item> sources;
  for (const std::int64_t number : named) {
    std::optional<ReleaseRow> row = read_release(connection, number);
    if (row && fold_name(row->item.project) == fold_name(project))
      sources.push_back(std::move(row->item));
  }
  return sources;
}

/// Whether `version` was ready when it was printed, or hid that it was not; both, where some
/// sources tell of the one and some of the other.
std::set<ItemKind> kinds_of(const std::vector<Item>& sources, const std::string& version) {
  const auto same = [&](const std::string& told) {
    return mark_version(told) == mark_version(version);
  };
  std::set<ItemKind> kinds;
  for (const Item& source : sources) {
    if (std::ranges::none_of(all_versions(source), same)) continue;
    const bool hides = hides_prerelease(source.kind, version);
    kinds.insert(hides ? ItemKind::Prerelease : ItemKind::Release);
  }
  if (kinds.empty()) kinds.insert(ItemKind::Release);
  return kinds;
}

/// The issue that has the news of an item by its page or by its releases. A page that another
/// item of its feed has, or had, tells nothing.
std::int64_t issue_with_alike(Connection& connection, const Item& item, const ItemRow& row) {
  const bool shared = connection.value<bool>(
      "SELECT EXISTS (SELECT 1 FROM item_pages WHERE page = ? AND feed = ? AND item <> ?)",
      item.canonical_url, row.feed, row.number);
  const std::int64_t by_page = shared ? 0 : issue_with(connection, item.canonical_url);
  return earlier(by_page, issue_with_all(connection, item));
}

}  // namespace

bool has_printed(Connection& connection) {
  return connection.value<bool>("SELECT EXISTS (SELECT 1 FROM printed_marks)");
}

std::string find_printed(Connection& connection, const NewItem& added) {
  const Item& item = added.item;
  if (item.kind == ItemKind::Specification) return {};
  return month_of(connection, issue_with_alike(connection, item, {added.feed, 0}));
}

std::string find_printed(Connection& connection, std::int64_t item) {
  const std::optional<ReleaseRow> row = read_release(connection, item);
  if (!row) return {};
  const std::int64_t named = issue_with(connection, item_mark(row->id));
  if (row->item.kind == ItemKind::Specification) return month_of(connection, named);
  return month_of(connection,
                  earlier(named, issue_with_alike(connection, row->item, {row->feed, item})));
}

void leave_out_printed(Connection& connection, Item& item) {
  std::vector<std::string> news = all_versions(item);
  std::erase_if(news, [&](const std::string& version) {
    return issue_with(connection, item, version) != 0;
  });
  if (news.empty()) return;
  item.version = news.front();
  item.further_versions.assign(news.begin() + 1, news.end());
}

void write_mark(Connection& connection, std::int64_t entry, const std::string& mark) {
  if (mark.empty()) return;
  connection
      .statement("INSERT INTO printed_marks (mark, entry) VALUES (?, ?) ON CONFLICT DO NOTHING")
      .bind(mark, entry)
      .run();
}

std::string item_mark(const std::string& id) {
  return "#" + id;
}

void write_release_marks(Connection& connection, std::int64_t entry,
                         const PrintedEntry& printed, const std::vector<std::int64_t>& named) {
  const std::vector<Item> sources = sources_of(connection, named, printed.project);
  std::vector<std::string> owners;
  for (const Item& source : sources)
    if (!source.owner.empty()) add_once(owners, source.owner);
  for (const std::string& version : printed.versions) {
    for (const ItemKind kind : kinds_of(sources, version)) {
      const std::string release = release_mark(printed.project, version, kind);
      if (release.empty()) continue;
      write_mark(connection, entry, owners.empty() ? release : owner_mark(release, kSomebody));
      for (const std::string& owner : owners)
        write_mark(connection, entry, owner_mark(release, owner));
    }
  }
}

}  // namespace collector
