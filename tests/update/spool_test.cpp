#include "update/spool.h"

#include "core/error.h"
#include "support/catch.h"

#include <csignal>
#include <sys/resource.h>

using namespace collector;

namespace {

/// Files of this process end at so many bytes while it lives, as on a full disk.
class ShortFiles {
 public:
  explicit ShortFiles(rlim_t bytes) {
    getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    setrlimit(RLIMIT_FSIZE, &limit);
    handler_ = std::signal(SIGXFSZ, SIG_IGN);
  }

  ~ShortFiles() {
    setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_);
  }

  ShortFiles(const ShortFiles&) = delete;
  ShortFiles& operator=(const ShortFiles&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int) = nullptr;
};

/// "0123456789" as often as asked for, appended in pieces of ten.
Spool filled(int pieces, std::size_t in_memory) {
  Spool spool(in_memory);
  for (int i = 0; i < pieces; ++i)
    spool.append("0123456789");
  return spool;
}

std::string digits(int pieces) {
  std::string text;
  for (int i = 0; i < pieces; ++i)
    text += "0123456789";
  return text;
}

}  // namespace

TEST_CASE("a small document waits in memory") {
  const Spool spool = filled(10, 100);

  CHECK(spool.memory() >= 100);
  CHECK(spool.text() == digits(10));
  CHECK(Spool().text().empty());
}

TEST_CASE("a large document waits in a file") {
  const Spool spool = filled(11, 100);

  CHECK(spool.memory() < 100);
  CHECK(spool.text() == digits(11));
  CHECK(spool.text() == digits(11));
}

TEST_CASE("what the disk has no room for waits in memory") {
  const int room = GENERATE(0, 95, 100, 105, 125);
  const ShortFiles full(static_cast<rlim_t>(room));

  CHECK(filled(30, 100).text() == digits(30));
}

TEST_CASE("what comes when the disk has room again stays behind what waits in memory") {
  Spool spool(100);
  {
    const ShortFiles full(105);
    for (int i = 0; i < 15; ++i)
      spool.append("0123456789");
  }
  for (int i = 0; i < 15; ++i)
    spool.append("0123456789");

  CHECK(spool.text() == digits(30));
}

TEST_CASE("where there can be no file, all waits in memory, also what follows") {
  rlimit before{};
  getrlimit(RLIMIT_NOFILE, &before);
  rlimit none = before;
  none.rlim_cur = 0;
  setrlimit(RLIMIT_NOFILE, &none);
  Spool spool = filled(29, 100);
  setrlimit(RLIMIT_NOFILE, &before);
  spool.append("0123456789");

  CHECK(spool.memory() >= 300);
  CHECK(spool.text() == digits(30));
}
