#include "newsletter/lint.h"

#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/session.h"
#include "core/read_file.h"
#include "newsletter/repeated_releases.h"

#include <iostream>

namespace collector {

namespace {

struct Asked {
  std::vector<std::string> files;
};

constexpr const char* kDetails =
    "Finds links without a scheme, over http, with two slashes or tracking parameters, links\n"
    "that are printed twice, versions that lead to others, and weekdays that do not fit their\n"
    "dates; of several issues, given from old to new, also releases that an earlier one has.\n"
    "Exit 1 if it finds any.";

void declare(Asked& asked, Options& options) {
  options.arguments("FILE", asked.files, "newsletters in Markdown");
}

ExitCode lint_files(const Asked& asked, Session&) {
  ExitCode code = ExitCode::Done;
  RepeatedReleases releases;
  const auto tell = [&](const std::string& file, const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
      std::cout << file << ':' << finding.line << ": " << finding.message << '\n';
      code = ExitCode::Failed;
    }
  };
  for (const std::string& file : asked.files) {
    const PrintedNewsletter newsletter = read_newsletter(read_text(file));
    tell(file, lint(newsletter));
    tell(file, releases.check(file, newsletter));
  }
  return code;
}

}  // namespace

Command lint_command() {
  return command("lint", "check a newsletter for slips", kDetails, declare, lint_files);
}

}  // namespace collector
