#include "news/project_check.h"

#include "config/config.h"
#include "support/catch.h"

using namespace collector;

TEST_CASE("the projects of the preset do not quarrel") {
  CHECK(project_quarrels(parse_config("", "built in").projects) == std::vector<std::string>{});
}

TEST_CASE("a name, an alias or a repository of two projects is told once") {
  std::vector<Project> projects(4);
  projects[0].name = "Quay";
  projects[0].aliases = {"Quayside"};
  projects[0].repositories = {"https://codeberg.org/harbour/quay"};
  projects[1].name = "Pier";
  projects[1].aliases = {"quay-side"};
  projects[2].name = "Buoy";
  projects[2].repositories = {"https://codeberg.org/Harbour/Quay.git"};
  projects[3].name = "BUOY";

  const auto quarrels = project_quarrels(projects);

  REQUIRE(quarrels.size() == 3);
  CHECK(quarrels[0] == "project \"Pier\": the alias \"quay-side\" is taken by \"Quay\"");
  CHECK(quarrels[1] == "project \"Buoy\": its name is taken by \"BUOY\"");
  CHECK(quarrels[2] ==
        "project \"Buoy\": the repository "
        "https://codeberg.org/Harbour/Quay.git is taken by \"Quay\"");
}
