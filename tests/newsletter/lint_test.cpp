#include "newsletter/lint.h"

#include "newsletter/repeated_releases.h"
#include "newsletter/weekdays.h"
#include "support/catch.h"

using namespace collector;

namespace {

/// "3: message" for each finding.
std::vector<std::string> found(std::string_view markdown) {
  std::vector<std::string> lines;
  for (const Finding& finding : lint(read_newsletter(markdown)))
    lines.push_back(std::to_string(finding.line) + ": " + finding.message);
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("each slip of a link is found in its line") {
  CHECK(
      found("\n- [a](www.nest.example/a)\n") ==
      Lines{"2: link without a scheme: www.nest.example/a; write https://www.nest.example/a"});
  CHECK(found("- [a](nest.example:8080/a)\n").size() == 1);
  CHECK(
      found("- [a](@gull@nest.example)\n") ==
      Lines{"1: link without a scheme: @gull@nest.example; write https://nest.example/@gull"});
  CHECK(found("- [a](gull@nest.example)\n") ==
        Lines{"1: link without a scheme: gull@nest.example; write mailto:gull@nest.example"});
  CHECK(found("- [a](https://nest.example//a)\n") ==
        Lines{"1: two slashes in the path: https://nest.example//a; write "
              "https://nest.example/a"});
  CHECK(found("- [a](https://nest.example/a?utm_source=feed)\n") ==
        Lines{"1: tracking parameters: https://nest.example/a?utm_source=feed; write "
              "https://nest.example/a"});
  CHECK(found("- [a](http://nest.example/a)\n") ==
        Lines{"1: http link: http://nest.example/a; try https"});
  CHECK(found("- [a]()\n") == Lines{"1: a link that leads nowhere; give its address"});
  CHECK(found("- [a]((https://nest.example/)\n") ==
        Lines{"1: a link that is none: mind its brackets"});
}

TEST_CASE("the line of a finding counts the front matter and the lines of a paragraph") {
  CHECK(found("---\ntitle: x\n---\n\nOne\ntwo [a](http://nest.example/a)\n") ==
        Lines{"6: http link: http://nest.example/a; try https"});
}

TEST_CASE("links of other kinds are fine") {
  CHECK(found("- [a](xmpp:nest@muc.example?join) [b](mailto:a@nest.example) [c](#below)\n"
              "- [d](/extensions/xep-0001.html) [e](https://nest.example/?page=2)\n"
              "- [f](https://archive.example/web/2020/https://nest.example/)\n")
            .empty());
}

TEST_CASE("what is printed twice is found, what is only named again is not") {
  CHECK(found("- [Heron](https://heron.example/) has [1.2](https://heron.example/1.2)\n"
              "- [Heron](https://heron.example/) has [1.3](https://heron.example/1.2)\n") ==
        Lines{"2: the same link as in line 1: https://heron.example/1.2"});
  CHECK(found("- [1.2](https://heron.example/changes), [1.3](https://heron.example/changes)\n")
            .empty());
  CHECK(found("- [A view](https://heron.example/view)\n\n## Talks\n\n"
              "- [The view](http://heron.example/view/)\n")
            .size() == 2);
  CHECK(
      found("- [A view](https://heron.example/view)\n- See [it](https://heron.example/view)\n")
          .empty());
}

TEST_CASE("a version that leads to another is found") {
  CHECK(found("- [0.24](https://code.example/nest/releases/tag/v0.2.4)\n") ==
        Lines{"1: says 0.24, leads to 0.2.4: https://code.example/nest/releases/tag/v0.2.4"});
  CHECK(found("- [Nest 2.0](https://code.example/nest/-/tags/nest-2.0.0)\n"
              "- [4.12](https://code.example/nest/releases/tag/Build_iOS_99)\n"
              "- [2.1 to 2.3](https://code.example/nest/releases/tag/2.2)\n"
              "- [1.9](https://nest.example/blog/nest-2-0)\n")
            .empty());
  CHECK(
      found("- [3.1.0](https://github.com/nest/nest/releases/tag/%40nest%403.1.0)\n").empty());
}

TEST_CASE("several products of one repository are no repetition of it") {
  CHECK(found("- [core](https://code.example/nest) version [1.2](https://code.example/c-1.2)\n"
              "- [cli](https://code.example/nest) version [2.0](https://code.example/l-2.0)\n")
            .empty());
}

TEST_CASE("an article that names a release is found when it is printed twice") {
  CHECK(found("- [Ten years of Nest](https://blog.example/ten), with a look at "
              "[Nest 1.2](https://code.example/nest/releases/tag/v1.2)\n"
              "- [Ten years of Nest](https://blog.example/ten), by Ada, who tells of "
              "[Nest 1.1](https://code.example/nest/releases/tag/v1.1)\n") ==
        Lines{"2: the same link as in line 1: https://blog.example/ten"});
  CHECK(
      found("- [サーバー入門](https://blog.example/ten)、[1.2](https://code.example/1.2)\n"
            "- [サーバー入門](https://blog.example/ten)、[1.1](https://code.example/1.1)\n") ==
      Lines{"2: the same link as in line 1: https://blog.example/ten"});
  CHECK(found("- [Nest Chat](https://apps.example/nest-chat) has "
              "[1.1](https://code.example/nestchat/tag/v1.1)\n"
              "- [Nest Chat](https://apps.example/nest-chat) has "
              "[1.2](https://code.example/nestchat/tag/v1.2)\n")
            .empty());
}

TEST_CASE("a release that an earlier issue has told of is found") {
  RepeatedReleases releases;
  const auto check = [&](const std::string& name, std::string_view markdown) {
    return releases.check(name, read_newsletter(markdown));
  };
  CHECK(
      check("may.md", "\n- [1.2](https://nest.example/1.2) and [1.2](https://nest.example/1.2)")
          .empty());
  const auto findings = check("june.md",
                              "- [Nest 1.2.0](https://nest.example/1.2/)\n"
                              "- [1.3](https://nest.example/1.3)\n");
  CHECK(findings == std::vector<Finding>{{1,
                                          "told of in may.md:2 already: Nest 1.2.0, "
                                          "https://nest.example/1.2/"}});
  CHECK(check("july.md", "- [1.3](https://nest.example/changes)\n").empty());
  for (const char* issue : {"july.md", "august.md"})
    CHECK(
        check(issue, "[nest.example/licence/4.0/](https://nest.example/licence/4.0/)").empty());
  CHECK(check("july.md", "- [1.3](https://nest.example/1.3)\n").size() == 1);
}

TEST_CASE("a weekday that does not fit its date is found") {
  CHECK(wrong_weekdays("on Friday 4th September 2026", "").empty());
  CHECK(wrong_weekdays("on Thursday 4th September 2026", "") ==
        Lines{"4 September 2026 is a Friday, not a Thursday"});
  CHECK(wrong_weekdays("on Saturday, February 1st 2025", "").empty());
  CHECK(wrong_weekdays("on Sunday, February 1st 2025", "") ==
        Lines{"1 February 2025 is a Saturday, not a Sunday"});
}

TEST_CASE("days that share a month are each held to it") {
  CHECK(
      wrong_weekdays("Friday, 23rd, Saturday, 24th, and Sunday, 25th of May 2025", "").empty());
  CHECK(wrong_weekdays("Friday, 23rd, Sunday, 24th, and Sunday, 25th of May 2025", "") ==
        Lines{"24 May 2025 is a Saturday, not a Sunday"});
  CHECK(wrong_weekdays("Friday 31st January to Saturday 1st February 2025", "2025-01-05")
            .empty());
  CHECK(wrong_weekdays("Friday 31st - Saturday 1st February 2025", "").empty());
}

TEST_CASE("days behind their month are held to it") {
  CHECK(wrong_weekdays("in June, from Friday 19th to Sunday 21st 2026", "").empty());
  CHECK(wrong_weekdays("in June, from Friday 19th to Saturday 21st 2026", "") ==
        Lines{"21 June 2026 is a Sunday, not a Saturday"});
  CHECK(wrong_weekdays("in August, from Friday 19th to Sunday 21st", "2026-06-05").size() == 2);
  CHECK(wrong_weekdays("since June we meet on Saturday 4th July 2026", "").empty());
  CHECK(wrong_weekdays("in June. Next: Friday 3rd", "2026-06-05").empty());
}

TEST_CASE("a weekday before a date in figures is held to it") {
  CHECK(wrong_weekdays("Wednesday, 2021-06-09 18:00", "").empty());
  CHECK(wrong_weekdays("Monday 2021-06-09", "") ==
        Lines{"9 June 2021 is a Wednesday, not a Monday"});
}

TEST_CASE("a date without a year is near the day of the newsletter") {
  CHECK(wrong_weekdays("Friday 3rd January", "2024-12-05").empty());
  CHECK(wrong_weekdays("Monday 3rd January", "2024-12-05").size() == 1);
  CHECK(wrong_weekdays("Monday 3rd January", "").empty());
}

TEST_CASE("prose that only looks like a date is left alone") {
  CHECK(wrong_weekdays("every second Friday, 3 talks in May 2025", "").empty());
  CHECK(wrong_weekdays("Monday 31st February 2025", "").empty());
}
