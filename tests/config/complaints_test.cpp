// Each broken configuration of data/config has beside it the complaint that is wanted.
#include "config/config.h"
#include "core/error.h"
#include "support/catch.h"
#include "support/paths.h"

#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

using namespace collector;

namespace {

std::vector<std::filesystem::path> broken_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator{test_data("config")}) {
    if (entry.path().extension() == ".yaml") files.push_back(entry.path());
  }
  return files;
}

std::string read(const std::filesystem::path& file) {
  std::string text = read_file(file);
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::string complaint_about(const std::string& text) {
  try {
    parse_config(text, "feeds.yaml");
  } catch (const ConfigError& error) {
    return error.what();
  }
  return "(none)";
}

}  // namespace

TEST_CASE("a broken configuration is refused with place, cause and wish") {
  for (const auto& file : broken_files()) {
    INFO(file);
    const std::string expected =
        "feeds.yaml:" + read(std::filesystem::path(file).replace_extension(".expected"));

    CHECK_THAT(complaint_about(read(file)), StartsWith(expected));
  }
}

TEST_CASE("a configuration that is not there is a configuration error") {
  CHECK_THROWS_AS(load_config("/nonexistent/feeds.yaml"), ConfigError);
  CHECK_THROWS_AS(load_config(test_data()), ConfigError);
}

TEST_CASE("what is no YAML is told with what to do") {
  const auto complaint = [](const std::string& name, const std::string& exclude) {
    return complaint_about("feeds:\n  - name: " + name +
                           "\n    url: https://a.example/\n    exclude: " + exclude + "\n");
  };

  CHECK_THAT(complaint("Planet: news", "x"),
             StartsWith("feeds.yaml:2:17:") &&
                 ContainsSubstring("; text with ': ' in it stands in quotes"));
  CHECK_THAT(complaint("@planet", "x"),
             StartsWith("feeds.yaml:2:11:") &&
                 ContainsSubstring("; text that begins with such a sign stands in quotes"));
  CHECK_THAT(complaint("planet", "\"v\\d+\""),
             StartsWith("feeds.yaml:4:16:") &&
                 ContainsSubstring("; a pattern stands in 'single' quotes"));
  CHECK_THAT(complaint("[XMPP] blog", "x"),
             StartsWith("feeds.yaml:2:18:") &&
                 ContainsSubstring(" a quote or a bracket stands in quotes"));
  CHECK_THAT(complaint("B\xe4r", "x"),
             StartsWith("feeds.yaml:2:13:") && ContainsSubstring("; save the file as UTF-8"));
  CHECK(complaint("'planet", "x") == "feeds.yaml:2:11: a quote without its end");
}

TEST_CASE("brackets without end are refused, not followed") {
  CHECK_THAT(complaint_about(std::string(100'000, '[')), StartsWith("feeds.yaml:1:"));
}

TEST_CASE("an alias without its anchor is refused, and one inside its anchor") {
  CHECK(complaint_about("feeds: *all\n") == "feeds.yaml:1:8: there is no anchor \"all\"");
  CHECK(complaint_about("feeds: &all [*all]\n") ==
        "feeds.yaml:1:14: this alias contains itself");
}

TEST_CASE("bytes that are no text are refused where they stand") {
  CHECK_THAT(complaint_about("feeds:\n  - name: \xff\n"),
             StartsWith("feeds.yaml:2:11: this is no YAML: "));
}

TEST_CASE("aliases that multiply are refused") {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string inner = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + inner;
    for (int j = 1; j < 10; ++j)
      text += ", " + inner;
    text += "]\n";
  }

  CHECK_THAT(complaint_about(text), ContainsSubstring("too large"));
}
