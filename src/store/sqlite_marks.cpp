#include "store/sqlite_marks.h"

#include "core/lists.h"
#include "core/names.h"
#include "core/version.h"
#include "store/text_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace collector {

namespace {

/// Stands for the owner where somebody is, whoever it is.
constexpr const char* kSomebody = "*";

/// The versions that an item tells of, and who does.
struct ReleaseNews {
  std::string project;
  std::vector<std::string> versions;
  std::string owner;  // empty: nobody can be taken for another
};

/// The same for all spellings of one release. Databases keep it: who changes what fold_name()
/// or version_key() make of a text must respell it there.
std::string release_mark(std::string_view project, std::string_view version) {
  const std::string name = fold_name(project);
  const std::string key = version_key(version);
  return name.empty() || key.empty() ? std::string() : fmt::format("{} {}", name, key);
}

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

/// The same for one version; strangers' repositories may have one name.
std::int64_t issue_with(Connection& connection, const ReleaseNews& releases,
                        const std::string& version) {
  const std::string release = release_mark(releases.project, version);
  if (release.empty()) return 0;
  const std::string owner = releases.owner.empty() ? kSomebody : releases.owner;
  return connection.value<std::int64_t>(std::string(kIssueWith) + "IN (?, ?)", release,
                                        owner_mark(release, owner));
}

/// The issue with which all of the versions were printed; 0: one was not yet.
std::int64_t issue_with_all(Connection& connection, const ReleaseNews& releases) {
  std::int64_t last = 0;
  for (const std::string& version : releases.versions) {
    const std::int64_t issue = issue_with(connection, releases, version);
    if (issue == 0) return 0;
    last = std::max(last, issue);
  }
  return last;
}

std::string month_of(Connection& connection, std::int64_t issue) {
  return connection.value<std::string>("SELECT month FROM issues WHERE number = ?", issue);
}

std::vector<std::string> all_versions(const std::string& first,
                                      std::vector<std::string> further) {
  further.insert(further.begin(), first);
  return further;
}

/// Whose repositories those of `named` lie in that are releases of `project`, each once.
std::vector<std::string> owners_of(Connection& connection,
                                   const std::vector<std::int64_t>& named,
                                   const std::string& project) {
  std::vector<std::string> owners;
  for (const std::int64_t item : named) {
    Statement row = connection.statement(
        "SELECT project, owner FROM items WHERE number = ? AND owner <> ''");
    row.bind(item);
    std::string its_project, owner;
    if (!row.step()) continue;
    row.read(its_project, owner);
    if (fold_name(its_project) == fold_name(project)) add_once(owners, std::move(owner));
  }
  return owners;
}

/// A release's mark of an older database as release_mark() spells it now; empty for others.
std::string respelled(std::string_view mark) {
  const std::size_t last = mark.rfind(' ');
  if (last == std::string_view::npos) return {};
  if (mark.substr(last).starts_with(" @")) {
    const std::string release = respelled(mark.substr(0, last));
    return release.empty() ? release : release + std::string(mark.substr(last));
  }
  return release_mark(mark.substr(0, last), mark.substr(last + 1));
}

}  // namespace

bool has_printed(Connection& connection) {
  return connection.value<bool>("SELECT EXISTS (SELECT 1 FROM printed_marks)");
}

std::string find_printed(Connection& connection, const NewItem& added) {
  const Item& item = added.item;
  if (item.kind == ItemKind::Specification) return {};
  const bool shared = connection.value<bool>(
      "SELECT EXISTS (SELECT 1 FROM item_pages WHERE page = ? AND feed = ?)",
      item.canonical_url, added.feed);
  const std::int64_t by_page = shared ? 0 : issue_with(connection, item.canonical_url);
  const ReleaseNews releases{item.project, all_versions(item.version, item.further_versions),
                             item.owner};
  return month_of(connection, earlier(by_page, issue_with_all(connection, releases)));
}

std::string find_printed(Connection& connection, std::int64_t item) {
  ReleaseNews releases;
  std::string id, page, version, further;
  bool specification = false;
  {
    Statement row = connection.statement(
        "SELECT id, canonical_url, project, version, further_versions, owner,"
        "  kind = 'specification' FROM items WHERE number = ?");
    row.bind(item);
    if (!row.step()) return {};
    row.read(id, page, releases.project, version, further, releases.owner, specification);
  }
  const std::int64_t named = issue_with(connection, item_mark(id));
  if (specification) return month_of(connection, named);
  releases.versions = all_versions(version, split_lines(further));
  const std::int64_t alike =
      earlier(issue_with(connection, page), issue_with_all(connection, releases));
  return month_of(connection, earlier(named, alike));
}

void leave_out_printed(Connection& connection, Item& item) {
  const ReleaseNews releases{item.project, {}, item.owner};
  std::vector<std::string> news = all_versions(item.version, item.further_versions);
  std::erase_if(news, [&](const std::string& version) {
    return issue_with(connection, releases, version) != 0;
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
  const std::vector<std::string> owners = owners_of(connection, named, printed.project);
  for (const std::string& version : printed.versions) {
    const std::string release = release_mark(printed.project, version);
    if (release.empty()) continue;
    write_mark(connection, entry, owners.empty() ? release : owner_mark(release, kSomebody));
    for (const std::string& owner : owners)
      write_mark(connection, entry, owner_mark(release, owner));
  }
}

void respell_release_marks(Connection& connection) {
  std::vector<std::pair<std::string, std::int64_t>> marks;
  {
    Statement rows = connection.statement(
        "SELECT mark, entry FROM printed_marks"
        "  WHERE mark LIKE '% %' AND mark NOT LIKE '#%' AND mark NOT LIKE 'http%://%'");
    std::string mark;
    std::int64_t entry = 0;
    while (rows.step()) {
      rows.read(mark, entry);
      marks.emplace_back(mark, entry);
    }
  }
  for (const auto& [mark, entry] : marks) {
    const std::string release = respelled(mark);
    if (release.empty() || release == mark) continue;
    connection.statement("DELETE FROM printed_marks WHERE mark = ? AND entry = ?")
        .bind(mark, entry)
        .run();
    write_mark(connection, entry, release);
  }
}

}  // namespace collector
