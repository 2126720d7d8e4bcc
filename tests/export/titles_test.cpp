#include "export/titles.h"

#include "support/catch.h"

using namespace collector;

namespace {

StoredItem titled(const std::string& title) {
  StoredItem stored;
  stored.item.title = title;
  return stored;
}

}  // namespace

TEST_CASE("a reviewer's title wins over the readable one, and that over the feed's") {
  StoredItem stored = titled("v1.2");
  CHECK(printed_title(stored) == "v1.2");
  stored.item.headline = "Heron 1.2";
  CHECK(printed_title(stored) == "Heron 1.2");
  stored.edited_title = "Heron flies";
  CHECK(printed_title(stored) == "Heron flies");
}

TEST_CASE("a post without a title is called by its first sentence") {
  StoredItem stored = titled("Eggs are laid today. More of them on\u2026");
  stored.item.summary = "Eggs are laid today. More of them on Monday.";

  CHECK(printed_title(stored) == "Eggs are laid today");
  CHECK(text_after_title(stored.item, "Eggs are laid today") == "More of them on Monday.");

  stored.item.summary = "Something else.";
  CHECK(printed_title(stored) == stored.item.title);
  CHECK(text_after_title(stored.item, "Eggs are laid today") == "Something else.");
}

TEST_CASE("a planet's titles lose the author in front of them") {
  StoredItem stored = titled("Ada Byron: A view: the nest");
  stored.item.author = "Ada Byron";
  CHECK(printed_title(stored) == "Ada Byron: A view: the nest");
  stored.item.from_aggregate = true;
  CHECK(printed_title(stored) == "A view: the nest");
  stored.item.author = "Ben";
  CHECK(printed_title(stored) == "Ada Byron: A view: the nest");
}

TEST_CASE("an author is a name") {
  Item item;
  item.author = "@ada Ada Byron";
  CHECK(printed_author(item) == "Ada Byron");
  item.author = "ada";
  CHECK(printed_author(item) == "ada");
  for (const char* nobody : {"ada@nest.example", "@ada@nest.example", "admin", "System", ""}) {
    item.author = nobody;
    CHECK(printed_author(item).empty());
  }
}
