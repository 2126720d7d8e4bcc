#include "cli/program.h"
#include "support/catch.h"
#include "support/http_server.h"

using namespace collector::test;

namespace {

/// A database with one item of January 2024.
class Shelf {
 public:
  Shelf() {
    server_.on("/feed", http_answer(200, {}, kFeed));
    collector_.write(
        "feeds.yaml",
        "settings: {allow_private_addresses: true}\nfeeds:\n  - {name: Hafen, url: \"" +
            server_.url("/feed") + "\"}\n");
    const Ran ran = collector_({"fetch", "--db", collector_.path("news.db")});
    REQUIRE(ran.code == 0);
  }

  /// `list` as of March 2024.
  [[nodiscard]] Ran list(std::vector<std::string> more) const {
    more.insert(more.begin(),
                {"list", "--db", collector_.path("news.db"), "--now", "2024-03-10T00:00:00Z"});
    return collector_(more);
  }

 private:
  static constexpr const char* kFeed =
      "<rss version='2.0'><channel><title>Hafen</title><item><guid>1</guid>"
      "<pubDate>Mon, 15 Jan 2024 10:00:00 GMT</pubDate><title>Anlegen</title></item>"
      "</channel></rss>";

  HttpServer server_;
  Program collector_;
};

}  // namespace

TEST_CASE("who finds nothing in the present month is told where the rest is") {
  const Shelf shelf;

  const Ran ran = shelf.list({});

  CHECK(ran.code == 0);
  CHECK_THAT(ran.out, StartsWith("ID"));
  CHECK_THAT(ran.err, ContainsSubstring("--month") && ContainsSubstring("--all"));
  CHECK(shelf.list({"-q"}).err.empty());
  CHECK(shelf.list({"--format", "json"}).err.empty());
}

TEST_CASE("who looks elsewhere and finds nothing is told just that") {
  const Shelf shelf;

  CHECK(shelf.list({"--month", "2024-02"}).err == "nothing fits\n");
  CHECK(shelf.list({"--all", "--state", "kept"}).err == "nothing fits\n");
  CHECK(shelf.list({"whale"}).err == "nothing fits\n");
}

TEST_CASE("who finds something is told nothing more") {
  const Shelf shelf;

  const Ran ran = shelf.list({"--month", "2024-01"});

  CHECK_THAT(ran.out, ContainsSubstring("Anlegen"));
  CHECK(ran.err.empty());
}
