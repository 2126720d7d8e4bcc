#include "core/version.h"

#include "support/catch.h"
#include "support/paths.h"

#include <fstream>
#include <sstream>
#include <vector>

using namespace collector;

TEST_CASE("the version is found in every title of the table") {
  std::ifstream table(test_data("version_cases.tsv"));
  REQUIRE(table.good());
  int cases = 0;
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with("#")) continue;
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    const std::string title = line.substr(0, tab);
    CAPTURE(title);

    const auto found = find_version(title);

    CHECK((found ? found->text : "") == line.substr(tab + 1));
    ++cases;
  }
  CHECK(cases >= 32);
}

TEST_CASE("a mark behind the digits makes a pre-release") {
  for (const char* version :
       {"4.5.0-alpha2", "0.2.0beta2", "6.4.13-rc2", "13.0.0-beta.1", "1.0-dev", "2.0.nightly",
        "4.8.0-beta", "1.0pre1", "3.15.0b3", "1.0a1", "v2.0-M1", "2.0.0.dev1", "1.2.4rc1",
        "3.0.0-next.1", "1.0-test2"}) {
    CAPTURE(version);
    CHECK(is_prerelease(version));
  }
  for (const char* version :
       {"4.5.0", "0.9.9b", "2.19.0-5", "25.08", "0.2.3.post1", "1.0m", ""}) {
    CAPTURE(version);
    CHECK_FALSE(is_prerelease(version));
  }
}

TEST_CASE("two spellings of one version have one key") {
  CHECK(version_key("v4.8.0") == version_key("4.8"));
  CHECK(version_key("4.8.0-Beta") == version_key("4.8.0beta"));
  CHECK(version_key("1.5.2109.0") == version_key("1.5.2109"));
  CHECK(version_key("3.15.0b3") == version_key("3.15.0-beta3"));
  CHECK(version_key("13.0.0-beta.1") == version_key("13.0.0-beta-1"));
  CHECK(version_key("2.19.0-5") == version_key("v2.19-5"));
}

TEST_CASE("two versions have two keys") {
  CHECK(version_key("6.4.12") != version_key("6.4.13"));
  CHECK(version_key("4.8.0") != version_key("4.8.0-beta"));
  CHECK(version_key("0.9.9") != version_key("0.9.9b"));
  CHECK(version_key("0.2.3") != version_key("0.2.3.post1"));
  CHECK(version_key("3.15.0") != version_key("3.15.0b3"));
  CHECK(version_key("2.19.0-1") != version_key("2.19.0-2"));
  CHECK(version_key("2.4-1") != version_key("2.4.1"));
  CHECK(version_key("1.11") != version_key("11.1"));
}

TEST_CASE("zeros in front of a number count where they are kept") {
  const auto key = [](std::string_view version) {
    return version_key(version, LeadingZeros::Keep);
  };
  CHECK(version_key("1.01") == version_key("1.1"));
  CHECK(key("1.01") != key("1.1"));
  CHECK(key("v24.02.0") == key("24.02"));
  CHECK(key("2.4.0-rc.1") == key("2.4rc1"));
  CHECK(key("0.0.1234567890123456789") != key("0.0.1234567890123456780"));
}

TEST_CASE("versions stand in the order they were made") {
  const std::vector<std::string> order{
      "0.2.3",    "0.2.3.post1", "0.9.9",      "0.9.9b",       "0.9.10",        "3.15.0a7",
      "3.15.0b3", "3.15.0rc1",   "3.15.0",     "4.5.0-alpha2", "4.5.0-beta1",   "4.5.0-rc1",
      "4.5.0",    "4.5.1",       "6.4.13-rc2", "6.4.13",       "13.0.0-beta.1", "13.0.0",
      "25.07",    "25.08",       "25.10"};
  for (std::size_t at = 1; at < order.size(); ++at) {
    CAPTURE(order[at - 1], order[at]);
    CHECK(compare_versions(order[at - 1], order[at]) < 0);
    CHECK(compare_versions(order[at], order[at - 1]) > 0);
  }
  CHECK(compare_versions("v6.4", "6.4.0") == 0);
  CHECK(compare_versions("9.9p1", "9.9p2") < 0);
  CHECK(compare_versions("2.0.0", "2.0.0-hotfix1") < 0);
  CHECK(compare_versions("2.0.0-hotfix1", "2.0.1") < 0);
}
