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

TEST_CASE("a language is written in the script of its tag, else of its country") {
  CHECK(likely_script("zh") == "Hans");
  CHECK(likely_script("zh-SG") == "Hans");
  CHECK(likely_script("zh-TW") == "Hant");
  CHECK(likely_script("zh-HK") == "Hant");
  CHECK(likely_script("zh-Hans-HK") == "Hans");
  CHECK(likely_script("no language").empty());
}
