#include "core/sections.h"

#include "support/catch.h"

using namespace collector;

namespace {

std::vector<Section> some_sections() {
  std::vector<Section> sections(2);
  sections[0].name = "clients";
  sections[1].name = "servers";
  return sections;
}

}  // namespace

TEST_CASE("a section that is there needs no words", "[sections]") {
  CHECK(unknown_section("servers", some_sections()).empty());
}

TEST_CASE("a name that no section has gets the nearest or all", "[sections]") {
  CHECK(unknown_section("server", some_sections()) ==
        "the newsletter has no section \"server\"; did you mean \"servers\"?");
  CHECK(unknown_section("gateways", some_sections()) ==
        "the newsletter has no section \"gateways\"; there are clients, servers");
  CHECK(unknown_section("", some_sections()) ==
        "a section is wanted; there are clients, servers");
  CHECK(unknown_section("clients", {}) == "the newsletter has no section \"clients\"");
}

TEST_CASE("a section is found by its name", "[sections]") {
  const std::vector<Section> sections = some_sections();

  CHECK(find_section("servers", sections) == &sections[1]);
  CHECK(find_section("Servers", sections) == nullptr);
  CHECK(place_of_section("servers", sections) == 1);
  CHECK(place_of_section("talks", sections) == 2);
}

TEST_CASE("a section that only items know is added once", "[sections]") {
  std::vector<Section> sections = some_sections();

  add_section_once("clients", sections);
  add_section_once("games", sections);
  add_section_once("games", sections);

  REQUIRE(sections.size() == 3);
  CHECK(sections[2].name == "games");
  CHECK(sections[2].heading == "games");
}

TEST_CASE("a section is a guess unless a reviewer chose it or much speaks for it",
          "[sections]") {
  StoredItem stored;
  stored.item.confidence = 0.5;
  CHECK(is_section_guessed(stored));
  stored.moved = true;
  CHECK_FALSE(is_section_guessed(stored));
  stored.moved = false;
  stored.item.confidence = 0.6;
  CHECK_FALSE(is_section_guessed(stored));
}

TEST_CASE("the sections that the program knows play their parts", "[sections]") {
  CHECK(is_by_date("announcements"));
  CHECK(is_by_date("events"));
  CHECK_FALSE(is_by_date("clients"));
  CHECK(is_software("libraries"));
  CHECK_FALSE(is_software("articles"));
}
