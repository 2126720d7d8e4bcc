#include "cli/program.h"
#include "support/catch.h"
#include "support/paths.h"

#include <iterator>

using namespace collector::test;

namespace {

constexpr const char* kList =
    R"([{"name": "Quay", "categories": ["client"], "url": "https://quay.example/"},
        {"name": "Gajim", "categories": ["client"]}])";

}  // namespace

TEST_CASE("a software list is imported once, however often it is given") {
  const Program collector;
  const std::string file = collector.write("feeds.yaml", "feeds: []  # none yet\n");
  const std::string list = collector.write("software.json", kList);

  const Ran first = collector({"projects", "import", list});
  const std::string once = read_file(file);
  const Ran second = collector({"projects", "import", list});

  CHECK(first.code == 0);
  CHECK_THAT(first.err, ContainsSubstring("1 projects added, 0 completed, 1 known already"));
  CHECK_THAT(once, StartsWith("feeds: []  # none yet\n\nprojects:\n  - name: Quay\n"));
  CHECK(second.code == 0);
  CHECK(read_file(file) == once);
  CHECK_THAT(collector({"projects", "list"}).out, ContainsSubstring("https://quay.example/"));
  CHECK_THAT(collector({"projects", "list", "--format", "json"}).out,
             ContainsSubstring("\"name\": \"Quay\""));
}

TEST_CASE("an entry in braces is not said to be completed") {
  const Program collector;
  const std::string before = "projects:\n  - {name: Quay}\n  - name: Pier\n";
  const std::string file = collector.write("feeds.yaml", before);
  const std::string list =
      collector.write("software.json", R"([{"name": "Quay", "url": "https://quay.example/"},
                           {"name": "Pier", "url": "https://pier.example/"}])");

  CHECK_THAT(collector({"projects", "import", list}).err,
             ContainsSubstring("0 projects added, 1 completed, 1 known already"));
  CHECK(read_file(file) == before + "    home: https://pier.example/\n");
}

TEST_CASE("a list that cannot be imported leaves the configuration alone") {
  const Program collector;
  const std::string list = collector.write("software.json", kList);
  CHECK(collector({"projects", "import", list}).code == 6);  // nothing to add to
  const std::string file = collector.write("feeds.yaml", "projects: [{name: Pier}]\n");

  CHECK(collector({"projects", "import", list}).code == 6);
  CHECK(collector({"projects", "import", collector.path("none.json")}).code == 1);
  CHECK(read_file(file) == "projects: [{name: Pier}]\n");
}

TEST_CASE("projects that quarrel are a failed check") {
  const Program collector;
  CHECK(collector({"projects", "check"}).code == 0);
  collector.write("feeds.yaml",
                  "projects:\n  - {name: Quay, aliases: Gajim}\n  - name: Quay\n");
  const Ran ran = collector({"projects", "check"});
  CHECK(ran.code == 1);
  CHECK_THAT(ran.err, ContainsSubstring("feeds.yaml:3:11: project \"Quay\" is there twice"));
  CHECK_THAT(ran.err, ContainsSubstring("the alias \"Gajim\" is taken by \"Gajim\""));

  collector.write("feeds.yaml", "projects:\n  - {name: Quay, section: boats}\n");
  CHECK(collector({"projects", "check"}).code == 6);
}
