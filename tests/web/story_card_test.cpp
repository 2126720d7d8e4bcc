#include "web/story_card.h"

#include "config/config.h"
#include "store/decisions.h"
#include "store/poll.h"
#include "store/polls.h"
#include "support/catch.h"
#include "support/stored_items.h"
#include "web_store.h"

using namespace collector;

namespace {

Item entry(const std::string& title, const std::string& section) {
  Item item;
  item.feed = "Harbour";
  item.key = item.guid = item.title = title;
  item.url = item.canonical_url = "https://harbour.example/" + std::to_string(title.size());
  item.section = section;
  item.summary = "The harbour opens at noon. It closes at six.";
  item.author = "Ada";
  item.date = std::chrono::sys_days{std::chrono::year{2024} / 1 / 20};
  item.published = item.date;
  return item;
}

/// The bullet that the card of the story called `title` offers to be changed.
std::string bullet_of(const std::string& title, const WebStore& site) {
  const Config config = parse_config("newsletter: {title: News}", "feeds.yaml");
  Months months(site.path, config);
  std::string bullet;
  months.read("2024-01", [&](const Month& month) {
    for (const Candidate& candidate : month.candidates) {
      const Json card = story_card(candidate, month, config);
      if (card["story_title"].text() == title) bullet = card["bullet"].text();
    }
  });
  return bullet;
}

void save(std::vector<Item> items, const WebStore& site) {
  FeedUpdate update;
  update.state.name = "Harbour";
  update.state.url = "https://harbour.example/feed";
  update.items = std::move(items);
  site.open()->polls().save({&update, 1}, kWebNow);
}

}  // namespace

TEST_CASE("a card offers the bullet as it would be printed") {
  const WebStore site(std::vector<std::string>{});
  Item release = entry("Heron 1.2 released", "clients");
  release.project = "Heron";
  release.version = "1.2";
  release.kind = ItemKind::Release;
  Item notice = entry("We open", "announcements");
  save({entry("Of boats", "articles"), release, notice}, site);

  CHECK(bullet_of("Of boats", site) ==
        "[Of boats](https://harbour.example/8), by Ada for Harbour.");
  CHECK(bullet_of("Heron 1.2 released", site) ==
        "Heron has released version [1.2](https://harbour.example/18).");
  CHECK(bullet_of("We open", site).starts_with("The harbour opens at noon."));
}

TEST_CASE("each release of a joint bullet offers words of its own") {
  const WebStore site(std::vector<std::string>{});
  std::vector<Item> items;
  for (const char* version : {"1.2", "1.3.1"}) {
    Item& release = items.emplace_back(entry("Heron " + std::string(version), "clients"));
    release.project = "Heron";
    release.version = version;
    release.kind = ItemKind::Release;
  }
  save(items, site);

  CHECK(bullet_of("Heron 1.2", site) ==
        "Heron has released version [1.2](https://harbour.example/9).");
  CHECK(bullet_of("Heron 1.3.1", site) ==
        "Heron has released version [1.3.1](https://harbour.example/11).");
}

TEST_CASE("a vendor's name is not repeated below its bullet") {
  const WebStore site(std::vector<std::string>{});
  std::vector<Item> items{entry("Of boats", "articles"),
                          entry("Of nets and ropes", "articles")};
  for (Item& item : items)
    item.group = "The Harbour";
  save(items, site);

  CHECK(bullet_of("Of boats", site) == "[Of boats](https://harbour.example/8), by Ada.");
}

TEST_CASE("a reviewer's own words are what is changed next") {
  const WebStore site(std::vector<std::string>{});
  save({entry("Of boats", "articles")}, site);
  const auto store = site.open();
  Decision words;
  words.kind = DecisionKind::Edit;
  words.item_id = stored_ids(*store).front();
  words.field = "text";
  words.value = "Boats, [told](https://harbour.example/8).";
  store->decisions().record({&words, 1}, {});

  CHECK(bullet_of("Of boats", site) == words.value);
}
