#include "export/bullets.h"

#include "config/config.h"
#include "support/catch.h"

using namespace collector;

namespace {

constexpr const char* kByTitle = "newsletter: {preset: none, releases: title}";

StoredItem release(const std::string& title, const std::string& version) {
  StoredItem stored;
  stored.item.title = title;
  stored.item.headline = "Heron " + version;
  stored.item.project = "Heron";
  stored.item.version = version;
  stored.item.kind = ItemKind::Release;
  stored.item.url = "https://heron.example/" + version;
  return stored;
}

/// The bullet of one release or several, oldest first.
std::string bullet(const std::vector<StoredItem>& releases,
                   const Config& config = parse_config(kByTitle, "sections")) {
  const ProjectRegistry projects(config.projects);
  ProjectNews news;
  news.project = "Heron";
  for (const StoredItem& stored : releases) {
    news.stories.push_back({{&stored}, {}});
    news.versions.push_back(stored.item.version);
  }
  return Bullets(config, projects).entry(news, {"clients", ""});
}

/// The same in sentences, of a newsletter in `language`.
std::string sentence(const std::vector<StoredItem>& releases, const std::string& language,
                     const std::string& description) {
  Config config =
      parse_config("newsletter: {preset: none, language: " + language + "}", "sections");
  config.projects.emplace_back();
  config.projects.back().name = "Heron";
  config.projects.back().home = "https://heron.example/";
  config.projects.back().description = description;
  return bullet(releases, config);
}

}  // namespace

TEST_CASE("a newsletter is written in its language") {
  const std::vector<StoredItem> one{release("Heron 1.2", "1.2")};
  const std::vector<StoredItem> two{release("Heron 1.2", "1.2"), release("Heron 1.3", "1.3")};
  const std::string heron = "[Heron](https://heron.example/)";
  const std::string first = "[1.2](https://heron.example/1.2)";
  const std::string both = first + " et [1.3](https://heron.example/1.3)";

  CHECK(sentence(one, "en", "a bird") ==
        heron + " has released version " + first + " of its bird.");
  CHECK(sentence(one, "de", "") == heron + " hat Version " + first + " ver\u00f6ffentlicht.");
  CHECK(sentence(two, "fr-CA", "oiseau") ==
        heron + " (oiseau) a publi\u00e9 les versions " + both + ".");
}

TEST_CASE("the verb agrees with one version and with several") {
  const std::vector<StoredItem> one{release("Heron 1.2", "1.2")};
  const std::vector<StoredItem> two{release("Heron 1.2", "1.2"), release("Heron 1.3", "1.3")};
  const std::string heron = "[Heron](https://heron.example/)";
  const std::string first = "[1.2](https://heron.example/1.2)";
  const std::string second = "[1.3](https://heron.example/1.3)";

  CHECK(sentence(one, "ru", "") == heron + ": новый выпуск — версия " + first + ".");
  CHECK(sentence(two, "ru", "птица") ==
        heron + " (птица): новый выпуск — версии " + first + " и " + second + ".");
  CHECK(sentence(two, "pl", "") ==
        heron + ": nowe wydanie – wersje " + first + " i " + second + ".");
  CHECK(sentence(two, "uk", "") ==
        heron + ": новий випуск — версії " + first + " та " + second + ".");
}

TEST_CASE("Chinese and Japanese have their own stops and no blanks behind them") {
  const std::vector<StoredItem> two{release("Heron 1.2", "1.2"), release("Heron 1.3", "1.3")};
  const std::string first = "[1.2](https://heron.example/1.2)";
  const std::string second = "[1.3](https://heron.example/1.3)";

  CHECK(sentence(two, "ja", "") == "[Heron](https://heron.example/)のバージョン" + first +
                                       "と" + second + "がリリースされました。");
  CHECK(sentence(two, "zh-CN", "") ==
        "[Heron](https://heron.example/) 发布了 " + first + "和" + second + " 版。");
}

