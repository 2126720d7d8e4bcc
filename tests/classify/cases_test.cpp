// The table of tests/data/classify_cases.tsv, judged with the projects of the preset.
#include "classify/classify.h"
#include "config/config.h"
#include "news/recognise.h"
#include "support/catch.h"
#include "support/paths.h"

#include <fstream>
#include <sstream>

using namespace collector;

namespace {

std::vector<std::string> columns(const std::string& line) {
  std::vector<std::string> found;
  std::istringstream stream(line);
  for (std::string column; std::getline(stream, column, '\t');)
    found.push_back(column);
  return found;
}

}  // namespace

TEST_CASE("every item of the table goes where an editor would put it, and says why") {
  const Config config = parse_config("", "built in");
  const ProjectRegistry projects(config.projects);
  const Classifier classifier(config.newsletter, {}, projects);
  std::ifstream table(test_data("classify_cases.tsv"));
  REQUIRE(table.good());
  for (std::string line; std::getline(table, line);) {
    if (line.starts_with("#")) continue;
    CAPTURE(line);
    const auto row = columns(line);
    REQUIRE(row.size() == 4);
    FeedSource source;
    source.section = row[0] == "-" ? "" : row[0];
    Item item;
    item.title = row[1];
    item.url = row[2];
    recognise(item, source, "", projects);

    const Verdict verdict = classifier.classify(item, source);

    CHECK((verdict.noise ? "noise" : verdict.section) == row[3]);
    CHECK(verdict.confidence > 0);
    CHECK(verdict.confidence <= 1);
    CHECK_FALSE(verdict.reasons.empty());
  }
}
