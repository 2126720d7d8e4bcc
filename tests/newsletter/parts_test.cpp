#include "newsletter/parts.h"

#include "newsletter/headings.h"
#include "newsletter/mentioned_days.h"
#include "support/catch.h"

using namespace collector;

TEST_CASE("a post comes apart at its headings, every text whole") {
  const PostParts post = split_post(
      "---\ntitle: A\n---\n\nHello,\r\nall.\n\n## One\n\n```\n# no heading\n```\n\n### "
      "Two\n#three\n");

  CHECK(post.front_matter.text == "title: A\n");
  REQUIRE(post.parts.size() == 3);
  CHECK(post.parts[0].level == 0);
  CHECK(post.parts[0].text == "Hello,\nall.");
  CHECK(post.parts[1].heading == "One");
  CHECK(post.parts[1].text == "```\n# no heading\n```");
  CHECK(post.parts[2].level == 3);
  CHECK(post.parts[2].text == "#three");
}

TEST_CASE("front matter without an end is text") {
  const PostParts post = split_post("---\ntitle: A\n");
  CHECK(post.front_matter.form == MatterForm::None);
  CHECK(post.parts[0].text == "---\ntitle: A");
}

TEST_CASE("a bullet keeps what is indented below it") {
  CHECK(split_blocks("Words\nmore.\n\n- a\n  - b\n\n  c\n- d\n1. e\n\nEnd.") ==
        std::vector<std::string>{"Words\nmore.", "- a\n  - b\n\n  c", "- d", "1. e", "End."});
}

TEST_CASE("headings of all years mean the same sections") {
  CHECK(topic_of_heading("Software releases") == "software");
  CHECK(topic_of_heading("XMPP Clients and Applications") == "clients");
  CHECK(topic_of_heading("Videos and Talks") == "talks");
  CHECK(topic_of_heading("XSF Announcement") == "announcements");
  CHECK(topic_of_heading("Extensions and specifications") == "extensions");
  CHECK(topic_of_heading("Spread the news").empty());
  CHECK(topic_of_heading("Help us to build the newsletter").empty());
  CHECK(is_standing_heading("XSF Fiscal Hosting Projects"));
  CHECK_FALSE(is_standing_heading("XMPP Servers"));
}

TEST_CASE("the latest day is found however it is written") {
  const Day about = *parse_day("2024-06-05");
  const auto latest = [&](const char* text) {
    const auto day = latest_day(text, about);
    return day ? format_day(*day) : "";
  };
  CHECK(latest("1st - 2nd February 2024: XMPP Summit 26") == "2024-02-02");
  CHECK(latest("On Friday, 12th to Sunday, 14th of July 2024.") == "2024-07-14");
  CHECK(latest("August 1-4th 2024 at a university") == "2024-08-04");
  CHECK(latest("September, 21st - 22nd 2024") == "2024-09-22");
  CHECK(latest("from June Friday 19th to Sunday 21st 2026, at the lake") == "2026-06-21");
  CHECK(latest("in June, from Friday 19th to Sunday 21st 2026") == "2026-06-21");
  CHECK(latest("until 30 May and again on 2024-09-07") == "2024-09-07");
  CHECK(latest("on 3 January") == "2024-01-03");
  CHECK(latest("in December 2024") == "");
  CHECK(latest("version 12 of May") == "2024-05-12");
  CHECK(latest("every 2nd Wednesday of the month") == "");
  CHECK(tells_repetition("every 2nd Wednesday of the month"));
  CHECK_FALSE(tells_repetition("The call for boats ended."));
}
