#include "news/stories.h"

#include "news/recognise.h"
#include "support/catch.h"

using namespace collector;

namespace {

StoredItem item(const std::string& feed, const std::string& title, const std::string& url,
                int day = 10) {
  StoredItem stored;
  stored.id = url;
  stored.item.feed = feed;
  stored.item.title = title;
  stored.item.url = url;
  stored.item.canonical_url = url;
  stored.item.date = UtcTime{} + std::chrono::days{20000 + day};
  recognise(stored.item, FeedSource{}, "", ProjectRegistry{});
  return stored;
}

}  // namespace

TEST_CASE(
    "a blog post and the forge's release of one version are one story, the blog leading") {
  const std::vector<StoredItem> items{
      item("releases", "v0.23", "https://github.com/movim/movim/releases/tag/v0.23"),
      item("blog", "Movim 0.23, codename Kojima is finally out",
           "https://mov.im/community/a/b/c")};

  const auto stories = find_stories(items);

  REQUIRE(stories.size() == 1);
  CHECK(stories[0].lead().feed == "blog");
  CHECK_FALSE(stories[0].evidence.empty());
}

TEST_CASE("a reason that several sources share is given once") {
  const std::vector<StoredItem> items{
      item("releases", "v0.23", "https://github.com/movim/movim/releases/tag/v0.23", 1),
      item("blog", "Movim 0.23 is out", "https://mov.im/a", 2),
      item("forum", "Movim 0.23 released", "https://forum.example/b", 3)};
  std::vector<Decision> merge(1);
  merge[0].kind = DecisionKind::Merge;
  merge[0].item_id = items[1].id;
  merge[0].value = items[0].id;

  const auto stories = find_stories(items, merge);

  REQUIRE(stories.size() == 1);
  CHECK(stories[0].evidence ==
        std::vector<std::string>{"the same version of movim (releases: v0.23)",
                                 "an editor merged https://mov.im/a with " + items[0].id});
}

TEST_CASE("the forge leads where a registry has the same version, and tells what changed") {
  const std::string registry = "https://pypi.org/project/quay/";
  const std::string forge = "https://codeberg.org/harbour/quay/releases/tag/v";
  const std::vector<StoredItem> items{
      item("pypi", "1.0", registry + "1.0/", 10), item("forge", "v1.0", forge + "1.0", 11),
      item("pypi", "1.1", registry + "1.1/", 12), item("forge", "v1.1", forge + "1.1", 13)};

  const auto news = group_by_project(find_stories(items));

  REQUIRE(news.size() == 1);
  CHECK(news[0].versions == std::vector<std::string>{"1.0", "1.1"});
  for (const Story& story : news[0].stories)
    CHECK(story.lead().feed == "forge");
  CHECK(news[0].compare_url == "https://codeberg.org/harbour/quay/compare/v1.0...v1.1");
}

TEST_CASE("of the pages in words the project's own leads, and a video comes last of all") {
  std::vector<Project> known(1);
  known[0].name = "Quay";
  known[0].home = "https://quay.example/";
  const ProjectRegistry projects(known);
  const std::vector<StoredItem> items{
      item("video", "Quay 2.4", "https://www.youtube.com/watch?v=abc", 7),
      item("magazine", "Quay 2.4 is out", "https://news.example/quay", 8),
      item("blog", "Quay 2.4", "https://blog.quay.example/2.4", 9),
      item("releases", "2.4", "https://github.com/harbour/quay/releases/tag/2.4", 9)};

  const auto stories = find_stories(items, {}, {}, projects);

  REQUIRE(stories.size() == 1);
  std::vector<std::string> feeds;
  for (const StoredItem* stored : stories[0].items)
    feeds.push_back(stored->item.feed);
  CHECK(feeds == std::vector<std::string>{"blog", "magazine", "releases", "video"});
}

TEST_CASE("a project's own feed leads where it announces on a foreign host") {
  std::vector<Project> known(1);
  known[0].name = "Quay";
  known[0].home = "https://quay.example/";
  const ProjectRegistry projects(known);
  const std::string host = GENERATE("https://social.example/quay/", "https://forum.example/t/");
  std::vector<FeedSource> feeds(1);
  feeds[0].name = "Forum";
  feeds[0].project = "quay";
  const std::string own = host.find("forum") == std::string::npos ? "Quay" : "Forum";
  const std::vector<StoredItem> items{
      item("magazine", "Quay 2.4 is out", "https://news.example/quay", 7),
      item(own, "Quay 2.4", host + "24", 8)};

  const auto stories = find_stories(items, {}, feeds, projects);

  REQUIRE(stories.size() == 1);
  CHECK(stories[0].lead().feed == own);
}

