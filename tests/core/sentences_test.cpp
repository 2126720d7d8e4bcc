#include "core/sentences.h"

#include "support/catch.h"

#include <string>

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
  CHECK(first_of("Ask J. Gull. Now.") == "Ask J. Gull.");
  CHECK(first_of("So z. B. Heron. Jetzt.") == "So z. B. Heron.");
  CHECK(first_of("Есть и т. п. Вещи. Да.") == "Есть и т. п. Вещи.");
  CHECK(first_of("It runs etc. on boats. Now.") == "It runs etc. on boats.");
  CHECK(first_of("Boats vs. (old) ships. Now.") == "Boats vs. (old) ships.");
  CHECK(first_of("Made by J.") == "Made by J.");
  CHECK(first_of("Heron 2. Gull 3.") == "Heron 2.");
}
