#include "store/sqlite_items.h"

#include "core/error.h"
#include "core/item.h"
#include "core/utf8.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/sqlite_marks.h"
#include "store/text_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace collector {

namespace {

// What read_row() reads, in its order. The column vendor has Item::group.
constexpr const char* kSelect =
    "SELECT items.id, feeds.name, items.key, items.guid, items.url, items.canonical_url,"
    "  items.links, items.title, items.author, items.author_url, items.language,"
    "  items.summary, items.categories, items.from_aggregate, items.published_at,"
    "  items.updated_at, items.date_at, items.date_source, items.doubtful,"
    "  items.first_seen_at, items.withdrawn_at, items.kind, items.headline, items.project,"
    "  items.version, items.vendor, items.section, items.noise, items.confidence,"
    "  items.reasons, items.state, items.moved_to, items.edited_title, items.edited_text,"
    "  items.printed_in, items.days, items.further_versions,"
    "  items.further_versions IS NOT NULL, items.owner "
    "FROM items ";

constexpr const char* kJoin = "JOIN feeds ON feeds.number = items.feed ";

StoredItem read_row(Connection& connection, Statement& row) {
  StoredItem stored;
  Item& item = stored.item;
  std::string links, categories, reasons, date_source, kind, state, moved_to, days, further;
  std::optional<UtcTime> withdrawn;
  row.read(stored.id, item.feed, item.key, item.guid, item.url, item.canonical_url, links,
           item.title, item.author, item.author_url, item.language, item.summary, categories,
           item.from_aggregate, item.published, item.updated, item.date, date_source,
           stored.doubtful, stored.first_seen, withdrawn, kind, item.headline, item.project,
           item.version, item.group, item.section, item.noise, item.confidence, reasons, state,
           moved_to, stored.edited_title, stored.edited_text, stored.printed_in, days, further,
           item.versions_known, item.owner);
  item.links = split_lines(links);
  item.categories = split_lines(categories);
  item.days = split_days(days);
  item.further_versions = split_lines(further);
  item.reasons = split_lines(reasons);
  item.date_source = parse_date_source(date_source).value_or(DateSource::FirstSeen);
  item.kind = parse_item_kind(kind).value_or(ItemKind::Article);
  stored.state = parse_state(state).value_or(State::Undecided);
  stored.withdrawn = withdrawn.has_value();
  stored.moved = !moved_to.empty();
  if (stored.moved) item.section = moved_to;
  if (!item.further_versions.empty() && stored.printed_in.empty())
    leave_out_printed(connection, item);
  return stored;
}

bool parts_words(char c) {
  return static_cast<unsigned char>(c) <= ' ' || c == '"';
}

/// Thai and Lao, Burmese, Khmer; Chinese, Japanese and Korean, whatever the width.
constexpr std::array kUnparted{CharacterRange{0xE00, 0xEFF}, CharacterRange{0x1000, 0x109F},
                               CharacterRange{0x1780, 0x17FF}, CharacterRange{0x2E80, 0xD7A3},
                               CharacterRange{0xFF66, 0xFFDC}};

/// The character at `at`; 0 for none.
char32_t character(const std::string& text, std::size_t at) {
  const std::size_t length = utf8_length(text, at);
  return length == 0 ? 0 : code_point(std::string_view(text).substr(at, length));
}

std::vector<std::string> words_of(std::string text) {
  std::replace_if(text.begin(), text.end(), parts_words, '\n');
  for (std::size_t at = 0; at < text.size(); at = next_character(text, at))
    if (is_wide_sign(character(text, at))) text.replace(at, utf8_length(text, at), "\n");
  return split_lines(text);
}

/// True for a word of a script that writes no blanks: of such texts the index knows no words.
bool is_unparted(const std::string& word) {
  for (std::size_t at = 0; at < word.size(); at = next_character(word, at))
    if (is_in(kUnparted, character(word, at))) return true;
  return false;
}

/// What a query asks for: words that the index knows, and pieces of text.
struct Wanted {
  std::string expression;           // of FTS5; empty: no such words
  std::vector<std::string> pieces;  // of titles or short texts
};

/// Each word must stand at the beginning of one. Quoted, so that nothing in them is taken for
/// an operator.
Wanted wanted_of(const std::string& text) {
  Wanted wanted;
  for (std::string& word : words_of(text)) {
    if (is_unparted(word))
      wanted.pieces.push_back(std::move(word));
    else if (!word.empty())
      wanted.expression += fmt::format("\"{}\"* ", word);
  }
  const bool nothing = wanted.expression.empty() && wanted.pieces.empty();
  if (!text.empty() && nothing) wanted.expression = "\"\"";  // no word: found nowhere
  return wanted;
}

std::string select_of(const ItemQuery& query, const Wanted& wanted) {
  // Of its own accord SQLite would follow the dates of all there is, to save sorting a few
  // events.
  const char* index = query.dated ? "INDEXED BY items_with_days " : "";
  std::string sql = fmt::format("{}{}{} WHERE true", kSelect, index, kJoin);
  if (query.window) sql += " AND items.date_at >= ? AND items.date_at < ?";
  if (!query.section.empty())
    sql += " AND iif(items.moved_to = '', items.section, items.moved_to) = ?";
  if (query.state) sql += " AND items.state = ?";
  if (query.dated) sql += " AND items.days <> ''";
  if (!query.feed.empty()) sql += " AND feeds.name = ?";
  if (!wanted.expression.empty())
    sql += " AND items.number IN (SELECT rowid FROM item_words WHERE item_words MATCH ?)";
  // The index knows the case of letters beyond ASCII, too, but beginnings of words alone.
  for (std::size_t piece = 0; piece < wanted.pieces.size(); ++piece)
    sql +=
        " AND (instr(lower(items.title || char(10) || items.summary), lower(?)) > 0"
        "  OR items.number IN (SELECT rowid FROM item_words"
        "    WHERE item_words MATCH '\"' || ? || '\"*'))";
  return sql + " ORDER BY items.date_at, items.id";
}

}  // namespace

