#include "report/report.h"

#include "config/config.h"
#include "core/error.h"
#include "store/decisions.h"
#include "store/issue.h"
#include "store/ledger.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/stored_items.h"

using namespace collector;
using namespace std::chrono;

namespace {

UtcTime on(int year_number, unsigned month_number, unsigned day_number) {
  return sys_days{year{year_number} / static_cast<int>(month_number) /
                  static_cast<int>(day_number)};
}

Item item(const std::string& key, UtcTime date, const std::string& project = {}) {
  Item item;
  item.key = key;
  item.url = "https://quay.example/" + key;
  item.canonical_url = item.url;
  item.title = "About " + key;
  item.date = date;
  item.published = date;
  item.date_source = DateSource::Published;
  item.section = "articles";
  item.project = project;
  return item;
}

/// A store whose feeds are polled at given times.
struct Newsroom {
  void poll(const std::string& feed, UtcTime when, std::vector<Item> items) {
    FeedUpdate update;
    update.state.name = feed;
    update.state.url = "https://quay.example/" + feed;
    update.state.last_polled = when;
    update.state.last_success = when;
    for (Item& item : items)
      item.feed = feed;
    update.items = std::move(items);
    store->polls().save(std::vector{update}, when);
  }

  CoverageReport report(const std::string& month = "2024-01") {
    return coverage_report(*store, config, month);
  }

  std::unique_ptr<Store> store = open_store(":memory:", Access::Write);
  Config config = parse_config("", "");
};

/// `count` items, the newest first, a day apart.
std::vector<Item> daily(const std::string& prefix, UtcTime newest, int count) {
  std::vector<Item> items;
  for (int i = 0; i < count; ++i)
    items.push_back(item(prefix + std::to_string(i), newest - days{i}));
  return items;
}

std::vector<std::string> names(const std::vector<SilentSource>& sources) {
  std::vector<std::string> names;
  for (const SilentSource& source : sources)
    names.push_back(source.name);
  return names;
}

}  // namespace

TEST_CASE("a report shows no user and no password") {
  Newsroom room;
  FeedUpdate update;
  update.state.name = "private";
  update.state.url = "https://ana:secret@quay.example/feed";
  update.state.last_polled = on(2024, 1, 10);
  update.state.last_error = "moved to https://ana:secret@quay.example/new";
  update.state.failures = 3;
  update.state.failing_since = on(2024, 1, 1);
  room.store->polls().save(std::vector{update}, on(2024, 1, 10));

  const CoverageReport report = room.report();

  REQUIRE(report.failed.size() == 1);
  CHECK(report.failed[0].url == "https://***@quay.example/feed");
  CHECK_THAT(report.failed[0].problem, ContainsSubstring("https://***@quay.example/new"));
}

TEST_CASE("a month without anything wrong has nothing to report") {
  Newsroom room;
  room.poll("blog", on(2024, 1, 10), {item("a", on(2024, 1, 9))});
  room.store->decisions().record(
      std::vector{Decision{.kind = DecisionKind::Keep,
                           .item_id = stored_ids(*room.store).front(),
                           .by = {"", "", on(2024, 2, 1)}}});

  const CoverageReport report = room.report();

  CHECK(report.items == 1);
  CHECK(report.failed.empty());
  CHECK(report.overflowed.empty());
  CHECK(report.silent.empty());
  CHECK(report.late.empty());
  CHECK(report.undecided.empty());
  CHECK(report.not_again.empty());
}

TEST_CASE("feeds that fail, are gone or were never asked are told with why") {
  Newsroom room;
  room.config = parse_config(
      "feeds:\n  - {name: fails, url: https://a.example/}\n"
      "  - {name: gone, url: https://b.example/}\n  - {name: new, url: https://c.example/}\n"
      "  - {name: off, url: https://d.example/, enabled: false}\n",
      "feeds.yaml");
  FeedUpdate fails;
  fails.state.name = "fails";
  fails.state.failures = 3;
  fails.state.last_error = "404 Not Found";
  fails.state.failing_since = on(2024, 1, 5);
  FeedUpdate gone;
  gone.state.name = "gone";
  gone.state.disabled = true;
  gone.state.last_error = "410 Gone";
  room.store->polls().save(std::vector{fails, gone}, on(2024, 2, 1));

  const auto failed = room.report().failed;

  REQUIRE(failed.size() == 3);
  CHECK(failed[0].problem == "failed 3 times in a row: 404 Not Found; never read");
  CHECK(failed[0].since == on(2024, 1, 5));
  CHECK(failed[1].problem == "is gone for good: 410 Gone");
  CHECK(failed[2].feed == "new");

  fails.state.failures = 1;
  room.store->polls().save(std::vector{fails}, on(2024, 2, 2));
  CHECK(room.report().failed[0].problem == "failed once: 404 Not Found; never read");
}

