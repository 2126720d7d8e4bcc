#include "update/placer.h"

#include "config/config.h"
#include "support/catch.h"

#include <vector>

using namespace collector;

namespace {

Config harbour() {
  return parse_config(
      "projects: [{name: Quay, section: clients}]\n"
      "feeds:\n"
      "  - name: harbour\n"
      "    url: https://harbour.example/feed\n"
      "    rules: [{title: mooring, section: talks}]\n",
      "feeds.yaml");
}

Item titled(const std::string& title) {
  Item item;
  item.title = title;
  return item;
}

}  // namespace

TEST_CASE("an item is judged as it is placed") {
  const Config config = harbour();
  const Placer placer(config, "");
  const FeedSource& source = placer.source("harbour");
  std::vector<Item> items{titled("Quay 1.2 released"), titled("All about mooring")};
  const std::vector<Item> unplaced = items;

  placer.place(items, std::vector<std::size_t>{0, 1}, source, "");

  CHECK(items[0].project == "Quay");
  CHECK(items[0].version == "1.2");
  CHECK(items[0].section == "clients");
  CHECK(items[1].section == "talks");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Verdict verdict = placer.judge(unplaced[i], source);
    CHECK(verdict.section == items[i].section);
    CHECK(verdict.confidence == items[i].confidence);
    CHECK(verdict.reasons == items[i].reasons);
  }
}

TEST_CASE("a feed that is not configured has no rules") {
  const Config config = harbour();
  const Placer placer(config, "");

  CHECK(placer.source("elsewhere").name.empty());
  CHECK(placer.judge(titled("All about mooring"), placer.source("elsewhere")).section !=
        "talks");
}
