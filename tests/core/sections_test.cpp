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