TEST_CASE("a document full of news may have hidden some") {
  Newsroom room;
  SECTION("between two polls") {
    room.poll("releases", on(2024, 1, 2), {item("old", on(2024, 1, 1))});
    room.poll("releases", on(2024, 1, 25), daily("new", on(2024, 1, 24), 10));
    const auto overflowed = room.report().overflowed;
    REQUIRE(overflowed.size() == 1);
    CHECK(overflowed[0].problem ==
          "all 10 entries of 2024-01-25 were new, the oldest of 2024-01-15: what came from "
          "2024-01-02 to then was not seen");
  }
  SECTION("before a first poll") {
    room.poll("releases", on(2024, 2, 1), daily("new", on(2024, 1, 30), 10));
    REQUIRE(room.report().overflowed.size() == 1);
    CHECK(room.report().overflowed[0].since == on(2024, 1, 1));
  }
  SECTION("not when it reaches back to the poll before, or beyond the month") {
    room.poll("busy", on(2024, 1, 20), {item("old", on(2024, 1, 1))});
    room.poll("busy", on(2024, 1, 25), daily("new", on(2024, 1, 24), 10));
    room.poll("slow", on(2024, 2, 1), daily("s", on(2024, 1, 5), 10));
    CHECK(room.report().overflowed.empty());
  }
  SECTION("not when it held fewer than its kind cuts off at") {
    room.poll("small", on(2024, 2, 1), daily("s", on(2024, 1, 30), 7));
    CHECK(room.report().overflowed.empty());
  }
}

TEST_CASE("who used to have news and has none is silent, the most regular first") {
  Newsroom room;
  room.poll("all", on(2024, 1, 31),
            {item("q1", on(2023, 11, 3), "Quay"), item("q2", on(2023, 12, 3), "Quay"),
             item("p1", on(2023, 10, 3), "Pier"), item("p2", on(2023, 11, 3), "Pier"),
             item("p3", on(2023, 12, 3), "Pier"), item("d1", on(2023, 12, 3), "Dinghy"),
             item("d2", on(2023, 12, 4), "Dinghy"), item("b1", on(2023, 11, 3), "Buoy"),
             item("b2", on(2023, 12, 3), "Buoy"), item("b3", on(2024, 1, 3), "Buoy")});

  const CoverageReport report = room.report();

  CHECK(names(report.silent) == std::vector<std::string>{"Pier", "Quay"});
  CHECK(report.silent[0].before == 3);
  CHECK(report.silent[0].last == on(2023, 12, 3));
}

TEST_CASE("whose news was turned down is not silent") {
  const DecisionKind down = GENERATE(DecisionKind::Drop, DecisionKind::Remove);
  Newsroom room;
  room.poll(
      "blog", on(2024, 1, 31),
      {item("a", on(2023, 11, 3)), item("b", on(2023, 12, 3)), item("c", on(2024, 1, 3))});
  for (const StoredItem& stored : stored_items(*room.store)) {
    if (stored.item.key != "c") continue;
    room.store->decisions().record(std::vector{
        Decision{.kind = down, .item_id = stored.id, .by = {"", "", on(2024, 2, 1)}}});
  }

  CHECK(room.report().items == 0);
  CHECK(room.report().silent.empty());
}

TEST_CASE("news of a month that came after its closing is late, a first poll's is not") {
  Newsroom room;
  room.poll("blog", on(2024, 1, 1), {item("known", on(2023, 12, 20))});
  room.poll("blog", on(2024, 1, 20),
            {item("late", on(2023, 12, 28)), item("known", on(2023, 12, 20))});
  room.poll("fresh", on(2024, 1, 25), {item("first", on(2023, 12, 15))});

  const auto late = room.report().late;

  REQUIRE(late.size() == 1);
  CHECK(late[0].item.key == "late");
}

TEST_CASE("what the last issue printed is compared by project, else by feed") {
  Newsroom room;
  room.poll("blog", on(2023, 12, 10), {item("post", on(2023, 12, 9))});
  room.poll("all", on(2024, 1, 31), {item("q2", on(2024, 1, 3), "Quay")});
  Issue issue;
  issue.month = "2023-12";
  issue.window = {on(2023, 12, 1), on(2024, 1, 1)};
  issue.closed = on(2024, 1, 5);
  issue.entries = {{.section = "clients", .title = "Quay 1.0", .project = "Quay"},
                   {.section = "servers", .title = "Pier 2.0", .project = "Pier"},
                   {.section = "articles",
                    .title = "About post",
                    .item_ids = {id_of("About post", *room.store)}},
                   {.section = "servers", .title = "Pier 2.1", .project = "Pier"},
                   {.section = "articles", .title = "By hand"}};
  room.store->ledger().close(issue);

  const CoverageReport report = room.report();

  CHECK(report.last_issue == "2023-12");
  REQUIRE(report.not_again.size() == 2);
  CHECK(report.not_again[0].name == "Pier");
  CHECK(report.not_again[0].titles == std::vector<std::string>{"Pier 2.0", "Pier 2.1"});
  CHECK(report.not_again[1].name == "blog");
}

TEST_CASE("undecided items are listed, noise and what is decided are not") {
  Newsroom room;
  Item noise = item("noise", on(2024, 1, 4));
  noise.noise = true;
  room.poll("blog", on(2024, 1, 10), {item("a", on(2024, 1, 9)), noise});

  const CoverageReport report = room.report();

  REQUIRE(report.undecided.size() == 1);
  CHECK(report.undecided[0].item.key == "a");
  CHECK(report.items == 1);
  CHECK_THROWS_AS(room.report("January"), UsageError);
}
