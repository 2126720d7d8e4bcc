#include "core/lists.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a text is added once, and the first place is kept") {
  std::vector<std::string> texts;
  for (const std::string text : {"b", "a", "b", "", "a", ""})
    add_once(texts, text);

  CHECK(texts == std::vector<std::string>{"b", "a", ""});
}
