#include "store/sqlite_entries.h"

#include "store/fingerprint.h"
#include "store/items.h"
#include "store/placement.h"
#include "store/sqlite_decisions.h"
#include "store/sqlite_identity.h"
#include "store/sqlite_items.h"
#include "store/text_list.h"

#include <fmt/format.h>

namespace collector {

namespace {

// The row of the feed that holds what people add.
constexpr std::int64_t kByHand = 0;

// Forty bits: in a store of a million items, half an id is expected to be taken already.
constexpr int kIdDigits = 10;

std::string id_of(const Item& item, int attempt) {
  Fingerprint print;
  print.add(item.feed).add(item.key);
  if (attempt > 0) print.add(std::int64_t{attempt});
  return fmt::format("{:016x}", print.value()).substr(0, kIdDigits);
}

void add_names(Connection& connection, std::int64_t feed, std::int64_t number,
               const Item& item) {
  connection
      .statement(
          "INSERT INTO item_keys (feed, key, item) VALUES (?, ?, ?) "
          "ON CONFLICT DO NOTHING")
      .bind(feed, item.key, number)
      .run();
  if (item.canonical_url.empty()) return;
  connection
      .statement(
          "INSERT INTO item_pages (feed, page, item) VALUES (?, ?, ?) "
          "ON CONFLICT DO NOTHING")
      .bind(feed, item.canonical_url, number)
      .run();
}

// What "list QUERY" finds: as much of the short text as a reader takes in at a glance. Indexing
// all of it would take longer than storing the item.
constexpr std::size_t kIndexedBytes = 120;

/// The beginning of `summary`, ending with a whole word.
std::string_view indexed_text(std::string_view summary) {
  if (summary.size() <= kIndexedBytes) return summary;
  const std::size_t end = summary.rfind(' ', kIndexedBytes);
  return summary.substr(0, end == std::string_view::npos ? 0 : end);
}

void add_words(Connection& connection, std::int64_t number, const std::string& title,
               const std::string& summary) {
  connection.statement("INSERT INTO item_words (rowid, title, summary) VALUES (?, ?, ?)")
      .bind(number, title, indexed_text(summary))
      .run();
}

/// FTS5 wants to be told what it was told when the row came in.
void remove_words(Connection& connection, std::int64_t number, const std::string& title,
                  const std::string& summary) {
  connection
      .statement(
          "INSERT INTO item_words (item_words, rowid, title, summary) "
          "VALUES ('delete', ?, ?, ?)")
      .bind(number, title, indexed_text(summary))
      .run();
}

void write_content(Connection& connection, std::int64_t number, const std::string& html) {
  connection
      .statement(
          "INSERT INTO item_contents (item, html) VALUES (?, ?) "
          "ON CONFLICT (item) DO UPDATE SET html = excluded.html")
      .bind(number, html)
      .run();
}

State first_state(const NewItem& added) {
  if (!added.printed_in.empty()) return State::Printed;
  if (added.quarantined) return State::Quarantined;
  return added.item.noise ? State::Noise : State::Undecided;
}

/// False when `id` is taken.
bool insert_row(Connection& connection, const NewItem& added, const std::string& id,
                UtcTime now) {
  const Item& item = added.item;
  const std::string links = join_lines(item.links);
  const std::string categories = join_lines(item.categories);
  const std::string reasons = join_lines(item.reasons);
  const std::string days = join_days(item.days);
  const std::string further = join_lines(item.further_versions);
  connection
      .statement(
          "INSERT INTO items (id, feed, key, fingerprint, guid, url, canonical_url, links,"
          "  title, author, author_url, language, summary, categories, from_aggregate,"
          "  published_at, updated_at, date_at, date_source, doubtful, first_seen_at, kind,"
          "  headline, project, version, vendor, section, noise, confidence, reasons,"
          "  quarantined, state, printed_in, days, further_versions, owner) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          "  ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")
      .bind(id, added.feed, item.key, fingerprint(item), item.guid, item.url,
            item.canonical_url, links, item.title, item.author, item.author_url, item.language,
            item.summary, categories, item.from_aggregate, item.published, item.updated,
            item.date, to_string(item.date_source), added.doubtful, now, to_string(item.kind),
            item.headline, item.project, item.version, item.group, item.section, item.noise,
            item.confidence, reasons, added.quarantined, to_string(first_state(added)),
            added.printed_in, days, further, item.owner)
      .run();
  return connection.changes() == 1;
}

/// What an item says now, read only when it is about to say something else.
struct PresentText {
  std::string title;
  std::string url;
  std::string summary;
  std::optional<UtcTime> updated;
};

PresentText read_present(Connection& connection, std::int64_t number) {
  PresentText present;
  Statement row = connection.statement(
      "SELECT title, url, summary, updated_at FROM items WHERE number = ?");
  row.bind(number);
  if (row.step()) row.read(present.title, present.url, present.summary, present.updated);
  return present;
}

void keep_version(Connection& connection, std::int64_t number, const PresentText& present,
                  UtcTime now) {
  connection
      .statement(
          "INSERT INTO item_versions (item, replaced_at, title, url, summary, updated_at)"
          " VALUES (?, ?, ?, ?, ?, ?)")
      .bind(number, now, present.title, present.url, present.summary, present.updated)
      .run();
}

void update_texts(Connection& connection, std::int64_t number, const Item& item) {
  const std::string links = join_lines(item.links);
  const std::string categories = join_lines(item.categories);
  const std::string days = join_days(item.days);
  const std::string further = join_lines(item.further_versions);
  connection
      .statement(
          "UPDATE items SET key = ?, fingerprint = ?, guid = ?, url = ?, canonical_url = ?,"
          "  links = ?, title = ?, author = ?, author_url = ?, language = ?, summary = ?,"
          "  categories = ?, published_at = coalesce(published_at, ?), updated_at = ?,"
          "  kind = ?, headline = ?, project = ?, version = ?, vendor = ?, days = ?,"
          "  further_versions = ?, owner = ? "
          "WHERE number = ?")
      .bind(item.key, fingerprint(item), item.guid, item.url, item.canonical_url, links,
            item.title, item.author, item.author_url, item.language, item.summary, categories,
            item.published, item.updated, to_string(item.kind), item.headline, item.project,
            item.version, item.group, days, further, item.owner, number)
      .run();
}

/// Only an item that nobody has decided about takes a new classification. False when it is the
/// present one, or somebody has.
bool update_classification(Connection& connection, std::int64_t number,
                           const Placement& placement) {
  const std::string reasons = join_lines(placement.reasons);
  connection
      .statement(
          "UPDATE items SET section = ?1, noise = ?2, confidence = ?3, reasons = ?4 "
          "WHERE number = ?5 AND state IN ('undecided', 'noise', 'quarantined')"
          "  AND (section, noise, reasons) IS NOT (?1, ?2, ?4)")
      .bind(placement.section, placement.noise, placement.confidence, reasons, number)
      .run();
  if (connection.changes() == 0) return false;
  refresh_standing(connection, number);
  return true;
}

}  // namespace

std::int64_t insert_item(Connection& connection, const NewItem& added, UtcTime now) {
  for (int attempt = 0;; ++attempt) {
    if (insert_row(connection, added, id_of(added.item, attempt), now)) break;
  }
  const std::int64_t number = connection.last_row();
  write_content(connection, number, added.item.content);
  add_names(connection, added.feed, number, added.item);
  add_words(connection, number, added.item.title, added.item.summary);
  return number;
}

void rewrite_item(Connection& connection, const ItemRow& known, const Item& item, UtcTime now) {
  const PresentText present = read_present(connection, known.number);
  const bool same_words = present.title == item.title && present.summary == item.summary;
  if (!same_words) {
    remove_words(connection, known.number, present.title, present.summary);
    add_words(connection, known.number, item.title, item.summary);
  }
  if (!same_words || present.url != item.url)
    keep_version(connection, known.number, present, now);
  update_texts(connection, known.number, item);
  write_content(connection, known.number, item.content);
  add_names(connection, known.feed, known.number, item);
  update_classification(connection, known.number,
                        {{}, item.section, item.noise, item.confidence, item.reasons});
}

std::string Items::add(const Item& item, const Signature& by) {
  Transaction transaction(connection_);
  std::int64_t number = find_key(connection_, kByHand, item.key);
  if (number == 0) number = insert_item(connection_, {item, kByHand}, by.when);
  add_decision(connection_, number, {.kind = DecisionKind::Keep, .by = by});
  transaction.commit();
  return connection_.value<std::string>("SELECT id FROM items WHERE number = ?", number);
}

int Items::place(std::span<const Placement> placements) {
  int changed = 0;
  Transaction transaction(connection_);
  for (const Placement& placement : placements) {
    const std::int64_t number = find_item(connection_, placement.id);
    changed += update_classification(connection_, number, placement) ? 1 : 0;
  }
  transaction.commit();
  return changed;
}

}  // namespace collector
