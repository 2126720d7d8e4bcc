#include "classify/features.h"

#include "news/recognise.h"
#include "support/catch.h"

#include <algorithm>

using namespace collector;

namespace {

ProjectRegistry registry() {
  Project quay;
  quay.name = "Quay";
  quay.section = "clients";
  quay.home = "https://quay.example/";
  quay.repositories = {"https://github.com/harbour/quay"};
  return ProjectRegistry({quay});
}

std::vector<std::string> features(const std::string& title, const std::string& url) {
  const ProjectRegistry projects = registry();
  Item item;
  item.title = title;
  item.url = url;
  recognise(item, {}, "", projects);
  return features_of(item, projects);
}

}  // namespace

TEST_CASE("title, link and registry are said in features that a person can read") {
  const auto [title, url, feature] = GENERATE(table<const char*, const char*, const char*>({
      {"1.2", "https://github.com/harbour/quay/releases/tag/v1.2", "known=clients/by-link"},
      {"1.2", "https://github.com/harbour/quay/releases/tag/v1.2", "title=version"},
      {"1.2", "https://github.com/harbour/quay/releases/tag/v1.2", "page=release"},
      {"1.2", "https://github.com/Harbour/new/releases/tag/v1.2", "owner=harbour"},
      {"1.2", "https://github.com/some/tiny-server/releases/tag/v1.2", "says=servers"},
      {"1.2", "https://github.com/quay/bits/releases/tag/v1.2", "known=clients/by-owner"},
      {"Quay in the classroom", "https://school.example:8443/post", "known=clients/by-title"},
      {"Quay in the classroom", "https://school.example:8443/post", "host=school.example"},
      {"Why we chose Quay", "https://school.example/", "known=clients/by-mention"},
      {"Why we chose Quay", "https://school.example/", "page=root"},
      {"Is it out?", "https://blog.quay.example/is-it", "known=clients/by-home"},
      {"Is it out?", "https://blog.quay.example/is-it", "host=quay.example"},
      {"Is it out?", "https://blog.quay.example/is-it", "title=question/text"},
      {"Is it out?", "https://school.example/", "title=question/text/root"},
      {"Is it out?", "https://school.example/", "title=question/text/without-version"},
      {"Quay 1.2: faster", "https://school.example/", "title=colon/release/with-version"},
      {"it is out", "https://talk.example/t/quay-1-2-released/4711", "known=clients/by-slug"},
      {"it is out", "https://talk.example/t/quay-1-2-released/4711", "kind/release"},
      {"it is out", "https://talk.example/t/quay-1-2-released/4711",
       "said-of=quay/release/small"},
      {"Clock plugin 1.1 released", "https://talk.example/t/clock/1", "plugin/release"},
      {"Clock plugin 1.1 released", "https://talk.example/t/clock/1",
       "news-of=talk.example/release/plugin"},
      {"1.2", "https://github.com/some/tiny/releases/tag/v1.2", "news-of=some/tiny/release"},
      {"In May", "https://school.example/may-server-release", "link=release/servers"},
      {"Hello", "https://school.example/blog/hello", "unknown/text"},
      {"Hello", "https://school.example/blog/hello", "folder=blog"},
      {"Hello", "https://school.example/blog/hello", "word=hello"},
  }));
  CAPTURE(title, url, feature);

  const std::vector<std::string> found = features(title, url);

  CAPTURE(found);
  CHECK(std::find(found.begin(), found.end(), feature) != found.end());
  for (const std::string& name : found)
    CHECK(name.find(' ') == std::string::npos);
}

TEST_CASE("a feature is told in words") {
  const auto [name, words] = GENERATE(table<const char*, const char*>({
      {"host=quay.example", "pages of quay.example"},
      {"host=quay.example/release", "pages of quay.example, as a release"},
      {"word=how", "the word \"how\" in the title"},
      {"known=clients/by-link/release/one", "a project listed under clients"},
      {"unknown/text", "its project is unknown, as a text"},
      {"kind/release", "it is a release"},
      {"kind/text", "it is no release"},
      {"says=libraries", "a name as those of libraries are"},
      {"title=question/text", "the form of title and link, as a text"},
      {"title=question/text/root", "the form of title and link"},
  }));

  CHECK(describe_feature(name) == words);
}
