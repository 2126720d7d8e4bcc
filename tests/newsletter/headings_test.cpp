#include "newsletter/headings.h"

#include "support/catch.h"

#include <vector>

using namespace collector;

TEST_CASE("a heading means a section however it is spelt") {
  const std::vector<Section> sections{
      {.name = "talks",
       .heading = "Videos and Talks",
       .parent = "",
       .empty = "",
       .subsections = {}},
      {.name = "clients",
       .heading = "XMPP Clients and Applications",
       .parent = "",
       .empty = "",
       .subsections = {}},
      {.name = "libraries",
       .heading = "XMPP Libraries & Tools",
       .parent = "",
       .empty = "",
       .subsections = {}},
  };
  const auto [heading, name] = GENERATE(table<const char*, const char*>({
      {"XMPP Clients and Applications", "clients"},
      {"Clients and Applications", "clients"},
      {"clients and applications:", "clients"},
      {"clients", "clients"},
      {"Talks", "talks"},
      {"Libraries & Tools", "libraries"},
      {"Libraries", "libraries"},
      {"Bridges", "libraries"},
      {"Video", "talks"},
      {"Free Libraries & Tools", ""},
      {"Applications of XMPP", ""},
      {"Spread the news!", ""},
      {"", ""},
  }));
  INFO(heading);

  const Section* found = section_headed(heading, sections);

  CHECK(std::string(found == nullptr ? "" : found->name) == name);
}
