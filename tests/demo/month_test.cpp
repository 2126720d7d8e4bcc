#include "demo/month.h"

#include "core/error.h"
#include "support/catch.h"
#include "support/paths.h"

#include <filesystem>
#include <sstream>

using namespace collector;

namespace {

const std::filesystem::path kSampleMonthFolder = project_file("share/demo");

}  // namespace

TEST_CASE("the sample month lies beside the program in the build tree too") {
  CHECK(std::filesystem::equivalent(sample_month_folder(PROGRAM), kSampleMonthFolder));
}

TEST_CASE("every feed of the sample month's list has its file") {
  const std::string server = "http://127.0.0.1:1/";
  std::istringstream lines(sample_configuration(kSampleMonthFolder, "http://127.0.0.1:1"));

  int feeds = 0;
  for (std::string line; std::getline(lines, line);) {
    const auto at = line.find("url: \"" + server);
    if (at == std::string::npos) continue;
    const auto start = at + 6 + server.size();
    const auto name = line.substr(start, line.size() - start - 1);
    INFO(name);
    CHECK(std::filesystem::exists(kSampleMonthFolder / name));
    ++feeds;
  }

  CHECK(feeds == 26);
}

TEST_CASE("a program that was installed without its sample month says so") {
  CHECK_THROWS_AS(sample_month_folder("/nowhere/bin/collector"), Error);
  CHECK_THROWS_AS(sample_configuration("/nowhere", "http://127.0.0.1:1"), Error);
}
