#include "config/config.h"
#include "core/json.h"
#include "store/documents.h"
#include "store/poll.h"
#include "store/polls.h"
#include "support/catch.h"
#include "web/other_pages.h"
#include "web_store.h"

using namespace collector;

TEST_CASE("the page of feeds says which the configuration leaves alone, behind the others") {
  const WebStore site(std::vector<std::string>{});
  for (const char* name : {"Gone quiet", "Off", "Well"}) {
    FeedUpdate update;
    update.state.name = name;
    site.open()->polls().save({&update, 1}, kWebNow);
  }
  const Config config = parse_config(
      "feeds:\n"
      "- {name: Off, url: 'https://off.example/feed', enabled: false}\n"
      "- {name: Well, url: 'https://well.example/feed'}\n",
      "feeds.yaml");

  const Json page = feeds_page(config, *site.open(), kWebNow);

  std::string rows;
  for (const Json& row : page["feeds"].elements())
    rows += row["feed_name"].text() + ": " + row["health"].text() + ", " +
            row["remark"].text() + "\n";
  CHECK(rows ==
        "Well: new, \n"
        "Gone quiet: removed, not in the configuration any more\n"
        "Off: off, switched off in the configuration\n"
        "planet: removed, not in the configuration any more\n");
  CHECK(page["off"] == Json(3));
  CHECK(page["good"] == Json(1));
}

TEST_CASE("the page of feeds goes by the configuration of the last fetch") {
  const WebStore site(std::vector<std::string>{});
  FeedUpdate update;
  update.state.name = "New";
  const auto store = site.open();
  store->polls().save({&update, 1}, kWebNow);
  store->documents().remember_configuration(
      "feeds:\n- {name: New, url: 'https://new.example/feed'}\n");
  const Config older =
      parse_config("feeds:\n- {name: Old, url: 'https://old.example/feed'}\n", "feeds.yaml");

  const Json page = feeds_page(older, *store, kWebNow);

  CHECK(page["feeds"].elements().at(0)["feed_name"].text() == "New");
  CHECK(page["feeds"].elements().at(0)["health"].text() == "new");
}

TEST_CASE("the page of feeds counts the items of the last half year, not older ones") {
  const WebStore site;  // three items of January 15th
  const auto recent = [&](UtcTime now) {
    return feeds_page(Config{}, *site.open(), now)["all_recent"];
  };
  constexpr std::chrono::sys_days kNext{std::chrono::year{2024} / 1 / 16};

  CHECK(recent(kNext + std::chrono::weeks{26} - std::chrono::days{1}) == Json(3));
  CHECK(recent(kNext + std::chrono::weeks{26}) == Json(0));
}
