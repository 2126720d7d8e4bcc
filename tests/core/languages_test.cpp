#include "core/languages.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a language is one by all of its codes, scripts and countries") {
  CHECK(primary_language("de-AT") == "de");
  CHECK(primary_language("deu") == "de");
  CHECK(primary_language("iw-IL") == "he");
  CHECK(primary_language("in") == "id");
  CHECK(primary_language("tl") == primary_language("fil"));
  CHECK(primary_language("no") == primary_language("nb-NO"));
  CHECK(primary_language("no") != primary_language("nn"));
  CHECK(primary_language("cmn") == primary_language("zh-Hant-TW"));
  CHECK(primary_language("sr-Latn") == "sr");
  CHECK(primary_language("hr") == "hr");
  CHECK(primary_language("").empty());
  CHECK(primary_language("no language").empty());
}