TEST_CASE("a bullet of several sentences goes on without a blank behind a wide stop") {
  const Config config = parse_config(
      "newsletter: {preset: none, language: ja}\n"
      "projects: [{name: Heron, changelog: 'https://heron.example/changes'}]\n"
      "feeds: [{name: Nest, url: 'https://nest.example/feed'}]",
      "feeds.yaml");
  StoredItem post = release("鷺の話", "");
  post.item.kind = ItemKind::Article;
  post.item.author = "Ada";
  post.item.feed = "Nest";

  CHECK(bullet({release("1.2", "1.2")}, config) ==
        "Heronのバージョン[1.2](https://heron.example/1.2)がリリースされました。"
        "詳しくは[変更履歴](https://heron.example/changes)をご覧ください。");
  const ProjectNews news{"", {{{&post}, {}}}, {}, "", ""};
  CHECK(Bullets(config, ProjectRegistry()).entry(news, {"articles", ""}) ==
        "[Heron](https://heron.example/)、著者：Ada（Nest）。");
}

TEST_CASE("an article's author and blog are named in the newsletter's words") {
  const Config config = parse_config(
      "newsletter: {preset: none, language: nl, wording: {author_and_blog: '{author}, "
      "{blog}'}}\n"
      "feeds: [{name: Nest, url: 'https://nest.example/feed'}]",
      "feeds.yaml");
  StoredItem stored;
  stored.item.title = "Reiger";
  stored.item.url = "https://nest.example/1";
  stored.item.author = "Ada";
  stored.item.feed = "Nest";
  ProjectNews news;
  news.stories.push_back({{&stored}, {}});
  const ProjectRegistry projects;

  CHECK(Bullets(config, projects).entry(news, {"articles", ""}) ==
        "[Reiger](https://nest.example/1), Ada, Nest.");
}

TEST_CASE("a release told by its title keeps the title that says more") {
  CHECK(bullet({release("Heron 1.2 is out!", "1.2")}) ==
        "[Heron 1.2 is out!](https://heron.example/1.2)");
  for (const char* title : {"1.2", "v1.2", "Heron 1.2", "Release 1.2", "Spring"})
    CHECK(bullet({release(title, "1.2")}) == "[Heron 1.2 released](https://heron.example/1.2)");
}

TEST_CASE("releases told by their title share one bullet") {
  CHECK(bullet({release("1.2", "1.2"), release("Heron 1.3 is out!", "1.3")}) ==
        "[Heron 1.2](https://heron.example/1.2) and [1.3](https://heron.example/1.3) released");
}

TEST_CASE("a page that tells of two versions has one link for both") {
  StoredItem post = release("Heron 1.3 and 1.2.7 released", "1.3");
  post.item.further_versions = {"1.2.7"};
  StoredItem tag = release("1.2.7", "1.2.7");
  const Config config = parse_config("newsletter: {preset: none}", "sections");
  const Config titles = parse_config(kByTitle, "sections");
  const ProjectRegistry projects;
  const ProjectNews news{"Heron", {{{&post, &tag}, {}}}, {"1.2.7", "1.3"}, "", ""};

  CHECK(Bullets(config, projects).entry(news, {"clients", ""}) ==
        "Heron has released versions [1.3 and 1.2.7](https://heron.example/1.3).");
  CHECK(Bullets(titles, projects).entry(news, {"clients", ""}) ==
        "[Heron 1.3 and 1.2.7 released](https://heron.example/1.3)");
}

TEST_CASE("beside another page each version has its own link") {
  const StoredItem before = release("1.2.9", "1.2.9");
  StoredItem post = release("Heron 1.3 and 1.2.10 released", "1.3");
  post.item.further_versions = {"1.2.10"};
  const Config config = parse_config("newsletter: {preset: none}", "sections");
  const ProjectRegistry projects;
  const ProjectNews news{
      "Heron", {{{&before}, {}}, {{&post}, {}}}, {"1.2.9", "1.2.10", "1.3"}, "", ""};

  CHECK(Bullets(config, projects).entry(news, {"clients", ""}) ==
        "Heron has released versions [1.2.9](https://heron.example/1.2.9), "
        "[1.3](https://heron.example/1.3) and [1.2.10](https://heron.example/1.3).");
}

TEST_CASE("further sources follow as a sentence") {
  const StoredItem page = release("1.2", "1.2");
  StoredItem post = release("Why herons fly", "1.2");
  post.item.headline = "Why herons fly";
  post.item.url = "https://blog.example/herons";
  const Config config = parse_config(kByTitle, "sections");
  const ProjectRegistry projects;
  const ProjectNews news{"Heron", {{{&page, &post}, {}}}, {"1.2"}, "", ""};

  CHECK(Bullets(config, projects).entry(news, {"clients", ""}) ==
        "[Heron 1.2 released](https://heron.example/1.2). See also "
        "[Why herons fly](https://blog.example/herons).");
}
