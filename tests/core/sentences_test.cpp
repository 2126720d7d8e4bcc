#include "core/sentences.h"

#include "support/catch.h"

#include <string>
#include <vector>

using namespace collector;

namespace {

/// The first sentence of `text`, as far as it is one.
std::string first_of(const std::string& text) {
  for (std::size_t at = 0; at <= text.size(); ++at)
    if (ends_sentence(text, at)) return text.substr(0, at);
  return "";
}

}  // namespace

TEST_CASE("a sentence ends with its mark, before a blank or at the end") {
  CHECK(first_of("It is out. Get it.") == "It is out.");
  CHECK(first_of("a quiet river. it flows.") == "a quiet river.");
  CHECK(first_of("Version 1.2 is out! so we say") == "Version 1.2 is out!");
  CHECK(first_of("Out?") == "Out?");
  CHECK(first_of("Out. \u201cAt last\u201d") == "Out.");
  CHECK(first_of("No end").empty());
  CHECK(first_of("").empty());
}

TEST_CASE("the full stop of an abbreviation ends no sentence") {
  CHECK(first_of("Use it, e.g. Heron. Now.") == "Use it, e.g. Heron.");
  CHECK(first_of("J. Gull asks. Now.") == "J. Gull asks.");
  CHECK(first_of("Ask J. R. Gull. Now.") == "Ask J. R. Gull.");
  CHECK(first_of("Ask Dr. J. Gull. Now.") == "Ask Dr. J. Gull.");
  CHECK(first_of("So z. B. Heron. Jetzt.") == "So z. B. Heron.");
  CHECK(first_of("Есть и т. п. Вещи. Да.") == "Есть и т. п. Вещи.");
  CHECK(first_of("It runs etc. on boats. Now.") == "It runs etc. on boats.");
  CHECK(first_of("Boats vs. (old) ships. Now.") == "Boats vs. (old) ships.");
  CHECK(first_of("Boats etc. They run. Now.") == "Boats etc.");
  CHECK(first_of("Лодки и т. д. на воде. Да.") == "Лодки и т. д. на воде.");
  CHECK(first_of("We meet at 8 p.m. on Monday. Come.") == "We meet at 8 p.m. on Monday.");
  CHECK(first_of("We meet at 8 p.m. Come.") == "We meet at 8 p.m.");
  CHECK(first_of("Made by J.") == "Made by J.");
  CHECK(first_of("Heron 2. Gull 3.") == "Heron 2.");
}

TEST_CASE("abbreviations of many languages end no sentence, with a blank inside or without") {
  for (const std::string& text : std::vector<std::string>{
           "Usa p.ej. Heron.",   "Usa p. ej. Heron.",    "Nutzt z.B. Heron.",
           "Nutzt z.T. Heron.",  "Nutzt z. T. Heron.",   "Nutzt u.a. Heron.",
           "Nutzt u. a. Heron.", "D.h. Heron.",          "D. h. Heron.",
           "Med t.ex. Heron.",   "Med t. ex. Heron.",    "Avec p. ex. Heron.",
           "Com p.ex. Heron.",   "Con p. es. Heron.",    "Con (p. es.) Heron.",
           "Usa p. ej., Heron.", "Vi har bl. a. Heron.", "Т. е. Heron.",
           "Как т.е. Heron.",    "N.B. Heron.",          "Cf. Heron.",
           "P. ej. Heron.",      "In the U.S. market."}) {
    INFO(text);
    CHECK(first_of(text + " Now.") == text);
  }
}

TEST_CASE("a letter that something is called by, and a short word, end their sentence") {
  CHECK(first_of("This is Nest X. It is new.") == "This is Nest X.");
  CHECK(first_of("Written in C. It needs no more.") == "Written in C.");
  CHECK(first_of("Ты и я. Мы тут.") == "Ты и я.");
  CHECK(first_of("It works over S2S. The bug is gone.") == "It works over S2S.");
  CHECK(first_of("Boats have 5G. It works.") == "Boats have 5G.");
  CHECK(first_of("Heron is out. gull users can test it.") == "Heron is out.");
  CHECK(first_of("It runs in the U.S. They like it.") == "It runs in the U.S.");
  CHECK(first_of("It is made in CA. They like it.") == "It is made in CA.");
  CHECK(first_of("Plan B. Mr. Gull likes it.") == "Plan B.");
  CHECK(first_of("He is my ex. They like him.") == "He is my ex.");
  CHECK(first_of("Heron is out. (Many thanks.)") == "Heron is out.");
}

TEST_CASE("a full-width stop between digits ends no sentence") {
  CHECK(first_of("鷺２．０を公開。次") == "鷺２．０を公開。");
  CHECK(first_of("鷺2．0を公開．次") == "鷺2．0を公開．");
  CHECK(first_of("鷺2．\u200E次") == "鷺2．");
}
