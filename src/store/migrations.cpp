#include "store/migrations.h"

#include "core/error.h"
#include "store/database_file.h"
#include "store/older_marks.h"

#include <fmt/format.h>

#include <array>
#include <filesystem>

namespace collector {

namespace {

// "coll" in ASCII: what file(1) and we know the database by.
constexpr std::int64_t kApplicationId = 0x636f6c6c;

int newest(std::span<const Migration> migrations) {
  return migrations.empty() ? 0 : migrations.back().version;
}

/// A file name beside the database that nothing has yet.
std::string free_name(const std::string& path, int version) {
  const std::string wanted = fmt::format("{}.before-version-{}", path, version + 1);
  std::string name = wanted;
  for (int n = 2; std::filesystem::exists(name); ++n)
    name = fmt::format("{}.{}", wanted, n);
  return name;
}

std::string copy_aside(Connection& connection, int version) {
  std::string copy = free_name(connection.path(), version);
  copy_database(connection, copy);
  return copy;
}

}  // namespace

std::span<const Migration> all_migrations() {
  static const std::array<Migration, 9> kMigrations{{{1, kSchema001},
                                                     {2, kSchema002},
                                                     {3, kSchema003},
                                                     {4, kSchema004},
                                                     {5, kSchema005},
                                                     {6, kSchema006},
                                                     {7, kSchema007},
                                                     {8, kSchema008},
                                                     {9, kSchema009, respell_release_marks}}};
  return kMigrations;
}

int schema_version(Connection& connection, std::span<const Migration> migrations) {
  const auto version = connection.value<int>("PRAGMA user_version");
  const bool empty = connection.value<int>("SELECT count(*) FROM sqlite_schema") == 0;
  if (version == 0 && empty) return 0;
  if (connection.value<std::int64_t>("PRAGMA application_id") != kApplicationId) {
    throw StoreError(connection.path() +
                     ": is the database of another program; name another file with --db");
  }
  if (version > newest(migrations)) {
    throw StoreError(fmt::format(
        "{}: was written by a newer collector (form {}, this one knows {}); update collector",
        connection.path(), version, newest(migrations)));
  }
  return version;
}

std::string migrate(Connection& connection, std::span<const Migration> migrations) {
  int version = schema_version(connection, migrations);
  if (version == newest(migrations)) return {};
  std::string copy = version == 0 ? std::string() : copy_aside(connection, version);

  Transaction transaction(connection);
  version = schema_version(connection, migrations);  // another run may have been faster
  for (const Migration& migration : migrations) {
    if (migration.version <= version) continue;
    connection.execute(migration.sql);
    if (migration.rest != nullptr) migration.rest(connection);
    connection.execute(fmt::format("PRAGMA user_version = {}", migration.version));
  }
  connection.execute(fmt::format("PRAGMA application_id = {}", kApplicationId));
  transaction.commit();
  return copy;
}

}  // namespace collector
