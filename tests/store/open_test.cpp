// Files that are no store of ours, and stores that are older or newer.
#include "core/error.h"
#include "store/migrations.h"
#include "store/poll.h"
#include "store/watch.h"
#include "store_fixture.h"
#include "support/catch.h"
#include "support/paths.h"
#include "support/stored_items.h"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <unistd.h>

using namespace collector;

namespace {

constexpr uid_t kNobody = 65534;

/// The user that this process is while it lives: root may write to everything.
class NotRoot {
 public:
  NotRoot() {
    if (was_ == 0) REQUIRE(seteuid(kNobody) == 0);
  }

  ~NotRoot() {
    if (was_ == 0 && seteuid(was_) != 0) std::abort();
  }

  NotRoot(const NotRoot&) = delete;
  NotRoot& operator=(const NotRoot&) = delete;

 private:
  uid_t was_ = geteuid();
};

}  // namespace

TEST_CASE("a file that is no database is refused and left alone") {
  const TemporaryFolder folder;
  const std::string path = folder.path("letter.txt");
  const std::string text =
      GENERATE(as<std::string>(), "Dear reader,\n",
               std::string("SQLite format 3\0", 16) + std::string(5000, '\xff'));
  std::ofstream(path, std::ios::binary) << text;

  CHECK_THROWS_AS(open_store(path, Access::Write), StoreError);
  CHECK_THROWS_AS(open_store(path, Access::Read), StoreError);
  CHECK(read_file(path) == text);
}

TEST_CASE("a folder or a device is no database, and is said to be one") {
  const TemporaryFolder folder;
  const std::string path = folder.path("");
  for (const Access access : {Access::Read, Access::Write})
    CHECK_THROWS_WITH(open_store(path, access),
                      path + ": is a directory; name a file with --db");
  CHECK_THROWS_WITH(open_store("/dev/null", Access::Write),
                    "/dev/null: is a device or a pipe; name a file with --db");
}

TEST_CASE("another program's database is refused and left alone") {
  const TemporaryFolder folder;
  const std::string path = folder.path("other.db");
  Connection(path, OpenMode::ReadWrite).execute("CREATE TABLE notes (text)");
  const std::string before = read_file(path);

  CHECK_THROWS_WITH(open_store(path, Access::Write), ContainsSubstring("another program"));
  CHECK(read_file(path) == before);
}

TEST_CASE("a newer database is refused and left alone") {
  const TemporaryFolder folder;
  const std::string path = folder.path("news.db");
  open_store(path, Access::Write);
  Connection(path, OpenMode::ReadWrite).execute("PRAGMA user_version = 999");

  CHECK_THROWS_WITH(open_store(path, Access::Write), ContainsSubstring("newer collector"));
  CHECK_THROWS_WITH(open_store(path, Access::Read), ContainsSubstring("newer collector"));
  CHECK(Connection(path, OpenMode::ReadOnly).value<int>("PRAGMA user_version") == 999);
}

TEST_CASE("readers make no database") {
  const TemporaryFolder folder;
  const std::string path = folder.path("news.db");

  CHECK_THROWS_WITH(open_store(path, Access::Read), ContainsSubstring("collector fetch"));
  CHECK_FALSE(std::filesystem::exists(path));
}

TEST_CASE("an empty file becomes a store when something is written, not before") {
  const TemporaryFolder folder;
  const std::string path = folder.path("news.db");
  std::ofstream{path};

  CHECK_THROWS_AS(open_store(path, Access::Read), StoreError);
  CHECK_NOTHROW(open_store(path, Access::Write));
  CHECK(stored_items(*open_store(path, Access::Read)).empty());
}

TEST_CASE("a new database is filled beside readers, and leaves nothing beside it") {
  const TemporaryFolder folder;
  const std::string path = folder.path("news.db");
  {
    const auto store = open_store(path, Access::Write);
    save(*store, poll("a", {entry("a", "one", 8)}, january(10)));
    CHECK(titles(stored_items(*open_store(path, Access::Read))) ==
          std::vector<std::string>{"About one"});
    save(*store, poll("b", {entry("b", "two", 8)}, january(10)));
    CHECK_FALSE(std::filesystem::exists(path + "-wal"));
  }
  CHECK_FALSE(std::filesystem::exists(path + "-journal"));
  CHECK(Connection(path, OpenMode::ReadOnly).value<std::string>("PRAGMA journal_mode") ==
        "wal");
}

TEST_CASE("what a killed first run had half done is taken back by the next reader") {
  const TemporaryFolder folder;
  const std::string path = folder.path("news.db");
  const std::string killed = folder.path("killed.db");
  {
    const auto store = open_store(path, Access::Write);
    save(*store, poll("a", {entry("a", "one", 8)}, january(10)));
    Connection run(path, OpenMode::ReadWrite);
    run.execute("PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 1; BEGIN IMMEDIATE");
    run.execute("UPDATE items SET title = title || hex(zeroblob(100000))");
    for (const char* file : {"", "-journal"})  // as they stand when the power goes
      std::filesystem::copy_file(path + file, killed + file);
    run.execute("ROLLBACK");
  }
  REQUIRE(std::filesystem::file_size(killed + "-journal") > 0);
  std::filesystem::create_symlink("killed.db", folder.path("link.db"));
  const std::string name = GENERATE("killed.db", "link.db");
  const auto store = open_store(folder.path(name), Access::Read);
  CHECK(titles(stored_items(*store)) == std::vector<std::string>{"About one"});
  CHECK(store->check().empty());
}

