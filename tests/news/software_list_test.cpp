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

  const SoftwareMerge merge = merge_software(listed(R"([{"name": "QUAY"}, {"name": "quay side"},
                 {"name": "Q2", "url": "https://codeberg.org/harbour/quay"},
                 {"name": "Pier"}])"),
                                             known);

  REQUIRE(merge.fresh.size() == 1);
  CHECK(merge.fresh[0].name == "Pier");
  CHECK(merge.gaps.empty());
}

TEST_CASE("what is not known of known software is filled in, once") {
  Project quay;
  quay.name = "Quay";
  quay.aliases = {"Wharf"};
  quay.repositories = {"https://codeberg.org/harbour/quay"};
  Project pier;
  pier.name = "Pier";
  pier.home = "https://pier.example/";
  pier.section = "servers";
  const std::string list = R"([
    {"name": "Harbour Quay", "categories": ["client"],
     "url": "https://codeberg.org/harbour/quay"},
    {"name": "Qu", "url": "https://codeberg.org/harbour/quay"},
    {"name": "quay", "url": "https://quay.example/"},
    {"name": "Pier", "categories": ["client"], "url": "https://elsewhere.example/"}])";

  const SoftwareMerge merge = merge_software(listed(list), ProjectRegistry({quay, pier}));

  CHECK(merge.fresh.empty());
  REQUIRE(merge.gaps.size() == 1);
  const Project& gaps = merge.gaps.front();
  CHECK(gaps.name == "Quay");
  CHECK(gaps.aliases == std::vector<std::string>{"Wharf", "Harbour Quay"});
  CHECK(gaps.home == "https://quay.example/");
  CHECK(gaps.section == "clients");
  CHECK(gaps.repositories.empty());
  quay.aliases = gaps.aliases;
  quay.home = gaps.home;
  quay.section = gaps.section;
  CHECK(merge_software(listed(list), ProjectRegistry({quay, pier})).gaps.empty());
}

TEST_CASE("what is no software list is refused with its name") {
  for (const std::string text : {"", "{}", "[1]", R"([{"url": "https://quay.example/"}])",
                                 R"([{"name": ""}])", "[{\"name\": \"a\"}"}) {
    INFO(text);
    CHECK_THROWS_AS(listed(text), Error);
    CHECK_THROWS_WITH(listed(text), StartsWith("software.json: "));
  }
}
