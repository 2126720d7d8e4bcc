// One log behind every door: the command line, the draft in a file, in a pipe and in an editor,
// an entry by hand, and the browser.
#include "cli/program.h"
#include "config/config.h"
#include "core/json.h"
#include "core/read_file.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/http_server.h"
#include "support/stored_items.h"
#include "web/site.h"

#include <cstdlib>
#include <fstream>

using namespace collector;
using collector::test::http_answer;
using collector::test::HttpServer;
using collector::test::Program;
using collector::test::Ran;
using collector::test::Typed;
using namespace std::chrono;

namespace {

constexpr UtcTime kJanuary = sys_days{2024y / January / 8};
constexpr const char* kConfig =
    "settings: {allow_private_addresses: true, timeout: 10s}\n"
    "newsletter: {preset: none, title: News, sections: [{name: articles, heading: Articles}]}\n"
    "feeds: []\n";

class House {
 public:
  House() {
    program.write("feeds.yaml", kConfig);
    FeedUpdate update;
    update.state.name = "planet";
    for (const char* title : {"pear", "plum", "quince", "medlar", "sloe"}) {
      Item& item = update.items.emplace_back();
      item.feed = "planet";
      item.key = item.guid = item.title = title;
      item.url = item.canonical_url = "https://planet.example/" + item.title;
      item.section = "articles";
      item.date = item.published.emplace(kJanuary);
      item.confidence = 1;
    }
    open_store(database(), Access::Write)->polls().save({&update, 1}, kJanuary);
  }

  [[nodiscard]] std::string database() const { return program.path("news.db"); }

  Ran run(std::vector<std::string> arguments, const std::string& now) const {
    arguments.insert(arguments.end(), {"--db", database(), "--now", now});
    return program(arguments);
  }

  [[nodiscard]] std::string id_of(const std::string& title) const {
    return collector::id_of(title, *open_store(database(), Access::Read));
  }

  /// The draft, with the line that has `title` left out.
  [[nodiscard]] std::string draft_without(const std::string& title) const {
    const std::string draft =
        run({"export", "--month", "2024-01", "--draft"}, "2024-02-01T00:00:00Z").out;
    const std::size_t at = draft.find("[" + title + "]");
    REQUIRE(at != std::string::npos);
    const std::size_t begin = draft.rfind('\n', at) + 1;
    return draft.substr(0, begin) + draft.substr(draft.find('\n', at) + 1);
  }

  Program program;
};

WebRequest to_the_site(const std::string& method, const std::string& target) {
  WebRequest request;
  request.method = method;
  request.peer = "127.0.0.1";
  request.headers.add("host", "localhost");
  set_target(request, target);
  return request;
}

/// Drops an item as a browser does.
WebAnswer drop_in_browser(const House& house, const std::string& id, const std::string& why) {
  const Config config = parse_config(kConfig, "feeds.yaml");
  const UtcTime now = sys_days{2024y / February / 6};
  Site site({house.database(), "Eva", config.serve, [now] { return now; }}, config);
  const std::string page = site.answer(to_the_site("GET", "/month/2024-01")).body;
  const std::string field = "name=\"token\" value=\"";
  const std::size_t begin = page.find(field) + field.size();
  WebRequest form = to_the_site("POST", "/decide");
  form.headers.add("content-type", "application/x-www-form-urlencoded");
  form.body = "action=drop&item=" + id + ".0&back=/month/2024-01&why=" + why +
              "&token=" + page.substr(begin, page.find('"', begin) - begin);
  return site.answer(form);
}

}  // namespace

