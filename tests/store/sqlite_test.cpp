#include "store/sqlite.h"

#include "core/error.h"
#include "store_fixture.h"
#include "support/catch.h"

#include <sqlite3.h>

using namespace collector;

TEST_CASE("each way in which SQLite fails is told with the file and what to do") {
  struct Row {
    int code;
    std::string says;
  };

  const auto row = GENERATE(values<Row>({
      {SQLITE_FULL, "the disk is full; make room"},
      {SQLITE_READONLY_DIRECTORY, "may not be written to; give the user"},
      {SQLITE_CANTOPEN, "cannot be opened; check that its folder exists"},
      {SQLITE_PERM, "access is denied"},
      {SQLITE_AUTH, "access is denied"},
      {SQLITE_NOTADB, "is no collector database; name another file"},
      {SQLITE_CORRUPT_INDEX, "is damaged; run 'collector db check'"},
      {SQLITE_BUSY_SNAPSHOT, "is being written by another program"},
      {SQLITE_LOCKED, "is being written by another program"},
      {SQLITE_IOERR_FSYNC, "reading or writing failed ("},
      {SQLITE_TOOBIG, "the database refused: "},
  }));
  const TemporaryFolder folder;
  Connection connection(folder.path("news.db"), OpenMode::ReadWrite);

  CHECK_THROWS_WITH(connection.check(row.code),
                    StartsWith(folder.path("news.db")) && ContainsSubstring(row.says));
}

TEST_CASE("what succeeds is no failure") {
  const TemporaryFolder folder;
  Connection connection(folder.path("news.db"), OpenMode::ReadWrite);

  CHECK_NOTHROW(connection.check(SQLITE_OK));
}