TEST_CASE("what cannot be taken back is told by the reader") {
  const TemporaryFolder folder;
  const std::string path = folder.path("letter.txt");
  std::ofstream(path) << "Dear reader,\n";
  std::ofstream(path + "-journal") << "half done";

  CHECK_THROWS_WITH(open_store(path, Access::Read), ContainsSubstring("no collector database"));
}

TEST_CASE("a name with signs of its own in URIs is a name") {
  const TemporaryFolder folder;
  const std::string path = folder.path("100%?mode=ro#x.db");

  open_store(path, Access::Write);

  CHECK(std::filesystem::exists(path));
}

TEST_CASE("slashes before a path are as good as one") {
  const TemporaryFolder folder;

  open_store("/" + folder.path("news.db"), Access::Write);

  CHECK(std::filesystem::exists(folder.path("news.db")));
}

TEST_CASE("a database that may not be written to is read, and says who could change that") {
  using std::filesystem::perms;
  const TemporaryFolder folder;
  const std::string path = folder.path("news.db");
  open_store(path, Access::Write);
  std::filesystem::permissions(folder.path(""), perms{0555});
  std::filesystem::permissions(path, perms{0444});
  {
    const NotRoot user;
    CHECK_THROWS_WITH(open_store(path, Access::Write),
                      ContainsSubstring("may not be written to") && ContainsSubstring(path));
    CHECK(stored_items(*open_store(path, Access::Read)).empty());
  }
  std::filesystem::permissions(folder.path(""), perms{0755});
}

TEST_CASE("a database that may not be written to is watched, too") {
  using std::filesystem::perms;
  const TemporaryFolder folder;
  const std::string path = folder.path("news.db");
  open_store(path, Access::Write);
  std::filesystem::permissions(folder.path(""), perms{0555});
  StoreWatch watch(path);
  std::int64_t before = 0;
  {
    const NotRoot user;
    before = watch.version();
    CHECK(watch.version() == before);
  }
  std::filesystem::last_write_time(
      path, std::filesystem::last_write_time(path) + std::chrono::hours{1});
  {
    const NotRoot user;
    CHECK(watch.version() != before);
  }
  std::filesystem::permissions(folder.path(""), perms{0755});
}

TEST_CASE("a reader leaves an older database as it is, and names what brings it forward") {
  const TemporaryFolder folder;
  const std::string path = folder.path("news.db");
  {
    Connection connection(path, OpenMode::ReadWrite);
    migrate(connection, std::span(all_migrations()).first(1));
  }

  CHECK_THROWS_WITH(open_store(path, Access::Read), ContainsSubstring("collector db migrate"));
  CHECK(Connection(path, OpenMode::ReadOnly).value<int>("PRAGMA user_version") == 1);
}

TEST_CASE("an older database is brought to the present form, after a copy") {
  const TemporaryFolder folder;
  Connection connection(folder.path("news.db"), OpenMode::ReadWrite);
  const std::array<Migration, 2> steps{
      {{1, "CREATE TABLE feeds (name)"}, {2, "ALTER TABLE feeds ADD COLUMN url"}}};

  CHECK(migrate(connection, std::span(steps).first(1)).empty());
  connection.execute("INSERT INTO feeds VALUES ('planet')");
  const std::string copy = migrate(connection, steps);

  CHECK(connection.value<int>("PRAGMA user_version") == 2);
  CHECK(connection.value<std::string>("SELECT name FROM feeds WHERE url IS NULL") == "planet");
  Connection before(copy, OpenMode::ReadOnly);
  CHECK(before.value<int>("PRAGMA user_version") == 1);
  CHECK(before.value<std::string>("SELECT name FROM feeds") == "planet");
  CHECK(migrate(connection, steps).empty());
}

TEST_CASE("the copy before a new form takes a name that is free") {
  const TemporaryFolder folder;
  const std::string path = folder.path("news.db");
  Connection connection(path, OpenMode::ReadWrite);
  const std::array<Migration, 2> steps{
      {{1, "CREATE TABLE feeds (name)"}, {2, "ALTER TABLE feeds ADD COLUMN url"}}};
  migrate(connection, std::span(steps).first(1));
  std::ofstream(path + ".before-version-2") << "an earlier copy";

  CHECK(migrate(connection, steps) == path + ".before-version-2.2");
  CHECK(read_file(path + ".before-version-2") == "an earlier copy");
}

TEST_CASE("a step that fails leaves the database as it was") {
  const TemporaryFolder folder;
  Connection connection(folder.path("news.db"), OpenMode::ReadWrite);
  const std::array<Migration, 3> steps{{{1, "CREATE TABLE feeds (name)"},
                                        {2, "CREATE TABLE items (name)"},
                                        {3, "CREATE TABLE items (again)"}}};
  migrate(connection, std::span(steps).first(1));

  CHECK_THROWS_AS(migrate(connection, steps), StoreError);

  CHECK(connection.value<int>("PRAGMA user_version") == 1);
  CHECK(connection.value<int>("SELECT count(*) FROM sqlite_schema") == 1);
}
