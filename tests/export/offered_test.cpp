#include "export/offered.h"

#include "config/config.h"
#include "export/json.h"
#include "export/markdown.h"
#include "support/catch.h"

using namespace collector;

namespace {

DigestEntry entry(const std::string& name) {
  DigestEntry made;
  made.title = name;
  made.markdown = name;
  made.url = "https://nest.example/" + name;
  made.urls = {made.url};
  return made;
}

Digest digest(const std::string& section, const std::vector<DigestEntry>& entries) {
  Digest made;
  made.month = "2024-01";
  made.sections = {{section, "", section, entries}};
  return made;
}

}  // namespace

TEST_CASE("what lies outside the window is offered behind the rest, with its hint") {
  Digest january = digest("articles", {entry("a")});
  offer(january, digest("articles", {entry("b")}), "early --> x");

  CHECK(to_markdown(with_offered(january), {}, Hints::Written) ==
        "## articles\n\n- a\n- b\n  <!-- early - - x -->\n");
  CHECK(to_markdown(january, {}) == "## articles\n\n- a\n");
  CHECK_THAT(to_json(january), ContainsSubstring("\"section\": \"articles\""));
}

TEST_CASE("what the issue has already is not offered again") {
  Digest january = digest("articles", {entry("a")});
  offer(january, digest("talks", {entry("a"), entry("c")}), "early");

  REQUIRE(january.offered.size() == 1);
  CHECK(january.offered[0].section == "talks");
  REQUIRE(january.offered[0].entries.size() == 1);
  CHECK(january.offered[0].entries[0].title == "c");
}

TEST_CASE("a version that the issue tells of is not offered again under another page") {
  const auto release = [](const std::string& name, const std::vector<std::string>& versions) {
    DigestEntry made = entry(name);
    made.project = "Heron";
    made.versions = versions;
    made.release = true;
    return made;
  };
  Digest january = digest("clients", {release("a", {"1.2", "1.3.0"})});
  offer(january,
        digest("clients", {release("b", {"1.3"}), release("c", {"1.3", "1.4"}), entry("d")}),
        "early");

  REQUIRE(january.offered.size() == 1);
  REQUIRE(january.offered[0].entries.size() == 2);
  CHECK(january.offered[0].entries[0].title == "c");
  CHECK(january.offered[0].entries[1].title == "d");
}

TEST_CASE("one version of what has no name does not stand for another's") {
  DigestEntry one = entry("a");
  one.versions = {"1.2"};
  one.release = true;
  DigestEntry other = one;
  other.url = "https://quay.example/1.2";
  other.urls = {other.url};
  Digest january = digest("clients", {one});
  offer(january, digest("clients", {other}), "early");

  CHECK(january.offered.size() == 1);
}

TEST_CASE("a stranger's release of the same name and version is offered") {
  const auto release = [](const std::string& owner) {
    DigestEntry made = entry(owner);
    made.urls = {"https://github.com/" + owner + "/quay/releases/tag/1.2"};
    made.project = "quay";
    made.versions = {"1.2"};
    made.release = true;
    return made;
  };
  Digest january = digest("clients", {release("ann")});
  offer(january, digest("clients", {release("bob"), release("ann")}), "early");

  REQUIRE(january.offered.size() == 1);
  REQUIRE(january.offered[0].entries.size() == 1);
  CHECK(january.offered[0].entries[0].title == "bob");
}

TEST_CASE("the days before an issue are those of closed issues and between them") {
  const auto at = [](int day) { return UtcTime{std::chrono::days{day}}; };
  const auto issue = [&](int from, int until, int closed) {
    Issue made;
    made.window = {at(from), at(until)};
    made.closed = at(closed);
    return made;
  };
  std::vector<Issue> issues{issue(10, 20, 25), issue(20, 30, 35), issue(60, 70, 75)};
  issues.push_back(issue(30, 40, 45));
  issues.back().reopened = at(46);

  const auto days = closed_before({at(50), at(60)}, issues);

  REQUIRE(days);
  CHECK((days->missed.from == at(20) && days->missed.until == at(50)));
  CHECK((days->earlier.from == at(10) && days->earlier.until == at(20)));
  CHECK(days->closed == at(35));
  CHECK_FALSE(closed_before({at(10), at(20)}, issues));
}
