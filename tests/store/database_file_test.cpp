#include "store/database_file.h"

#include "core/error.h"
#include "failing_disk.h"
#include "new_store.h"
#include "store/migrations.h"
#include "store/poll.h"
#include "support/catch.h"
#include "support/paths.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>

using namespace collector;

namespace {

/// What new files are denied while it lives.
class Umask {
 public:
  explicit Umask(mode_t denied) : was_(umask(denied)) {}

  ~Umask() { umask(was_); }

  Umask(const Umask&) = delete;
  Umask& operator=(const Umask&) = delete;

 private:
  mode_t was_;
};

std::filesystem::perms rights_of(const std::string& path) {
  return std::filesystem::status(path).permissions();
}

std::vector<std::string> names_in(const std::string& folder) {
  std::vector<std::string> names;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    names.push_back(file.path().filename());
  std::ranges::sort(names);
  return names;
}

}  // namespace

TEST_CASE("a new database and its copies are for their owner and group, less the umask") {
  struct Row {
    mode_t denied;
    std::filesystem::perms rights;
  };

  using std::filesystem::perms;
  const auto row =
      GENERATE(values<Row>({{0, perms{0660}}, {022, perms{0640}}, {077, perms{0600}}}));
  const TemporaryFolder folder;
  const Umask umask(row.denied);

  open_store(folder.path("news.db"), Access::Write)->backup(folder.path("copy.db"));

  CHECK(rights_of(folder.path("news.db")) == row.rights);
  CHECK(rights_of(folder.path("copy.db")) == row.rights);
  const auto store = open_store(folder.path("news.db"), Access::Write);
  save(*store, poll("a", {entry("a", "one", 8)}, january(10)));
  CHECK(rights_of(folder.path("news.db-wal")) == row.rights);
  CHECK(rights_of(folder.path("news.db-shm")) == row.rights);
}

TEST_CASE("a database that is there keeps the rights it has") {
  using std::filesystem::perms;
  const TemporaryFolder folder;
  const std::string path = folder.path("news.db");
  open_store(path, Access::Write);
  std::filesystem::permissions(path, perms{0644});

  open_store(path, Access::Write);

  CHECK(rights_of(path) == perms{0644});
}

TEST_CASE("a copy leaves what lies beside it alone") {
  const TemporaryFolder folder;
  std::ofstream(folder.path("copy.db.part")) << "mine";

  open_store(folder.path("news.db"), Access::Write)->backup(folder.path("copy.db"));

  CHECK(read_file(folder.path("copy.db.part")) == "mine");
  CHECK(names_in(folder.path("")) ==
        std::vector<std::string>{"copy.db", "copy.db.part", "news.db"});
}

TEST_CASE("a copy for which there is no room leaves nothing behind") {
  FailingDisk disk;
  int nth = 0;
  for (;; ++nth) {
    const TemporaryFolder folder;
    Connection connection(folder.path("news.db"), OpenMode::ReadWrite);
    migrate(connection, all_migrations().first(1));
    disk.fail(nth, FailingDisk::Failure::FromThenOn);
    try {
      copy_database(connection, folder.path("copy.db"));
    } catch (const StoreError& error) {
      CHECK_THAT(error.what(), StartsWith(folder.path("copy.db: the copy was not made: ")));
    }
    disk.mend();
    if (!disk.has_failed()) break;
    CHECK(names_in(folder.path("")) == std::vector<std::string>{"news.db"});
  }
  CHECK(nth > 5);
}