TEST_CASE("a post never leads the story of the page that it tells of") {
  const std::string text = "Here comes the egg! It was laid today.";
  std::vector<StoredItem> items{
      item("post", text, "https://social.example/@heron/1"),
      item("blog", "Here comes the egg", "https://heron.example/egg")};
  items[0].item.summary = text;

  const auto stories = find_stories(items);

  REQUIRE(stories.size() == 1);
  CHECK(stories[0].lead().feed == "blog");
}

TEST_CASE("two places on one page are two pieces of news, whichever feeds carry them") {
  const std::string page = "https://quay.example/changes";
  std::vector<StoredItem> items{item("quay", "Harbour client is out", page + "#a"),
                                item("quay", "We move to a new server", page + "#b"),
                                item("planet", "Quay: the harbour client", page + "#a"),
                                item("planet", "Quay: the new server", page + "#b")};
  for (StoredItem& one : items)
    one.item.canonical_url = page;

  const auto stories = find_stories(items);

  REQUIRE(stories.size() == 2);
  for (const Story& story : stories)
    CHECK(story.items.size() == 2);
}

TEST_CASE("an editor's merge and split outlive what is found") {
  const std::vector<StoredItem> items{item("a", "One thing", "https://a.example/1"),
                                      item("b", "Another", "https://b.example/2"),
                                      item("c", "Gajim 2.0", "https://c.example/3"),
                                      item("d", "Gajim 2.0", "https://d.example/4")};
  std::vector<Decision> decisions(2);
  decisions[0].kind = DecisionKind::Merge;
  decisions[0].item_id = items[0].id;
  decisions[0].value = items[1].id;
  decisions[1].kind = DecisionKind::Split;
  decisions[1].item_id = items[3].id;

  const auto stories = find_stories(items, decisions);

  REQUIRE(stories.size() == 3);
  CHECK(stories[0].items.size() == 2);
}

TEST_CASE("of merged items the one that an editor named first leads") {
  std::vector<StoredItem> items{item("a", "One thing", "https://a.example/1", 1),
                                item("b", "Another", "https://b.example/2", 2),
                                item("c", "A third", "https://c.example/3", 3)};
  items[0].state = State::Kept;
  const auto merge = [](const StoredItem& one, const StoredItem& first) {
    Decision decision;
    decision.kind = DecisionKind::Merge;
    decision.item_id = one.id;
    decision.value = first.id;
    return decision;
  };
  std::vector<Decision> decisions{merge(items[0], items[1])};

  CHECK(find_stories(items, decisions)[0].lead().feed == "b");
  decisions.push_back(merge(items[1], items[2]));
  CHECK(find_stories(items, decisions)[0].lead().feed == "c");
}

TEST_CASE("pre-releases are held back where the window has a stable release") {
  const std::vector<StoredItem> items{
      item("m", "6.0.0-rc1", "https://github.com/monal-im/Monal/releases/tag/1"),
      item("m", "6.0.1", "https://github.com/monal-im/Monal/releases/tag/2"),
      item("s", "4.5.0-alpha1", "https://github.com/i/Smack/releases/tag/4.5.0-alpha1"),
      item("s", "4.5.0-alpha2", "https://github.com/i/Smack/releases/tag/4.5.0-alpha2")};

  const auto parted = visible_stories(find_stories(items), ProjectRegistry{});

  REQUIRE(parted.shown.size() == 2);
  CHECK(parted.shown[0].lead().version == "6.0.1");
  CHECK(parted.shown[1].lead().version == "4.5.0-alpha2");
  CHECK(parted.held_back.size() == 2);
}

TEST_CASE("several releases of one project are one piece of news, oldest first") {
  const std::vector<StoredItem> items{
      item("c", "2.19.4", "https://codeberg.org/i/Conversations/releases/tag/2.19.4", 24),
      item("c", "2.19.3", "https://codeberg.org/i/Conversations/releases/tag/2.19.3", 15)};

  const auto news = group_by_project(find_stories(items));

  REQUIRE(news.size() == 1);
  CHECK(news[0].project == "Conversations");
  CHECK(news[0].versions == std::vector<std::string>{"2.19.3", "2.19.4"});
  CHECK(news[0].compare_url == "https://codeberg.org/i/Conversations/compare/2.19.3...2.19.4");
}

