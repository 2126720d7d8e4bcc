#include "core/error.h"
#include "core/release_mark.h"
#include "store/issue.h"
#include "store/ledger.h"
#include "store/sqlite_decisions.h"
#include "store/sqlite_items.h"
#include "store/sqlite_marks.h"
#include "store/text_list.h"

#include <fmt/format.h>

#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace collector {

namespace {

// Holds for a row of item_pages that no other item of the same feed shares: some feeds give all
// their entries one link, which then tells nothing.
constexpr const char* kOwnPage =
    "NOT EXISTS (SELECT 1 FROM item_pages AS other WHERE other.page = item_pages.page"
    "  AND other.feed = item_pages.feed AND other.item <> item_pages.item)";

std::int64_t write_entry(Connection& connection, std::int64_t issue,
                         const PrintedEntry& entry) {
  const std::string items = join_lines(entry.item_ids);
  const std::string versions = join_lines(entry.versions);
  const std::string urls = join_lines(entry.urls);
  connection
      .statement(
          "INSERT INTO printed_entries (issue, section, title, project, items, versions,"
          "  urls) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .bind(issue, entry.section, entry.title, entry.project, items, versions, urls)
      .run();
  return connection.last_row();
}

/// The rows of the first column, read to the end before anything is written.
std::vector<std::int64_t> numbers(Statement& rows) {
  std::vector<std::int64_t> found;
  while (rows.step())
    rows.read(found.emplace_back());
  return found;
}

template <typename T>
void append(std::vector<T>& all, const std::vector<T>& more) {
  all.insert(all.end(), more.begin(), more.end());
}

/// Other items that are this news by their page; steps of one extension share theirs.
std::vector<std::int64_t> find_copies(Connection& connection, const PrintedEntry& entry) {
  std::vector<std::int64_t> copies;
  const std::string by_page = fmt::format(
      "SELECT item FROM item_pages JOIN items ON items.number = item "
      "WHERE page = ? AND kind <> 'specification' AND {}",
      kOwnPage);
  for (const std::string& page : entry.pages) {
    Statement rows = connection.statement(by_page);
    rows.bind(page);
    append(copies, numbers(rows));
  }
  return copies;
}

/// By the names of projects, the versions that an issue prints, both as marks have them.
using PrintedVersions = std::unordered_map<std::string, std::unordered_set<std::string>>;

PrintedVersions versions_of(const Issue& issue) {
  PrintedVersions printed;
  for (const PrintedEntry& entry : issue.entries)
    for (const std::string& version : entry.versions)
      printed[mark_name(entry.project)].insert(mark_version(version));
  return printed;
}

/// Names of projects as items have them, for blogs write one as people do and repositories as
/// an address.
std::vector<std::string> spellings_of(Connection& connection, const PrintedVersions& printed) {
  std::vector<std::string> spellings;
  Statement rows =
      connection.statement("SELECT DISTINCT project FROM items WHERE version <> ''");
  while (rows.step()) {
    std::string project;
    rows.read(project);
    if (printed.contains(mark_name(project))) spellings.push_back(std::move(project));
  }
  return spellings;
}

/// Items that nobody has printed and that tell of one of the versions, or, as they tell of
/// several, perhaps do.
std::vector<std::int64_t> find_releases(Connection& connection,
                                        const PrintedVersions& printed) {
  std::vector<std::int64_t> releases;
  for (const std::string& project : spellings_of(connection, printed)) {
    const auto& versions = printed.at(mark_name(project));
    Statement rows = connection.statement(
        "SELECT number, version, ifnull(further_versions, '') <> '' FROM items"
        "  WHERE project = ? AND version <> '' AND printed_in = ''"
        "  AND kind <> 'specification'");
    rows.bind(project);
    while (rows.step()) {
      std::int64_t item = 0;
      std::string version;
      bool several = false;
      rows.read(item, version, several);
      if (several || versions.contains(mark_version(version))) releases.push_back(item);
    }
  }
  return releases;
}

/// An item that an entry names.
struct Named {
  std::int64_t item = 0;
  std::int64_t entry = 0;
};

/// Late copies of an item are known by every page it has had. Pages are not found by their
/// item: those of all items are marked in one pass over the table.
void mark_pages(Connection& connection, const std::vector<Named>& all) {
  if (all.empty()) return;
  connection.execute(
      "CREATE TEMP TABLE IF NOT EXISTS named (item INTEGER, entry INTEGER,"
      "  PRIMARY KEY (item, entry)) WITHOUT ROWID; DELETE FROM temp.named");
  for (const Named& one : all) {
    connection.statement("INSERT INTO temp.named VALUES (?, ?) ON CONFLICT DO NOTHING")
        .bind(one.item, one.entry)
        .run();
  }
  connection.execute(
      fmt::format("INSERT INTO printed_marks (mark, entry) SELECT page, entry FROM item_pages"
                  "  CROSS JOIN temp.named ON named.item = item_pages.item"
                  "  JOIN items ON items.number = item_pages.item "
                  "WHERE kind <> 'specification' AND {} ON CONFLICT DO NOTHING",
                  kOwnPage));
}

void set_printed_in(Connection& connection, std::int64_t item, const std::string& month) {
  connection.statement("UPDATE items SET printed_in = ? WHERE number = ?")
      .bind(month, item)
      .run();
  refresh_standing(connection, item);
}

/// For what only the ledger as a whole can tell: versions of one post may stand in two issues.
void set_if_printed(Connection& connection, std::int64_t item) {
  const std::string month = find_printed(connection, item);
  if (!month.empty()) set_printed_in(connection, item, month);
}

/// What an earlier issue has printed stays its own.
void mark_item(Connection& connection, std::int64_t entry, std::int64_t item,
               const std::string& month) {
  std::string id, printed_in;
  {
    Statement row = connection.statement("SELECT id, printed_in FROM items WHERE number = ?");
    row.bind(item);
    if (row.step()) row.read(id, printed_in);
  }
  write_mark(connection, entry, item_mark(id));
  if (printed_in.empty()) set_printed_in(connection, item, month);
}

/// Returns the items that the entry names, whose pages are still to be marked.
std::vector<Named> write_printed(Connection& connection, std::int64_t issue,
                                 const PrintedEntry& printed, const std::string& month) {
  const std::int64_t entry = write_entry(connection, issue, printed);
  for (const std::string& page : printed.pages)
    write_mark(connection, entry, page);
  std::vector<std::int64_t> items;
  for (const std::string& id : printed.item_ids)
    items.push_back(find_item(connection, id));
  write_release_marks(connection, entry, printed, items);
  for (const std::int64_t item : items)
    mark_item(connection, entry, item, month);
  for (const std::int64_t copy : find_copies(connection, printed))
    mark_item(connection, entry, copy, month);
  std::vector<Named> named;
  for (const std::int64_t item : items)
    named.push_back({item, entry});
  return named;
}

std::int64_t find_closed(Connection& connection, const std::string& month) {
  return connection.value<std::int64_t>(
      "SELECT number FROM issues WHERE month = ? AND reopened_at IS NULL", month);
}

/// The pages of every printed entry, by its row; at once, for marks are found by what they say
/// and not by their entry.
using Pages = std::unordered_map<std::int64_t, std::vector<std::string>>;

Pages read_pages(Connection& connection) {
  Pages pages;
  Statement rows = connection.statement(
      "SELECT entry, mark FROM printed_marks WHERE mark LIKE 'http%://%' ORDER BY mark");
  while (rows.step()) {
    std::int64_t entry = 0;
    std::string page;
    rows.read(entry, page);
    pages[entry].push_back(std::move(page));
  }
  return pages;
}

std::vector<PrintedEntry> read_entries(Connection& connection, std::int64_t issue,
                                       Pages& pages) {
  std::vector<PrintedEntry> entries;
  Statement rows = connection.statement(
      "SELECT number, section, title, project, items, versions, urls "
      "FROM printed_entries WHERE issue = ? ORDER BY number");
  rows.bind(issue);
  while (rows.step()) {
    PrintedEntry& entry = entries.emplace_back();
    std::int64_t number = 0;
    std::string items, versions, urls;
    rows.read(number, entry.section, entry.title, entry.project, items, versions, urls);
    entry.item_ids = split_lines(items);
    entry.versions = split_lines(versions);
    entry.urls = split_lines(urls);
    entry.pages = std::move(pages[number]);
  }
  return entries;
}

}  // namespace

void Ledger::close(const Issue& issue) {
  Transaction transaction(connection_);
  if (find_closed(connection_, issue.month) != 0) {
    throw Error(fmt::format("the issue {} is closed already; 'collector issue reopen {}' first",
                            issue.month, issue.month));
  }
  connection_
      .statement(
          "INSERT INTO issues (month, from_at, until_at, closed_at, markdown, json) "
          "VALUES (?, ?, ?, ?, ?, ?)")
      .bind(issue.month, issue.window.from, issue.window.until, issue.closed, issue.markdown,
            issue.json)
      .run();
  const std::int64_t number = connection_.last_row();
  std::vector<Named> named;
  for (const PrintedEntry& entry : issue.entries)
    append(named, write_printed(connection_, number, entry, issue.month));
  for (const std::int64_t release : find_releases(connection_, versions_of(issue)))
    set_if_printed(connection_, release);
  mark_pages(connection_, named);
  transaction.commit();
}

void Ledger::reopen(const std::string& month, UtcTime when) {
  Transaction transaction(connection_);
  const std::int64_t issue = find_closed(connection_, month);
  if (issue == 0) {
    throw Error(fmt::format("no issue {} is closed; 'collector issue list' shows them", month));
  }
  connection_.statement("UPDATE issues SET reopened_at = ? WHERE number = ?")
      .bind(when, issue)
      .run();
  Statement rows = connection_.statement(
      "SELECT number FROM items"
      "  WHERE printed_in = ? OR (printed_in <> '' AND further_versions <> '')");
  rows.bind(month);
  for (const std::int64_t item : numbers(rows))
    set_printed_in(connection_, item, find_printed(connection_, item));
  transaction.commit();
}

std::vector<Issue> Ledger::issues() {
  std::vector<Issue> issues;
  Pages pages = read_pages(connection_);
  Statement rows = connection_.statement(
      "SELECT number, month, from_at, until_at, closed_at, reopened_at, markdown, json "
      "FROM issues ORDER BY number");
  while (rows.step()) {
    Issue& issue = issues.emplace_back();
    std::int64_t number = 0;
    rows.read(number, issue.month, issue.window.from, issue.window.until, issue.closed,
              issue.reopened, issue.markdown, issue.json);
    issue.entries = read_entries(connection_, number, pages);
  }
  return issues;
}

}  // namespace collector
