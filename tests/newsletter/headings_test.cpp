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

TEST_CASE("what speaks to readers stands in every issue, unless it tells news as well") {
  for (const char* heading : {"Jobs", "XMPP Public channels", "Spread the news!"}) {
    CAPTURE(heading);
    CHECK(is_standing_heading(heading));
    CHECK(topic_of_heading(heading).empty());
  }
  CHECK_FALSE(is_standing_heading("Events and jobs fair"));
  CHECK(topic_of_heading("Events and jobs fair") == "events");
}