TEST_CASE("changes are told from the last printed release on") {
  const std::string page = "https://codeberg.org/i/Quay/releases/tag/v";
  const std::vector<StoredItem> items{item("q", "1.10.0", page + "1.10.0", 15)};
  const std::vector<PrintedRelease> printed{
      {"quay", {page + "1.8.0"}},
      {"Quay", {"https://quay.example/", page + "1.9.0"}},
      {"Quay", {page + "1.11.0"}},
      {"Quay", {"https://github.com/i/Quay/releases/tag/1.9.5"}},
      {"Pier", {page + "1.9.7"}}};

  const auto news = group_by_project(find_stories(items), printed);

  REQUIRE(news.size() == 1);
  CHECK(news[0].compare_url == "https://codeberg.org/i/Quay/compare/v1.9.0...v1.10.0");
  CHECK(news[0].compare_from == "1.9.0");
  CHECK(group_by_project(find_stories(items))[0].compare_url.empty());
}

TEST_CASE("all files of one version are one story, however its name is padded") {
  const std::string files = "https://sourceforge.net/projects/quay/files";
  std::vector<StoredItem> items;
  int day = 0;
  for (const std::string path :
       {"/Windows/quay-1.5.9.0-install.exe", "/Linux/quay-1.5.9-x86_64.AppImage",
        "/1.5.9/quay.dmg", "/Windows/quay-1.5.10.0-install.exe", "/quay.deb"})
    items.push_back(item("files", path, files + path + "/download", ++day));

  const auto news = group_by_project(find_stories(items));

  REQUIRE(news.size() == 2);
  CHECK(news[0].stories.size() == 2);
  CHECK(news[0].versions == std::vector<std::string>{"1.5.9.0", "1.5.10.0"});
  CHECK(news[1].versions.empty());  // nobody knows which
}

TEST_CASE("repositories of two strangers with one name are two projects") {
  const std::vector<StoredItem> items{
      item("a", "1.0.0", "https://github.com/heron/quay/releases/tag/1.0.0", 1),
      item("b", "1.0.0", "https://codeberg.org/egret/quay/releases/tag/1.0.0", 2),
      item("b", "1.1.0-rc1", "https://codeberg.org/egret/quay/releases/tag/1.1.0-rc1", 3),
      item("c", "1.0.0", "https://git.sr.ht/~heron/quay/refs/1.0.0", 4),
      item("blog", "Quay 1.0.0 is out", "https://news.example/quay", 5)};

  const auto stories = find_stories(items);

  REQUIRE(stories.size() == 3);
  CHECK(stories.back().items.size() == 3);  // heron's two copies and the page of the first
  const auto parted = visible_stories(stories, ProjectRegistry{});
  CHECK(parted.shown.size() == 2);
  const auto news = group_by_project(parted.shown);
  CHECK(news.size() == 2);
}

TEST_CASE("a dropped release of a stranger holds its pre-release back") {
  const std::vector<StoredItem> dropped{
      item("a", "1.9", "https://github.com/heron/quay/releases/tag/1.9", 1)};
  const std::vector<StoredItem> items{
      item("a", "2.0-rc1", "https://github.com/heron/quay/releases/tag/2.0-rc1", 2),
      item("b", "0.3", "https://codeberg.org/egret/quay/releases/tag/0.3", 3)};

  const auto parted =
      visible_stories(find_stories(items), ProjectRegistry{}, {}, find_stories(dropped));

  CHECK(parted.shown.size() == 1);
  CHECK(parted.held_back.size() == 1);
}

TEST_CASE("a configured project or feed has no strangers") {
  const std::vector<StoredItem> items{
      item("a", "1.0.0", "https://github.com/heron/quay/releases/tag/1.0.0"),
      item("b", "1.0.0", "https://codeberg.org/egret/quay/releases/tag/1.0.0")};
  std::vector<Project> known(1);
  known[0].name = "Quay";
  const ProjectRegistry projects(known);
  std::vector<FeedSource> feeds(1);
  feeds[0].name = "b";
  feeds[0].project = "quay";

  CHECK(find_stories(items).size() == 2);
  CHECK(find_stories(items, {}, {}, projects).size() == 1);
  CHECK(find_stories(items, {}, feeds).size() == 1);
}

TEST_CASE("a year in a title does not tell news apart") {
  const std::string title = GENERATE("Harbour Report 2026", "Harbour Report 1999");
  const std::vector<StoredItem> items{item("one", title + " Bremen", "https://one.example/a"),
                                      item("two", title + " Bremen", "https://two.example/b")};

  CHECK(find_stories(items).size() == 2);
}
