// The slips that stand in printed issues, which lint must find in their lines. The issues are
// read from ../shared/newsletters where that is; they are not kept here.
#include "newsletter/lint.h"
#include "newsletter/repeated_releases.h"
#include "support/catch.h"
#include "support/paths.h"

#include <re2/re2.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <sstream>

using namespace collector;
namespace fs = std::filesystem;

namespace {

/// In the order in which they appeared; empty where they are not at hand.
std::vector<fs::path> printed_issues() {
  const fs::path folder = project_file("../shared/newsletters");
  std::vector<fs::path> issues;
  if (!fs::exists(folder)) {
    WARN(folder.string() << " is not at hand: left out");
    return issues;
  }
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().filename().string().ends_with("-newsletter.md"))
      issues.push_back(file.path());
  }
  std::sort(issues.begin(), issues.end());
  return issues;
}

/// The lines of `text` in which `pattern` is found.
std::vector<int> lines_with(const std::string& text, const RE2& pattern) {
  std::istringstream lines(text);
  std::vector<int> found;
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    if (RE2::PartialMatch(line, pattern)) found.push_back(number);
  }
  return found;
}

std::vector<int> lines_of(const std::vector<Finding>& findings, const std::string& opening) {
  std::vector<int> lines;
  for (const Finding& finding : findings) {
    const bool known = !lines.empty() && lines.back() == finding.line;
    if (finding.message.starts_with(opening) && !known) lines.push_back(finding.line);
  }
  return lines;
}

/// A kind of slip: what it looks like in Markdown, and how lint begins to speak of it.
struct Slip {
  const char* pattern;
  const char* message;
};

using Places = std::vector<std::string>;

/// "2025-02-05:84" of each finding that begins with `opening`.
Places places_of(const std::string& opening) {
  Places places;
  RepeatedReleases releases;
  for (const fs::path& issue : printed_issues()) {
    const PrintedNewsletter newsletter = read_newsletter(read_file(issue));
    const std::string name = issue.filename().string().substr(0, 10);
    std::vector<Finding> findings = lint(newsletter);
    const std::vector<Finding> repeated = releases.check(name, newsletter);
    findings.insert(findings.end(), repeated.begin(), repeated.end());
    for (const Finding& finding : findings) {
      if (finding.message.starts_with(opening))
        places.push_back(name + ":" + std::to_string(finding.line));
    }
  }
  return places;
}

}  // namespace

TEST_CASE("every slip of a link in the printed issues is found in its line") {
  const auto slip = GENERATE(
      Slip{R"(\]\(http://)", "http link"}, Slip{R"(\]\([^)\s]*[?&]utm_)", "tracking"},
      Slip{R"(\]\(https?://[^/)\s]+(?:/[^)?#\s]*[^):?#\s])?//)", "two slashes"},
      Slip{R"(\]\((?:www\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}/))", "link without"});
  const RE2 pattern(slip.pattern);
  for (const fs::path& issue : printed_issues()) {
    const std::string text = read_file(issue);
    INFO(issue.filename().string() << ": " << slip.message);
    CHECK(lines_of(lint(read_newsletter(text)), slip.message) == lines_with(text, pattern));
  }
}

TEST_CASE("what two printed issues tell of, and what stands in two sections, is found") {
  if (printed_issues().empty()) return;
  const Places repeated = places_of("told of in");
  const Places twice = places_of("the same link");
  const Places misleading = places_of("says ");
  const auto has = [](const Places& places, const std::string& place) {
    return std::find(places.begin(), places.end(), place) != places.end();
  };

  CHECK(has(repeated, "2020-03-15:98"));
  CHECK(has(repeated, "2021-04-05:58"));
  CHECK(has(repeated, "2022-07-05:64"));
  CHECK(has(twice, "2026-05-05:70"));
  CHECK(misleading == Places{"2020-03-15:73", "2025-02-05:84"});
}
