#include "export/closing.h"

#include "config/config.h"
#include "store/decisions.h"
#include "store/ledger.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/stored_items.h"

using namespace collector;
using namespace std::chrono;

namespace {

constexpr UtcTime kNow = sys_days{2024y / February / 3};

Config settings() {
  return parse_config(
      "newsletter: {preset: none, sections: [{name: articles, heading: Articles}]}\n", "");
}

Closing january() {
  return {"2024-01", {"2024-01", "", ""}, month_window("2024-01", "UTC"), kNow};
}

/// A store with two posts of January.
std::unique_ptr<Store> harbour() {
  auto store = open_store(":memory:", Access::Write);
  FeedUpdate update;
  update.state.name = "Harbour";
  for (const char* name : {"moor", "anchor"}) {
    Item& item = update.items.emplace_back();
    item.feed = "Harbour";
    item.key = item.url = item.canonical_url = std::string("https://harbour.example/") + name;
    item.title = std::string("How to ") + name;
    item.date = sys_days{2024y / January / 9};
    item.section = "articles";
  }
  store->polls().save({&update, 1}, kNow);
  return store;
}

}  // namespace

TEST_CASE("an issue is put on record as it is exported") {
  const auto store = harbour();
  const std::string moor = id_of("How to moor", *store);
  store->decisions().record(std::vector{Decision{.kind = DecisionKind::Keep, .item_id = moor}});

  const Issue all = exported_issue(january(), Selection::Candidates, settings(), *store);
  const Issue kept = exported_issue(january(), Selection::Kept, settings(), *store);

  CHECK(all.month == "2024-01");
  CHECK(all.closed == kNow);
  CHECK(all.window.from == sys_days{2024y / January / 1});
  CHECK(all.entries.size() == 2);
  CHECK_THAT(all.json, ContainsSubstring("\"month\"") && ContainsSubstring("2024-01"));
  REQUIRE(kept.entries.size() == 1);
  CHECK(kept.entries[0].item_ids == std::vector{moor});
  CHECK_THAT(kept.markdown, ContainsSubstring("moor") && !ContainsSubstring("anchor"));
}

TEST_CASE("an issue that was printed is put on record byte for byte") {
  const auto store = harbour();
  const std::string text =
      "# Ours\n\n## Articles\n\n- [Anchors!](https://harbour.example/anchor)\n";
  Closing days = january();
  days.days = {"", "2024-01-01", "2024-01-31"};

  const Issue issue = printed_issue(days, text, settings(), *store);

  CHECK(issue.month == "2024-01");
  CHECK(issue.markdown == text);
  CHECK_THAT(issue.json, ContainsSubstring("2024-01-31") && !ContainsSubstring("\"month\""));
  REQUIRE(issue.entries.size() == 1);
  CHECK(issue.entries[0].item_ids == std::vector{id_of("How to anchor", *store)});
}

TEST_CASE("what an earlier issue has on record is told, once for an entry") {
  const auto store = harbour();
  const std::string text =
      "## Articles\n\n- [Anchors!](https://harbour.example/anchor)\n"
      "- [Elsewhere](https://quay.example/)\n";
  store->ledger().close(printed_issue(january(), text, settings(), *store));
  Closing february = january();
  february.month = "2024-02";

  const Issue again = printed_issue(february, text, settings(), *store);

  CHECK(printed_twice(again, *store) ==
        std::vector<std::string>{"\"Anchors!\" was printed in 2024-01 already"});
}
