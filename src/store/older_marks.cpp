#include "store/older_marks.h"

#include "core/release_mark.h"
#include "core/utf8.h"
#include "store/sqlite_marks.h"
#include "store/text_list.h"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace collector {

namespace {

/// By the rows of printed entries: the marks of their releases, and perhaps others.
using Marks = std::unordered_map<std::int64_t, std::vector<std::string>>;

Marks read_marks(Connection& connection) {
  Marks marks;
  Statement rows = connection.statement(
      "SELECT entry, mark FROM printed_marks"
      "  WHERE mark LIKE '% %' AND mark NOT LIKE '#%' AND mark NOT LIKE 'http%://%'");
  while (rows.step()) {
    std::int64_t entry = 0;
    std::string mark;
    rows.read(entry, mark);
    marks[entry].push_back(std::move(mark));
  }
  return marks;
}

struct EntryRow {
  std::int64_t number = 0;
  PrintedEntry printed;
};

std::vector<EntryRow> read_entries(Connection& connection) {
  std::vector<EntryRow> entries;
  Statement rows = connection.statement(
      "SELECT number, project, versions, items FROM printed_entries WHERE versions <> ''");
  while (rows.step()) {
    EntryRow& entry = entries.emplace_back();
    std::string versions, items;
    rows.read(entry.number, entry.printed.project, versions, items);
    entry.printed.versions = split_lines(versions);
    entry.printed.item_ids = split_lines(items);
  }
  return entries;
}

bool is_release_of(const std::string& project, const std::string& mark) {
  return lower_utf8(mark).starts_with(lower_utf8(project) + ' ');
}

/// "Heron IM 2.4.0" and "Heron IM 2.4.0 @ann" as marks are now; empty for what is none.
std::string respelled(std::string_view mark) {
  const std::size_t last = mark.rfind(' ');
  if (last == std::string_view::npos) return {};
  if (mark.substr(last).starts_with(" @")) {
    const std::string release = respelled(mark.substr(0, last));
    return release.empty() ? release : release + std::string(mark.substr(last));
  }
  return release_mark(mark.substr(0, last), mark.substr(last + 1), ItemKind::Release);
}

/// The entry's items that are there.
std::vector<std::int64_t> items_of(Connection& connection, const PrintedEntry& printed) {
  std::vector<std::int64_t> items;
  for (const std::string& id : printed.item_ids) {
    const auto item =
        connection.value<std::int64_t>("SELECT number FROM items WHERE id = ?", id);
    if (item != 0) items.push_back(item);
  }
  return items;
}

/// True when one of the items tells what the text of marks does not: whose a release is, or
/// that it is none yet.
bool tell_more(Connection& connection, const std::vector<std::int64_t>& items) {
  for (const std::int64_t item : items) {
    if (connection.value<bool>(
            "SELECT owner <> '' OR kind = 'prerelease' FROM items WHERE number = ?", item))
      return true;
  }
  return false;
}

void remove_mark(Connection& connection, std::int64_t entry, const std::string& mark) {
  connection.statement("DELETE FROM printed_marks WHERE mark = ? AND entry = ?")
      .bind(mark, entry)
      .run();
}

}  // namespace

void respell_release_marks(Connection& connection) {
  Marks marks = read_marks(connection);
  for (const EntryRow& entry : read_entries(connection)) {
    const std::vector<std::int64_t> items = items_of(connection, entry.printed);
    const bool anew = tell_more(connection, items);
    for (const std::string& mark : marks[entry.number]) {
      const std::string release = respelled(mark);
      if (release.empty() || !is_release_of(entry.printed.project, mark)) continue;
      remove_mark(connection, entry.number, mark);
      if (!anew) write_mark(connection, entry.number, release);
    }
    if (anew) write_release_marks(connection, entry.number, entry.printed, items);
  }
}

}  // namespace collector
