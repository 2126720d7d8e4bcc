#include "newsletter/read.h"

#include "support/catch.h"

using namespace collector;

namespace {

constexpr const char* kIssue = R"(---
title: "The Sample News January 2024"
date: 2024-02-02
---

Welcome to [the news](https://news.example.org/).

## Articles

- [A bird's
  view](https://heron.example/view), by [Ada](https://ada.example/). [PT_BR]
- Phone Co:
  - [Data plan](https://phone.example/plan)
  - [Censorship](https://phone.example/censorship)

## Software

### Clients

- [Heron](https://heron.example/) has released [1.2](https://heron.example/1.2).

{{< figure src="/x.png" caption="A heron" >}}
)";

}  // namespace

TEST_CASE("a printed newsletter is read with its headings, groups and links") {
  const PrintedNewsletter issue = read_newsletter(kIssue);

  CHECK(issue.title == "The Sample News January 2024");
  CHECK(issue.date == "2024-02-02");
  REQUIRE(issue.notes.size() == 7);
  const PrintedNote& view = issue.notes[1];
  CHECK(view.section == "Articles");
  CHECK(view.parent.empty());
  CHECK(view.text == "A bird's view, by Ada. [PT_BR]");
  CHECK(view.language == "PT_BR");
  CHECK(view.bullet);
  CHECK(view.line == 10);
  REQUIRE(view.links.size() == 2);
  CHECK(view.links[1].url == "https://ada.example/");
  CHECK(issue.notes[3].group == "Phone Co");
  CHECK(issue.notes[3].links[0].text == "Data plan");
  CHECK(issue.notes[5].section == "Clients");
  CHECK(issue.notes[5].parent == "Software");
  CHECK(issue.notes[5].links.size() == 2);
}

TEST_CASE("a text without front matter, and no text at all, are newsletters too") {
  CHECK(read_newsletter("- a\n").notes.size() == 1);
  CHECK(read_newsletter("").notes.empty());
  CHECK(read_newsletter("---\n").notes.size() <= 1);
  CHECK(read_newsletter("---\ntitle: x").title.empty());
}
