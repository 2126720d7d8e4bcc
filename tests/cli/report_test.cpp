#include "cli/program.h"
#include "core/json.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/store.h"
#include "support/catch.h"

using collector::Json;
using collector::parse_json;
using namespace collector::test;

namespace {

void add_item(const std::string& database) {
  collector::FeedUpdate update;
  update.state.name = "blog";
  update.state.url = "https://me:geheim@blog.example/feed";
  update.state.failures = 2;
  update.state.last_error = "404 Not Found (https://me:geheim@blog.example/feed)";
  collector::Item item;
  item.feed = "blog";
  item.key = "a";
  item.title = "An \x1B[31marticle";
  item.section = "articles";
  item.date = std::chrono::sys_days{std::chrono::year{2024} / 1 / 9};
  update.items = {item};
  collector::open_store(database, collector::Access::Write)
      ->polls()
      .save(std::vector{update}, item.date);
}

}  // namespace

TEST_CASE("report tells for people and for programs, and shows no password") {
  const Program collector;
  const std::string database = collector.path("news.db");
  add_item(database);

  const Ran text = collector({"report", "--month", "2024-01", "--db", database});
  const Ran data =
      collector({"report", "--month", "2024-01", "--db", database, "--format", "json"});

  CHECK(text.code == 0);
  CHECK_THAT(text.out,
             ContainsSubstring("2024-01: 1 items\nFeeds in trouble: 1\n  blog: failed 2"));
  CHECK_THAT(text.out, ContainsSubstring("Undecided: 1\n"));
  CHECK_THAT(text.out, ContainsSubstring("Late: none\n"));
  CHECK_THAT(text.out + data.out, !ContainsSubstring("geheim"));
  CHECK_THAT(text.out, !ContainsSubstring("\x1B"));
  const Json report = parse_json(data.out).value();
  CHECK(report["undecided"].size() == 1);
  CHECK(report["failed"].elements().at(0)["feed"] == "blog");
  CHECK(report["last_issue"].is_null());
}

TEST_CASE("report wants a month") {
  const Program collector;
  add_item(collector.path("news.db"));

  CHECK(collector({"report", "--db", collector.path("news.db")}).code == 2);
  const Ran soon = collector({"report", "--month", "soon", "--db", collector.path("news.db")});
  CHECK(soon.code == 2);
  CHECK_THAT(soon.err, ContainsSubstring("--month: wants a month"));
}