void Items::each(const ItemQuery& query, const std::function<void(StoredItem&&)>& take) {
  const Wanted wanted = wanted_of(query.text);
  Statement rows = connection_.statement(select_of(query, wanted));
  if (query.window) rows.bind(query.window->from, query.window->until);
  if (!query.section.empty()) rows.bind(query.section);
  const std::string state = query.state ? to_string(*query.state) : "";
  if (query.state) rows.bind(state);
  if (!query.feed.empty()) rows.bind(query.feed);
  if (!wanted.expression.empty()) rows.bind(wanted.expression);
  for (const std::string& piece : wanted.pieces)
    rows.bind(piece, piece);
  while (rows.step())
    take(read_row(connection_, rows));
}

std::vector<StoredItem> Items::find(const ItemQuery& query) {
  std::vector<StoredItem> items;
  each(query, [&items](StoredItem&& item) { items.push_back(std::move(item)); });
  return items;
}

StoredItem Items::item(const std::string& id) {
  const std::int64_t number = find_item(connection_, id);
  Statement row =
      connection_.statement(fmt::format("{}{} WHERE items.number = ?", kSelect, kJoin));
  row.bind(number);
  row.step();
  StoredItem stored = read_row(connection_, row);
  stored.item.content =
      connection_.value<std::string>("SELECT html FROM item_contents WHERE item = ?", number);
  return stored;
}

ItemHistory Items::history(const std::string& id) {
  const std::int64_t number = find_item(connection_, id);
  ItemHistory history;
  Statement versions = connection_.statement(
      "SELECT title, url, summary, updated_at, replaced_at FROM item_versions "
      "WHERE item = ? ORDER BY number");
  versions.bind(number);
  while (versions.step()) {
    ItemVersion& version = history.versions.emplace_back();
    versions.read(version.title, version.url, version.summary, version.updated,
                  version.replaced);
  }
  Statement keys = connection_.statement(
      "SELECT key FROM item_keys WHERE feed = (SELECT feed FROM items WHERE number = ?1)"
      "  AND item = ?1 ORDER BY key");
  keys.bind(number);
  while (keys.step())
    keys.read(history.keys.emplace_back());
  return history;
}

std::int64_t find_item(Connection& connection, const std::string& id) {
  Statement rows = connection.statement(
      "SELECT number, id FROM items WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id LIMIT 2");
  rows.bind(id);
  std::int64_t number = 0;
  std::string first, second;
  if (!id.empty() && rows.step()) rows.read(number, first);
  if (number == 0) {
    throw Error(fmt::format("there is no item {}; 'collector list' shows them", id));
  }
  if (first != id && rows.step()) {
    std::int64_t other = 0;
    rows.read(other, second);
    throw Error(
        fmt::format("{} fits several items, {} and {}; give more of it", id, first, second));
  }
  return number;
}

}  // namespace collector
