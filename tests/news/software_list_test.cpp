#include "news/software_list.h"

#include "core/error.h"
#include "support/catch.h"

using namespace collector;

namespace {

std::vector<Project> listed(const std::string& text) {
  std::vector<Section> sections(3);
  sections[0].name = "clients";
  sections[1].name = "servers";
  sections[2].name = "libraries";
  return read_software_list(text, "software.json", sections);
}

}  // namespace

TEST_CASE("an entry of a software list tells home, repository and section of a project") {
  const auto projects = listed(R"([
    {"name": "Quay", "categories": ["client"], "url": "https://quay.example/", "doap": null},
    {"name": "Pier", "categories": ["integrated-platform", "server"],
     "url": "https://github.com/harbour/pier"},
    {"name": "Buoy", "categories": ["tool"], "url": null,
     "doap": "https://raw.githubusercontent.com/harbour/buoy/main/buoy.doap"},
    {"name": "Dock", "categories": ["component"],
     "doap": "https://gitlab.com/harbour/dock/-/raw/main/doap.xml"},
    {"name": "Jetty", "categories": ["poem"], "url": "javascript:alert",
     "doap": "/hosted-doap/jetty.doap"}])");

  REQUIRE(projects.size() == 5);
  CHECK(projects[0].home == "https://quay.example/");
  CHECK(projects[0].section == "clients");
  CHECK(projects[1].home.empty());
  CHECK(projects[1].section == "servers");
  CHECK(projects[1].repositories ==
        std::vector<std::string>{"https://github.com/harbour/pier"});
  CHECK(projects[2].section == "libraries");
  CHECK(projects[2].repositories ==
        std::vector<std::string>{"https://github.com/harbour/buoy"});
  CHECK(projects[3].section == "libraries");
  CHECK(projects[3].repositories ==
        std::vector<std::string>{"https://gitlab.com/harbour/dock"});
  CHECK(projects[4].home.empty());
  CHECK(projects[4].section.empty());
  CHECK(projects[4].repositories.empty());
}

TEST_CASE("two entries of one name are one project") {
  const auto projects = listed(R"([{"name": "Quay", "categories": ["client"]},
                                   {"name": "quay", "url": "https://quay.example/"}])");

  REQUIRE(projects.size() == 1);
  CHECK(projects[0].section == "clients");
  CHECK(projects[0].home == "https://quay.example/");
}

TEST_CASE("software is known by name, alias or repository") {
  Project quay;
  quay.name = "Quay";
  quay.aliases = {"Quayside"};
  quay.repositories = {"https://codeberg.org/harbour/quay"};
  const ProjectRegistry known({quay});

  const auto fresh = unknown_projects(listed(R"([{"name": "QUAY"}, {"name": "quay side"},
                 {"name": "Q2", "url": "https://codeberg.org/harbour/quay"},
                 {"name": "Pier"}])"),
                                      known);

  REQUIRE(fresh.size() == 1);
  CHECK(fresh[0].name == "Pier");
}

TEST_CASE("what is no software list is refused with its name") {
  for (const std::string text : {"", "{}", "[1]", R"([{"url": "https://quay.example/"}])",
                                 R"([{"name": ""}])", "[{\"name\": \"a\"}"}) {
    INFO(text);
    CHECK_THROWS_AS(listed(text), Error);
    CHECK_THROWS_WITH(listed(text), StartsWith("software.json: "));
  }
}
