#include "news/opening.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a post's first sentence serves as its title") {
  CHECK(opening_sentence("Eggs are laid today. More on Monday.") == "Eggs are laid today");
  CHECK(opening_sentence("Happy holidays! See you.") == "Happy holidays!");
  CHECK(opening_sentence("Yes! The eggs are there. At last.") == "Yes! The eggs are there");
  CHECK(opening_sentence("The eggs are there #birds #eggs") == "The eggs are there");
  CHECK(opening_sentence("Heron 1.2 is out\u2026") == "Heron 1.2 is out\u2026");
  CHECK(opening_sentence("新版を公開しました。次は来月です。") == "新版を公開しました");
  CHECK(opening_sentence("#eggs").size() == 5);
  CHECK(opening_sentence("").empty());
}

TEST_CASE("a post is told from an entry that has a title") {
  Item item;
  item.title = "Happy holidays! See\u2026";
  item.summary = "Happy holidays! See you next year.";
  CHECK(is_post(item));

  item.summary = item.title = "Heron 1.2 is out";
  CHECK(title_is_text(item));
  CHECK_FALSE(is_post(item));  // a feed that repeats its titles writes the same

  item.summary = "The eggs are laid.";
  CHECK_FALSE(title_is_text(item));
}
