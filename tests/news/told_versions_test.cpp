#include "news/told_versions.h"

#include "news/recognised.h"
#include "news/stories.h"
#include "support/catch.h"

using namespace collector;

namespace {

using Versions = std::vector<std::string>;

Item release(const std::string& title) {
  return test::recognised("https://quay.example/news", title, ProjectRegistry{});
}

StoredItem stored(const std::string& title, const std::string& url) {
  StoredItem stored;
  stored.id = url;
  stored.item = test::recognised(url, title, ProjectRegistry{});
  return stored;
}

}  // namespace

TEST_CASE("a title tells of all versions that it lists") {
  CHECK(told_versions(release("Quay 13.0.4 and 0.12.7 released")) ==
        Versions{"13.0.4", "0.12.7"});
  CHECK(told_versions(release("Quay 4.7.5, v4.6.8, and 4.5.9 released")) ==
        Versions{"4.7.5", "4.6.8", "4.5.9"});
  CHECK(told_versions(release("Quay 2.3.1 & 2.3.2")) == Versions{"2.3.1", "2.3.2"});
  CHECK(told_versions(release("Quay 2.3.1 und 2.3.2 erschienen")) ==
        Versions{"2.3.1", "2.3.2"});
  CHECK(told_versions(release("Quay ２.３.１ и ２.３.２ вышли")) == Versions{"2.3.1", "2.3.2"});
  CHECK(release("Quay 2.3.1 & 2.3.2").headline == "Quay 2.3.1 & 2.3.2");
}

TEST_CASE("of what was stored before further versions were the title tells") {
  Item item = release("Quay 13.0.4 and 0.12.7 released");
  item.further_versions.clear();
  CHECK(told_versions(item) == Versions{"13.0.4"});

  item.versions_known = false;
  CHECK(told_versions(item) == Versions{"13.0.4", "0.12.7"});
}

TEST_CASE("a version that is not listed behind the first is none of the release") {
  for (const char* title :
       {"Quay 2.0 released", "Quay 2.0 released for Qt 6.5",
        "Quay 2.0 released with libpier 1.1", "Quay 2.0 and libpier 1.1 released",
        "Quay 2.0 released on 24.12.2025"}) {
    CAPTURE(title);
    CHECK(told_versions(release(title)) == Versions{"2.0"});
  }
  CHECK(told_versions(release("How tides work 1.0, 2.0 and 3.0?")).empty());
}

TEST_CASE("a text is a list of versions when it is nothing else") {
  CHECK(is_version_list("2.3.1 and 2.3.2"));
  CHECK(is_version_list("v2.3.1"));
  CHECK(is_version_list("2.3.1."));
  CHECK_FALSE(is_version_list("Quay 2.3.1"));
  CHECK_FALSE(is_version_list("2.3.1 released"));
  CHECK_FALSE(is_version_list("changes"));
}

TEST_CASE("only what may end a list of versions stands behind one") {
  CHECK(told_versions(release("Quay 2.13 and 1.5 million boats")) == Versions{"2.13"});
  CHECK(told_versions(release("Quay 2.13 and 2.12.4: boats")) == Versions{"2.13", "2.12.4"});
  CHECK(told_versions(release("Quay 2.13 and 2.12.4 are out")) == Versions{"2.13", "2.12.4"});
}

TEST_CASE("no pre-release hides behind a stable one, nor the other way round") {
  CHECK(told_versions(release("Quay 1.9.5 and 2.0-beta1 released")) == Versions{"1.9.5"});
  CHECK(told_versions(release("Quay 2.0-beta1 and 1.9.5 released")) == Versions{"2.0-beta1"});
}

TEST_CASE("a post on two versions is one story with the pages of the first") {
  const std::string tags = "https://github.com/harbour/quay/releases/tag/";
  const std::vector<StoredItem> items{
      stored("13.0.4", tags + "13.0.4"),
      stored("Quay 13.0.4 and 0.12.7 released", "https://quay.example/two"),
      stored("0.12.7", tags + "0.12.7"), stored("0.12.6", tags + "0.12.6")};

  const auto news = group_by_project(find_stories(items));

  REQUIRE(news.size() == 1);
  CHECK(news[0].stories.size() == 3);
  CHECK(news[0].versions == Versions{"0.12.6", "0.12.7", "13.0.4"});
  CHECK(news[0].compare_url.empty());
}

TEST_CASE("what a post on two versions tells in its section is told in no other") {
  const std::string tags = "https://github.com/harbour/quay/releases/tag/";
  std::vector<StoredItem> items{
      stored("13.0.4", tags + "13.0.4"),
      stored("Quay 13.0.4 and 0.12.7 released", "https://quay.example/"),
      stored("0.12.7", tags + "0.12.7"), stored("0.12.6", tags + "0.12.6")};
  for (StoredItem& one : items)
    one.item.section = one.item.url == "https://quay.example/" ? "articles" : "servers";

  const auto news = group_by_project(find_stories(items));

  REQUIRE(news.size() == 2);
  CHECK(news[0].stories[0].lead().section == "articles");
  CHECK(news[0].stories[0].items.size() == 3);
  CHECK(news[0].versions == Versions{"0.12.7", "13.0.4"});
  CHECK(news[1].versions == Versions{"0.12.6"});

  items[2].moved = true;
  CHECK(group_by_project(find_stories(items))[1].versions == Versions{"0.12.6", "0.12.7"});
}

TEST_CASE("what an editor has split off or kept alone stands beside a post on it") {
  std::vector<StoredItem> items{
      stored("Quay 13.0.4 and 0.12.7 released", "https://quay.example/"),
      stored("0.12.7", "https://github.com/harbour/quay/releases/tag/0.12.7")};
  items[0].item.section = "articles";
  items[1].item.section = "servers";
  items[0].id = "post";
  items[1].id = "tag";
  const auto bullets = [&](const std::vector<Decision>& corrections) {
    return group_by_project(find_stories(items, corrections)).size();
  };
  Decision split;
  split.kind = DecisionKind::Split;
  split.item_id = GENERATE("post", "tag");

  CHECK(bullets({}) == 1);
  CHECK(bullets({split}) == 2);
  items[1].state = State::Kept;
  CHECK(bullets({}) == 2);
  items[0].state = State::Kept;
  CHECK(bullets({}) == 1);
}

TEST_CASE("a version that only another source of the story tells of is not lost") {
  const std::vector<StoredItem> items{
      stored("Quay 13.0.4 released", "https://quay.example/13"),
      stored("Quay 13.0.4 and 0.12.7 released", "https://news.example/two")};

  const auto news = group_by_project(find_stories(items));

  REQUIRE(news.size() == 1);
  CHECK(news[0].versions == Versions{"0.12.7", "13.0.4"});
}

TEST_CASE("what an editor merged with a release brings no version of another project") {
  const std::vector<StoredItem> items{stored("Quay 6.3 released", "https://quay.example/63"),
                                      stored("Pier 7.7 released", "https://pier.example/77")};
  Decision merge;
  merge.kind = DecisionKind::Merge;
  merge.item_id = items[1].id;
  merge.value = items[0].id;

  const auto stories = find_stories(items, std::vector<Decision>{merge});

  REQUIRE(stories.size() == 1);
  CHECK(versions_of(stories[0]).size() == 1);
}
