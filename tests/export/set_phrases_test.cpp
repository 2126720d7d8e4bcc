#include "export/set_phrases.h"

#include "support/catch.h"

using namespace collector;

namespace {

Item heron() {
  Item item;
  item.title = "Heron 1.2 is out!";
  item.headline = "Heron 1.2";
  item.project = "Heron";
  item.feed = "Heron blog";
  return item;
}

}  // namespace

TEST_CASE("a sentence that only repeats names and set phrases says nothing") {
  const Item item = heron();

  CHECK(
      telling_part("Hi all! We are happy to announce the release of Heron 1.2.", item).empty());
  CHECK(telling_part("See the full changelog.", item).empty());
  CHECK(telling_part("Python 3.14", item).empty());
  CHECK(telling_part("12 people contributed to it: Ana, Ben and Cora.", item).empty());
  CHECK(telling_part("", item).empty());
}

TEST_CASE("what says something is kept whole, without the politeness around it") {
  const Item item = heron();

  CHECK(telling_part("Heron 1.2 is out. It wades faster. It is new. It eats fish. Read more!",
                     item) == "It wades faster. It is new. It eats fish.");
  CHECK(telling_part("Fishing at night", item) == "Fishing at night");
  CHECK(telling_part("Heron 1.2。検索が速くなりました。魚も食べます。", item) ==
        "検索が速くなりました。魚も食べます。");

  Item toot;
  toot.title = toot.summary = "It wades. Herons wade faster. #herons";
  CHECK(telling_part(toot.summary, toot) == "It wades. Herons wade faster.");
}
