#include "store/sqlite_store.h"

#include "core/error.h"
#include "store/database_file.h"
#include "store/fingerprint.h"
#include "store/migrations.h"
#include "store/sqlite_check.h"
#include "store/sqlite_decisions.h"
#include "store/sqlite_drafts.h"
#include "store/sqlite_entries.h"
#include "store/sqlite_feeds.h"
#include "store/sqlite_identity.h"
#include "store/sqlite_items.h"
#include "store/sqlite_ledger.h"
#include "store/sqlite_polls.h"
#include "store/sqlite_specifications.h"

#include <algorithm>
#include <filesystem>
#include <utility>

namespace collector {

namespace {

// Names in the table documents.
constexpr const char* kConfiguration = "configuration";
constexpr const char* kModel = "model";

// The row of the feed that holds what people add.
constexpr std::int64_t kByHand = 0;

void write_document(Connection& connection, const char* name, const std::string& text) {
  const auto print = static_cast<std::int64_t>(Fingerprint().add(text).value());
  connection
      .statement(
          "INSERT INTO documents (name, fingerprint, text) VALUES (?1, ?2, ?3) "
          "ON CONFLICT (name) DO UPDATE SET fingerprint = ?2, text = ?3 "
          "WHERE fingerprint <> ?2")
      .bind(name, print, text)
      .run();
}

std::string read_document(Connection& connection, const char* name) {
  return connection.value<std::string>("SELECT text FROM documents WHERE name = ?", name);
}

}  // namespace

SqliteStore::SqliteStore(Connection connection, std::string migration_note)
    : connection_(std::move(connection)), migration_note_(std::move(migration_note)) {}

void SqliteStore::each_feed(const std::function<void(FeedState&&)>& take) {
  Transaction transaction(connection_, Transaction::Kind::Read);
  read_feeds(connection_, take);
  transaction.commit();
}

void SqliteStore::each_feed_named(std::span<const std::string> names,
                                  const std::function<void(FeedState&&)>& take) {
  Transaction transaction(connection_, Transaction::Kind::Read);
  read_feeds_named(connection_, names, take);
  transaction.commit();
}

/// For most pages of a transaction of many feeds. Twice as much makes a first run over 10,000
/// feeds a fifteenth faster, and one over 1,000 none; it costs both some megabytes.
void SqliteStore::make_room() {
  if (std::exchange(has_room_, true)) return;
  connection_.execute("PRAGMA cache_size = -2048");
}

std::vector<UpdateSummary> SqliteStore::save(std::span<FeedUpdate> updates, UtcTime now,
                                             const PlaceNews& place) {
  const auto brings_items = [](const FeedUpdate& update) { return !update.items.empty(); };
  if (std::ranges::any_of(updates, brings_items)) make_room();
  std::vector<UpdateSummary> summaries;
  Transaction transaction(connection_);
  for (std::size_t i = 0; i < updates.size(); ++i) {
    const auto place_these = [&](std::span<Item> items, std::span<const std::size_t> places) {
      place(i, items, places);
    };
    summaries.push_back(store_poll(connection_, updates[i], now, place_these));
  }
  transaction.commit();
  return summaries;
}

std::vector<HostHold> SqliteStore::holds(UtcTime now) {
  return read_holds(connection_, now);
}

void SqliteStore::hold(const HostHold& hold, UtcTime now) {
  write_hold(connection_, hold, now);
}

std::vector<Specification> SqliteStore::specifications(const std::string& feed) {
  return read_specifications(connection_, feed);
}

void SqliteStore::remember_configuration(const std::string& text) {
  write_document(connection_, kConfiguration, text);
}

std::string SqliteStore::configuration() {
  return read_document(connection_, kConfiguration);
}

void SqliteStore::remember_model(const std::string& text) {
  write_document(connection_, kModel, text);
}

std::string SqliteStore::model() {
  return read_document(connection_, kModel);
}

void SqliteStore::each_item(const ItemQuery& query,
                            const std::function<void(StoredItem&&)>& take) {
  read_items(connection_, query, take);
}

StoredItem SqliteStore::item(const std::string& id) {
  return read_item(connection_, find_item(connection_, id));
}

ItemHistory SqliteStore::history(const std::string& id) {
  return read_history(connection_, find_item(connection_, id));
}

std::string SqliteStore::add(const Item& item, const Signature& by) {
  Transaction transaction(connection_);
  std::int64_t number = find_key(connection_, kByHand, item.key);
  if (number == 0) number = insert_item(connection_, {item, kByHand}, by.when);
  add_decision(connection_, number, {.kind = DecisionKind::Keep, .by = by});
  transaction.commit();
  return connection_.value<std::string>("SELECT id FROM items WHERE number = ?", number);
}

int SqliteStore::place(std::span<const Placement> placements) {
  int changed = 0;
  Transaction transaction(connection_);
  for (const Placement& placement : placements) {
    const std::int64_t number = find_item(connection_, placement.id);
    changed += place_item(connection_, number, placement) ? 1 : 0;
  }
  transaction.commit();
  return changed;
}

void SqliteStore::decide(std::span<const Decision> decisions, const SeenDecisions& seen) {
  Transaction transaction(connection_);
  refuse_if_overtaken(connection_, seen);
  for (const Decision& decision : decisions)
    add_decision(connection_, find_item(connection_, decision.item_id), decision);
  transaction.commit();
}

std::vector<Decision> SqliteStore::decisions() {
  return read_decisions(connection_);
}

std::vector<Decision> SqliteStore::decisions(const std::string& id) {
  return read_decisions(connection_, find_item(connection_, id));
}

std::int64_t SqliteStore::last_decision() {
  return connection_.value<std::int64_t>("SELECT max(number) FROM decisions");
}

void SqliteStore::close_issue(const Issue& issue) {
  Transaction transaction(connection_);
  write_issue(connection_, issue);
  transaction.commit();
}

void SqliteStore::reopen_issue(const std::string& month, UtcTime when) {
  Transaction transaction(connection_);
  write_reopening(connection_, month, when);
  transaction.commit();
}

std::vector<Issue> SqliteStore::issues() {
  return read_issues(connection_);
}

std::int64_t SqliteStore::remember_draft(const Draft& draft) {
  Transaction transaction(connection_);
  const std::int64_t number = write_draft(connection_, draft);
  transaction.commit();
  return number;
}

std::vector<Draft> SqliteStore::drafts(const std::optional<Window>& window) {
  return read_drafts(connection_, window);
}

std::vector<std::string> SqliteStore::check() {
  return find_faults(connection_);
}

void SqliteStore::backup(const std::string& path) {
  if (std::filesystem::exists(path)) {
    throw StoreError(path + ": is there already; name a new file for the copy");
  }
  copy_database(connection_, path);
}

}  // namespace collector
