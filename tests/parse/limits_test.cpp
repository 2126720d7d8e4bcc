#include "parse/limits.h"

#include "parse/feed_reader.h"
#include "support/catch.h"

using namespace collector;

namespace {

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  all.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i)
    all += text;
  return all;
}

std::string rss_of(const std::string& items) {
  return "<rss version='2.0'><channel><title>T</title>" + items + "</channel></rss>";
}

}  // namespace

TEST_CASE("elements nested too deep end the reading, whole entries stay") {
  const std::string deep = repeated("<a>", 5000);

  const RawFeed feed = read_feed(
      rss_of("<item><title>Whole</title></item><item><description>" + deep + "</item>"));

  CHECK(feed.truncated);
  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].title.value == "Whole");
  REQUIRE_FALSE(feed.warnings.empty());
  CHECK_THAT(feed.warnings.back(), ContainsSubstring("nested deeper than 128 levels"));
}

TEST_CASE("elements nested as deep as may be are read") {
  const std::size_t outside = 4;  // rss, channel, item, description
  const auto nested = [](std::size_t levels) {
    return rss_of("<item><description>" + repeated("<a>", levels) + "x" +
                  repeated("</a>", levels) + "</description></item>");
  };

  CHECK_FALSE(read_feed(nested(kMaxDepth - outside)).truncated);
  CHECK(read_feed(nested(kMaxDepth - outside + 1)).truncated);
}

TEST_CASE("values of JSON nested too deep end the reading") {
  const std::string deep = repeated("[", 100'000);

  const RawFeed feed = read_feed(
      R"({"version": "https://jsonfeed.org/version/1", "items": [{"id": "1"}], "x": )" + deep);

  CHECK(feed.truncated);
  CHECK(feed.entries.size() == 1);
}

TEST_CASE("entries beyond the most that are read are left out") {
  const RawFeed feed = read_feed(rss_of(repeated("<item/>", kMaxEntries + 10)));

  CHECK(feed.entries.size() == kMaxEntries);
  CHECK_FALSE(feed.warnings.empty());
}

TEST_CASE("a text beyond its limit is cut between characters") {
  const RawFeed feed =
      read_feed(rss_of("<item><description>x" + repeated("é", kMaxFieldBytes / 2 + 9) +
                       "</description></item>"));

  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].summary.value.size() == kMaxFieldBytes - 1);
  CHECK_FALSE(feed.warnings.empty());
}

TEST_CASE("lists of one entry are bounded") {
  std::string links;
  for (int i = 0; i < 3000; ++i)
    links += "<category>" + std::to_string(i) + "</category><link>x</link>";

  const RawFeed feed = read_feed(rss_of("<item>" + links + "</item>"));

  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].categories.size() == kMaxListLength);
  CHECK(feed.entries[0].links.size() == kMaxListLength);
}

TEST_CASE("the links of an event are bounded, too") {
  const RawFeed feed = read_feed(R"([{"title":"Sprint","date_start":"2024-02-01")" +
                                 repeated(R"(,"url":"https://quay.example/")", 3000) + "}]");

  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].links.size() == kMaxListLength);
}

TEST_CASE("a heap of damage brings few warnings") {
  const RawFeed feed = read_feed(rss_of(repeated("<item><title>a & b</tilte></item>", 500)));

  CHECK(feed.entries.size() == 500);
  CHECK(feed.warnings.size() <= 2 * kMaxWarnings);
}

TEST_CASE("two hundred thousand references to names of HTML are read") {
  const RawFeed feed =
      read_feed(rss_of("<item><title>" + repeated("&eacute;", 200'000) + "</title></item>"));

  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].title.value.size() == 400'000);
}

TEST_CASE("a calendar cannot nest, stretch or multiply without end") {
  const std::string event =
      "BEGIN:VEVENT\nUID:a\nDTSTART:20260101\nSUMMARY:Whole\nEND:VEVENT\n";
  const auto read = [](const std::string& inner) {
    return read_feed("BEGIN:VCALENDAR\n" + inner + "END:VCALENDAR\n");
  };

  const std::string deep =
      repeated("BEGIN:VEVENT\n", 100'000) + repeated("END:VEVENT\n", 100'000);
  CHECK(read(event + deep).entries.size() == 1);
  CHECK(read(event + repeated("BEGIN:VEVENT\n", 100'000)).truncated);
  const RawFeed wide =
      read("BEGIN:VEVENT\nDTSTART:20260101\nSUMMARY:" + std::string(3'000'000, 'x') +
           "\nEND:VEVENT\n" + event);
  REQUIRE(wide.entries.size() == 2);
  CHECK(wide.entries[0].title.value.size() < 20'000);
  const RawFeed alarmed = read(
      "BEGIN:VEVENT\nDTSTART:20260101\nSUMMARY:Tea\nBEGIN:VALARM\nSUMMARY:Ring\nEND:VALARM\n"
      "END:VEVENT\n");
  REQUIRE(alarmed.entries.size() == 1);
  CHECK(alarmed.entries[0].title.value == "Tea");
}
