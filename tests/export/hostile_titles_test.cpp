// The Markdown of tests/data/export/hostile.items as a reader of Markdown sees it.
#include "newsletter/read.h"
#include "support/catch.h"
#include "support/paths.h"

#include <fstream>
#include <iterator>

using namespace collector;

TEST_CASE("a reader of Markdown finds no heading and no link that a title brought along") {
  std::ifstream file(test_data("export/hostile.expected.md"), std::ios::binary);
  const std::string markdown{std::istreambuf_iterator<char>(file), {}};

  std::vector<std::string> sections;
  std::vector<std::string> links;
  for (const PrintedNote& note : read_newsletter(markdown).notes) {
    if (sections.empty() || sections.back() != note.section) sections.push_back(note.section);
    for (const PrintedLink& link : note.links)
      links.push_back(link.url);
  }

  CHECK(sections == std::vector<std::string>{"1. first - second", "Talks", "Articles",
                                             "Clients", "Proposed", "Updated"});
  CHECK(links ==
        std::vector<std::string>{"https://evil.example/b",
                                 "https://evil.example/a%29b]%28c%29%20%7B%7B%3C%20x%20"
                                 "%3E%7D%7D",
                                 "https://evil.example/c"});
  CHECK(markdown.find("{{") == std::string::npos);
}