TEST_CASE(
    "whatever is decided, by whichever door, lands in one log with name, time and reason") {
  const House house;
  HttpServer server;
  server.on("/post", http_answer(200, {{"Content-Type", "text/html"}},
                                 "<html><title>By hand</title></html>"));

  CHECK(house
            .run({"keep", house.id_of("pear"), "--as", "Ana", "--why", "by command"},
                 "2024-02-02T00:00:00Z")
            .code == 0);
  const std::string file = house.program.write("draft.md", house.draft_without("plum"));
  CHECK(house
            .run({"review", "--apply", file, "--as", "Ben", "--why", "by file"},
                 "2024-02-03T00:00:00Z")
            .code == 0);
  {
    const Typed pasted(house.draft_without("quince"));
    CHECK(house
              .run({"review", "--apply", "-", "--as", "Cleo", "--why", "by pipe"},
                   "2024-02-04T00:00:00Z")
              .code == 0);
  }
  setenv("EDITOR", "sed -i -e 's/^- \\[ \\] \\[medlar/- [x] [medlar/'", 1);
  CHECK(house
            .run({"review", "--editor", "--month", "2024-01", "--as", "Dan", "--why",
                  "by editor"},
                 "2024-02-05T00:00:00Z")
            .code == 0);
  unsetenv("EDITOR");
  CHECK(drop_in_browser(house, house.id_of("sloe"), "by+browser").status == 303);
  CHECK(house
            .run({"add", server.url("/post"), "--section", "articles", "--as", "Flo", "--why",
                  "by hand"},
                 "2024-02-07T00:00:00Z")
            .code == 0);

  const auto log =
      parse_json(house.run({"log", "--format", "json"}, "2024-02-08T00:00:00Z").out);
  REQUIRE(log.has_value());
  std::vector<std::string> told;
  for (const Json& line : log->elements()) {
    told.insert(told.begin(), line["who"].text() + " " + line["decision"].text() + " " +
                                  line["when"].text().substr(0, 10) + ": " +
                                  line["why"].text());
  }
  CHECK(told == std::vector<std::string>{
                    "Ana keep 2024-02-02: by command", "Ben remove 2024-02-03: by file",
                    "Cleo remove 2024-02-04: by pipe", "Dan keep 2024-02-05: by editor",
                    "Eva drop 2024-02-06: by browser", "Flo keep 2024-02-07: by hand"});
}

TEST_CASE("a database is no text, though drafts are in it") {
  const House house;
  const std::string now = "2024-02-02T00:00:00Z";
  CHECK(house.run({"export", "--month", "2024-01", "--draft"}, now).code == 0);
  const std::string copy = house.program.path("copy.db");
  CHECK(house.run({"db", "backup", copy}, now).code == 0);
  const std::string before = read_file(copy);

  for (const std::string& file : {house.database(), copy}) {
    for (const std::vector<std::string>& wrong :
         {std::vector<std::string>{"export", "--month", "2024-01", "--output", file},
          {"export", "--month", "2024-01", "--full", "--like", file},
          {"review", "--apply", file},
          {"issue", "close", "2024-01", "--like", file},
          {"lint", file}}) {
      const Ran ran = house.run(wrong, now);
      CHECK(ran.code == 1);
      CHECK(ran.out.empty());
      CHECK(ran.err == "collector: " + file + ": is no text in UTF-8; name another file\n");
    }
  }
  CHECK(read_file(copy) == before);
  CHECK(house.run({"log", "--format", "json"}, now).out == "[]\n");
}

TEST_CASE("a mistyped name costs nobody a configuration") {
  const House house;
  const std::string now = "2024-02-02T00:00:00Z";
  const std::string list = house.program.path("list.opml");

  CHECK(house.run({"feeds", "export", "--output", list}, now).code == 0);
  CHECK(house.run({"feeds", "export", "--output", list}, now).code == 0);
  const Ran ran = house.run({"feeds", "export", "--output", "feeds.yaml"}, now);

  CHECK(ran.code == 1);
  CHECK_THAT(ran.err, StartsWith("collector: feeds.yaml: holds something else"));
  CHECK(read_file("feeds.yaml") == kConfig);
}

TEST_CASE("a list takes the place of any other list of feeds, and of nothing else") {
  const House house;
  const auto exported = [&](const std::string& former) {
    const std::string file = house.program.write("list.opml", former);
    return house.run({"feeds", "export", "--output", file}, "2024-02-02T00:00:00Z").code;
  };

  CHECK(exported("") == 0);
  CHECK(exported("\xEF\xBB\xBF<?xml version=\"1.0\"?>\n<opml version=\"1.0\"/>\n") == 0);
  CHECK(exported("\r\n <!-- by hand --> <opml version=\"2.0\"/>\n") == 0);
  CHECK(exported("<!doctype html>\n<title>Feeds</title>\n") == 1);
  CHECK(exported("<?xml version=\"1.0\"?>\n<feed/>\n") == 1);
  CHECK(exported("# as <opml>\nfeeds: []\n") == 1);
}

TEST_CASE("a page of nothing says so, for it may be the wrong month") {
  const House house;
  const std::string now = "2024-02-02T00:00:00Z";

  const Ran page = house.run({"export", "--month", "2023-01"}, now);
  const Ran file = house.run({"export", "--month", "2023-01", "--output", "news.md"}, now);

  CHECK(page.code == 0);
  CHECK(page.out.empty());
  CHECK_THAT(page.err, StartsWith("collector: nothing is to be printed"));
  CHECK(file.err == page.err);
  CHECK(house.run({"export", "--month", "2024-01"}, now).err.empty());
  CHECK(house.run({"-q", "export", "--month", "2023-01"}, now).err.empty());
}
