// Nothing but the shipped configuration and model is bound to one community: another one's
// newsletter, from its feeds to its Markdown.
#include "cli/program.h"
#include "support/catch.h"
#include "support/http_server.h"
#include "support/paths.h"

#include <iterator>
#include <sstream>

using namespace collector::test;

namespace {

std::string served_by(const HttpServer& server, std::string text) {
  const std::string mark = "{server}";
  for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark))
    text.replace(at, mark.size(), server.url(""));
  return text;
}

std::vector<std::string> headings(const std::string& markdown) {
  std::vector<std::string> headings;
  std::istringstream lines(markdown);
  for (std::string line; std::getline(lines, line);)
    if (line.starts_with("#")) headings.push_back(line);
  return headings;
}

}  // namespace

TEST_CASE("another community's newsletter has its own sections, projects and rules") {
  HttpServer server;
  for (const char* feed : {"dinghy.atom", "blog.rss"}) {
    const std::string document = read_file(test_data(std::string("community/") + feed));
    REQUIRE_FALSE(document.empty());
    server.on(std::string("/") + feed, http_answer(200, {}, document));
  }
  const Program collector;
  collector.write("feeds.yaml",
                  served_by(server, read_file(test_data("community/feeds.yaml"))));
  const std::string database = collector.path("news.db");
  REQUIRE(collector({"fetch", "-q", "--db", database, "--now", "2024-02-02T00:00:00Z"}).code ==
          0);

  const Ran exported = collector({"export", "--month", "2024-01", "--db", database});

  CHECK(exported.code == 0);
  CHECK(headings(exported.out) == std::vector<std::string>{"## News from the shore",
                                                           "## What was launched", "### Boats",
                                                           "### Ropes and anchors"});
  CHECK_THAT(exported.out, ContainsSubstring("(https://blog.harbour.example/pier)"));
  CHECK_THAT(exported.out, ContainsSubstring("[Dinghy](https://dinghy.example/)"));
  CHECK_THAT(exported.out, ContainsSubstring("boat for one"));
  CHECK_THAT(
      exported.out,
      ContainsSubstring("[1.0.0](https://github.com/harbour/dinghy/releases/tag/v1.0.0)"));
  CHECK_THAT(exported.out, ContainsSubstring("- Nothing new to tie with.\n"));
  for (const char* foreign : {"XMPP", "XEP", "Harbour Notes", "Regatta", "Rain"})
    CHECK_THAT(exported.out, !ContainsSubstring(foreign));
  const std::string noise =
      collector({"list", "--state", "noise", "--all", "--db", database}).out;
  CHECK_THAT(noise, ContainsSubstring("Regatta cancelled"));
  // Neither does one post about another community make the others off topic.
  CHECK_THAT(noise, !ContainsSubstring("Rain in February"));
  CHECK_THAT(collector({"export", "--month", "2024-02", "--db", database}).out,
             ContainsSubstring("Rain in February"));
}
