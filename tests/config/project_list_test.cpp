#include "config/project_list.h"

#include "config/config.h"
#include "core/error.h"
#include "core/newsletter.h"
#include "support/catch.h"

using namespace collector;

namespace {

std::string extended(const std::string& text) {
  std::vector<Project> projects(1);
  projects[0].name = "Pier & Co: \"2\"";
  projects[0].section = "clients";
  projects[0].repositories = {"https://codeberg.org/harbour/pier"};
  return with_projects(parse_config(text, "feeds.yaml"), projects);
}

std::string entry(const std::string& indent) {
  return indent + "- name: \"Pier & Co: \\\"2\\\"\"\n" + indent + "  section: clients\n" +
         indent + "  repositories: [https://codeberg.org/harbour/pier]\n";
}

}  // namespace

TEST_CASE("projects are added behind the last one, all else stays as it was") {
  const std::string list =
      "projects:  # ours\n  # the first\n  - name: Quay\n    section: clients\n";
  const std::string rest = "\n# feeds come last\nfeeds: []  # none yet\n";

  CHECK(extended(list + rest) == list + entry("  ") + rest);
  CHECK(extended(rest + list) == rest + list + entry("  "));
  CHECK(extended("projects:\n- name: Quay\n" + rest) ==
        "projects:\n- name: Quay\n" + entry("") + rest);
}

TEST_CASE("a file without a list of projects gets one") {
  CHECK(extended("") == "\nprojects:\n" + entry("  "));
  CHECK(extended("feeds: []") == "feeds: []\n\nprojects:\n" + entry("  "));
  CHECK(extended("projects:\nfeeds: []\n") == "projects:\n" + entry("  ") + "feeds: []\n");
}

TEST_CASE("a list written in brackets is not added to") {
  CHECK_THROWS_AS(extended("projects: [{name: Quay}]\n"), ConfigError);
  CHECK_THROWS_AS(extended("{feeds: []}\n"), ConfigError);
}

TEST_CASE("what a project lacks goes below its own lines") {
  Project quay;
  quay.name = "Quay";
  quay.home = "https://quay.example/";
  quay.section = "clients";
  const auto completed = [&](const std::string& text) {
    return with_projects(parse_config(text, "feeds.yaml"), std::vector{quay});
  };
  const std::string lines = "    home: https://quay.example/\n    section: clients\n";

  CHECK(completed("projects:\n  - name: Quay  # ours\n\n  # another\n  - name: Pier\n") ==
        "projects:\n  - name: Quay  # ours\n" + lines + "\n  # another\n  - name: Pier\n");
  CHECK(completed("projects:\n  - name: Pier\n  - name: Quay") ==
        "projects:\n  - name: Pier\n  - name: Quay\n" + lines);
  CHECK(completed("projects:\n  - name: Quay\n\nfeeds: []\n") ==
        "projects:\n  - name: Quay\n" + lines + "\nfeeds: []\n");
  const std::string other = "projects:\n  - name: Quay\n    home: https://other.example/\n";
  CHECK(completed(other) == other + "    section: clients\n");
  const std::string braces = "projects:\n  - {name: Quay}\n";
  CHECK(completed(braces) == braces);
}

TEST_CASE("what was added is read as it was given") {
  const Config config = parse_config(extended("newsletter:\n  preset: none\n  sections:\n"
                                              "    - {name: clients, heading: C}\n"),
                                     "feeds.yaml");

  REQUIRE(config.projects.size() == 1);
  CHECK(config.projects[0].name == "Pier & Co: \"2\"");
  CHECK(config.projects[0].section == "clients");
}

TEST_CASE("a project that the file has twice is told with its place") {
  const Config config =
      parse_config("projects:\n  - name: Quay\n  - name: Pier\n  - name: Quay\n", "feeds.yaml");

  CHECK(repeated_projects(config) ==
        std::vector<std::string>{"feeds.yaml:4:11: project \"Quay\" is there twice"});
}
