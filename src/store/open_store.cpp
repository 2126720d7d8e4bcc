#include "core/error.h"
#include "store/migrations.h"
#include "store/sqlite_store.h"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

namespace collector {

namespace {

/// True when nothing waits in a write-ahead log, so that the main file tells everything.
bool is_settled(const std::string& path) {
  std::error_code missing;
  const auto size = std::filesystem::file_size(path + "-wal", missing);
  return missing || size == 0;
}

/// A reader's connection. Reading needs two small files beside the database; where they cannot
/// be made, and nobody is writing, it is read as a file that never changes.
Connection open_for_reading(const std::string& path) {
  try {
    Connection connection(path, OpenMode::ReadOnly);
    connection.number("PRAGMA user_version");
    return connection;
  } catch (const StoreError&) {
    if (!is_settled(path)) throw;
    return {path, OpenMode::Immutable};
  }
}

std::unique_ptr<Store> open_reader(const std::string& path) {
  if (!std::filesystem::exists(path)) {
    throw StoreError(path + ": there is no such database; 'collector fetch' makes it");
  }
  Connection connection = open_for_reading(path);
  // A month's items lie on thousands of pages of 32 KB: of a mapped page, what is not looked at
  // is not copied.
  connection.execute("PRAGMA mmap_size = 4294967296");
  const int version = schema_version(connection, all_migrations());
  if (version == 0) {
    throw StoreError(path + ": nothing is stored yet; run 'collector fetch' first");
  }
  if (version < all_migrations().back().version) {
    throw StoreError(path + ": was written by an older collector; run 'collector db migrate'");
  }
  return std::make_unique<SqliteStore>(std::move(connection), "");
}

std::unique_ptr<Store> open_writer(const std::string& path) {
  Connection connection(path, OpenMode::ReadWrite);
  if (connection.is_read_only()) {
    throw StoreError(path +
                     ": may not be written to; give the user who runs collector write "
                     "access to the file and its folder");
  }
  const int version = schema_version(connection, all_migrations());
  if (version == 0) {
    // Whole articles fit on one page; it can only be chosen before anything is stored.
    connection.execute("PRAGMA page_size = 32768");
  }
  // The pages of a transaction of many feeds, so that none is written and read again in
  // between.
  connection.execute("PRAGMA cache_size = -4096");
  // Readers go on while a run writes, and a commit that has returned survives a power cut.
  connection.execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  // 128 MB of log before it is folded in: most runs never wait for that, and on a first run the
  // pages that every transaction touches are written once instead of often.
  connection.execute("PRAGMA wal_autocheckpoint = 4000");
  const std::string copy = migrate(connection, all_migrations());
  return std::make_unique<SqliteStore>(
      std::move(connection), copy.empty()
                                 ? ""
                                 : fmt::format("{}: brought to form {}; as it was before: {}",
                                               path, all_migrations().back().version, copy));
}

}  // namespace

std::vector<FeedState> Store::feeds() {
  std::vector<FeedState> feeds;
  each_feed([&](FeedState&& state) { feeds.push_back(std::move(state)); });
  return feeds;
}

std::vector<StoredItem> Store::items(const ItemQuery& query) {
  std::vector<StoredItem> items;
  each_item(query, [&items](StoredItem&& item) { items.push_back(std::move(item)); });
  return items;
}

std::unique_ptr<Store> open_store(const std::string& path, Access access) {
  return access == Access::Read ? open_reader(path) : open_writer(path);
}

}  // namespace collector
