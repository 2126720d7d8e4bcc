#include "core/error.h"
#include "store/database_file.h"
#include "store/migrations.h"
#include "store/sqlite.h"
#include "store/store.h"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace collector {

namespace {

bool has_bytes(const std::string& path) {
  std::error_code missing;
  const auto size = std::filesystem::file_size(path, missing);
  return !missing && size > 0;
}

/// True when the main file tells everything.
bool is_settled(const std::string& path) {
  return !has_bytes(path + "-wal") && !has_bytes(path + "-journal");
}

/// What a killed first run had half done (see begin_filling) is taken back by who reads next,
/// if he may write.
void take_back_half_done(const std::string& path) {
  try {
    Connection(path, OpenMode::ReadWrite).value<int>("PRAGMA user_version");
  } catch (const StoreError&) {
    // The reader will meet the same and say so.
  }
}

/// A reader's connection. Reading needs two small files beside the database; where they cannot
/// be made, and nobody is writing, it is read as a file that never changes.
Connection open_for_reading(const std::string& path) {
  if (has_bytes(path + "-journal")) take_back_half_done(path);
  try {
    Connection connection(path, OpenMode::ReadOnly);
    connection.value<int>("PRAGMA user_version");
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
  return std::make_unique<Store>(std::move(connection), "");
}

// SQLite's name for a database that lies in no file.
constexpr std::string_view kInMemory = ":memory:";

// Readers go on while a run writes.
constexpr const char* kLogAhead = "PRAGMA journal_mode = WAL";

/// Of a new database nearly every page is a new one. SQLite's rollback journal, which a new
/// database has, keeps only what pages were before: each new one is written once, and not into
/// a log and out of it again. Readers and commits wait for each other until the first run ends.
void begin_filling(Connection& connection) {
  // Whole articles fit on one page; it can only be chosen before anything is stored.
  connection.execute("PRAGMA page_size = 32768");
  connection.at_close(kLogAhead);
}

std::unique_ptr<Store> open_writer(const std::string& path) {
  if (path != kInMemory) make_database_file(path);  // where it fails, opening says why
  Connection connection(path, OpenMode::ReadWrite);
  if (connection.is_read_only()) {
    throw StoreError(path +
                     ": may not be written to; give the user who runs collector write "
                     "access to the file and its folder");
  }
  const int version = schema_version(connection, all_migrations());
  if (version == 0) {
    begin_filling(connection);
  } else {
    connection.execute(kLogAhead);
  }
  // Enough while nothing is new; who stores items takes more (Polls::save).
  connection.execute("PRAGMA cache_size = -512");
  // A commit that has returned survives a power cut.
  connection.execute("PRAGMA synchronous = FULL");
  // Three megabytes of log before it is folded in: while answers are awaited, and not at the
  // end. A run that brings very much writes some pages more than once and takes a thirtieth
  // longer.
  connection.execute("PRAGMA wal_autocheckpoint = 100");
  const std::string copy = migrate(connection, all_migrations());
  return std::make_unique<Store>(
      std::move(connection), copy.empty()
                                 ? ""
                                 : fmt::format("{}: brought to form {}; as it was before: {}",
                                               path, all_migrations().back().version, copy));
}

}  // namespace

std::unique_ptr<Store> open_store(const std::string& path, Access access) {
  std::error_code missing;
  const bool is_other = std::filesystem::is_other(path, missing);
  if (is_other || std::filesystem::is_directory(path, missing)) {
    throw StoreError(path + ": is " + (is_other ? "a device or a pipe" : "a directory") +
                     "; name a file with --db");
  }
  const std::string file = follow_links(path);
  if (access == Access::Read) return open_reader(file);
  return open_writer(file);
}

}  // namespace collector
