#include "update/packed_feed.h"

#include "support/catch.h"

using namespace collector;

namespace {

WantedFeed full() {
  WantedFeed feed;
  FeedSource& source = feed.source;
  source.name = "Gajim";
  source.url = "https://gajim.org/index.xml";
  source.section = "clients";
  source.group = "Gajim team";
  source.project = "gajim";
  source.language = "en";
  source.home = "https://gajim.org/" + std::string(300, 'x');  // longer than one byte tells
  source.include = {"release", "", "2\\.0"};
  source.exclude = {"beta"};
  source.interval = seconds{7200};
  source.enabled = false;
  source.prereleases = Prereleases::Hide;
  source.priority = -3;
  source.rules = {{.title = "t", .url = "u", .category = "c", .section = "noise"},
                  {.title = "", .url = "", .category = "", .section = "articles"}};
  feed.validators = {std::string("W/\"a\0b\"", 7), "Mon, 01 Jan 2024 00:00:00 GMT"};
  feed.moved_to = "https://news.gajim.org/";
  return feed;
}

std::string packed(const WantedFeed& feed) {
  std::string bytes;
  pack(feed, bytes);
  return bytes;
}

}  // namespace

TEST_CASE("a packed feed is the same when it is unpacked") {
  const WantedFeed before = full();
  const WantedFeed after = unpack(packed(before));

  CHECK(after.source.name == before.source.name);
  CHECK(after.source.url == before.source.url);
  CHECK(after.source.section == before.source.section);
  CHECK(after.source.group == before.source.group);
  CHECK(after.source.project == before.source.project);
  CHECK(after.source.language == before.source.language);
  CHECK(after.source.home == before.source.home);
  CHECK(after.source.include == before.source.include);
  CHECK(after.source.exclude == before.source.exclude);
  CHECK(after.source.interval == before.source.interval);
  CHECK(after.source.enabled == before.source.enabled);
  CHECK(after.source.prereleases == before.source.prereleases);
  CHECK(after.source.priority == before.source.priority);
  CHECK(after.validators == before.validators);
  CHECK(after.moved_to == before.moved_to);
}

TEST_CASE("a packed feed keeps its rules in their order") {
  const std::vector<Rule> rules = unpack(packed(full())).source.rules;

  REQUIRE(rules.size() == 2);
  CHECK(rules[0].title == "t");
  CHECK(rules[0].url == "u");
  CHECK(rules[0].category == "c");
  CHECK(rules[0].section == "noise");
  CHECK(rules[1].section == "articles");
}

TEST_CASE("packed feeds follow each other") {
  std::string bytes;
  pack(full(), bytes);
  const std::size_t second = bytes.size();
  WantedFeed other;
  other.source.name = "other";
  pack(other, bytes);

  CHECK(unpack(bytes).source.name == "Gajim");
  CHECK(unpack(std::string_view(bytes).substr(second)).source.name == "other");
}

TEST_CASE("a packed feed tells its first address without being unpacked") {
  WantedFeed feed = full();
  CHECK(first_address(packed(feed)) == "https://news.gajim.org/");

  feed.moved_to.clear();
  CHECK(first_address(packed(feed)) == "https://gajim.org/index.xml");
}

TEST_CASE("what a feed does not have takes hardly any room") {
  WantedFeed feed;
  feed.source.name = "n";
  feed.source.url = "https://example.org/feed";

  CHECK(packed(feed).size() < 80);
  CHECK(unpack(packed(feed)).source.url == "https://example.org/feed");
  CHECK_FALSE(unpack(packed(feed)).source.interval);
}
