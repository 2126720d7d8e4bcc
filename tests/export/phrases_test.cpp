#include "export/phrases.h"

#include "support/catch.h"

#include <vector>

using namespace collector;

TEST_CASE("things are enumerated as English does") {
  const auto all = [](const std::vector<std::string>& parts, const std::string& conjunction) {
    Wording wording;
    wording.conjunction = conjunction;
    return enumerate(parts, wording);
  };
  CHECK(all({"a"}, "and") == "a");
  CHECK(all({"a", "b"}, "et") == "a et b");
  CHECK(all({"a", "b", "c"}, "and") == "a, b and c");
  CHECK(all({"a", "b", "c"}, "と") == "a, bとc");
}

TEST_CASE("a language is named in the newsletter's letters") {
  CHECK(language_tag("fr", "en") == " [FR]");
  CHECK(language_tag("pt-BR", "en") == " [PT_BR]");
  CHECK(language_tag("en-US", "de") == " [EN]");
  CHECK(language_tag("de-de", "en") == " [DE]");
  CHECK(language_tag("uk", "en") == " [UA]");
  CHECK(language_tag("en-GB", "en").empty());
  CHECK(language_tag("", "en").empty());
  CHECK(language_tag("de-AT", "de").empty());
  CHECK(language_tag("en", "pt-BR") == " [EN]");
  CHECK(language_tag("pt", "pt-BR").empty());
  CHECK(language_tag("no", "nb").empty());
  CHECK(language_tag("nn", "nb") == " [NN]");
  CHECK(language_tag("he", "iw").empty());
}

TEST_CASE("a blog gets its article unless it has an owner or a name of its own") {
  CHECK(wants_article("ProcessOne blog"));
  CHECK_FALSE(wants_article("Georg's blog"));
  CHECK_FALSE(wants_article("Movim"));
}

TEST_CASE("an excerpt ends with a sentence or else after a word") {
  CHECK(excerpt("One. Two! Three", 12) == "One. Two!");
  CHECK(excerpt("One two three", 9) == "One two\u2026");
  CHECK(excerpt("All of it", 100) == "All of it");
  CHECK(excerpt("Version 1.2 is out. Get it", 22) == "Version 1.2 is out.");
  CHECK(excerpt("新版を公開。次は来月。", 24) == "新版を公開。");
  CHECK(excerpt("新版を公開しました", 15) == "新版を公開\u2026");
  CHECK(excerpt("ما الجديد؟ نسخة جديدة", 30) == "ما الجديد؟");
  CHECK(excerpt("", 10).empty());
  CHECK(excerpt("\u2026", 10).empty());
}

TEST_CASE("names are compared without case, accents and opening punctuation") {
  CHECK(sort_key("\u00bfQu\u00e9 es?") == "que es?");
  CHECK(sort_key("\u00c9crire") == "ecrire");
  CHECK(sort_key("\u201cMovim\u201d") == "movim\u201d");
  CHECK(sort_key("~dan") == "dan");
  CHECK(sort_key("\u300cかに\u300d").starts_with("かに"));
  CHECK(sort_key("ЯК") == sort_key("як"));
}

TEST_CASE("a name is recognised in another whatever the punctuation") {
  CHECK(same_name("ProcessOne", "ProcessOne blog"));
  CHECK(same_name("bird_tutorials_de", "Bird Tutorials DE by ben"));
  CHECK(same_name("Process One", "ProcessOne blog"));
  CHECK(same_name("Ada", "Ada\u2019s Quay"));
  CHECK(same_name("Иван", "БЛОГ ИВАН"));
  CHECK_FALSE(same_name("Ada", "Heron blog"));
  CHECK_FALSE(same_name("Ted", "Federated Messaging"));
  CHECK_FALSE(same_name("Ann", "Planet Announcements"));
  CHECK_FALSE(same_name("Ada Heron", ""));
  CHECK_FALSE(same_name("", "Quay"));
}
