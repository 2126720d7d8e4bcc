#include "newsletter/lint.h"

#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/session.h"

#include <iostream>

namespace collector {

namespace {

struct Asked {
  std::vector<std::string> files;
};

constexpr const char* kDetails =
    "Finds links without a scheme, over http, with two slashes or tracking parameters, links\n"
    "that are printed twice, and weekdays that do not fit their dates. Exit 1 if it finds any.";

void declare(Asked& asked, Options& options) {
  options.arguments("FILE", asked.files, "newsletters in Markdown");
}

ExitCode lint_files(const Asked& asked, Session&) {
  ExitCode code = ExitCode::Done;
  for (const std::string& file : asked.files) {
    const std::optional<std::string> text = read_if_there(file);
    if (!text) throw Error(file + ": there is no such file");
    for (const Finding& finding : lint(read_newsletter(*text))) {
      std::cout << file << ':' << finding.line << ": " << finding.message << '\n';
      code = ExitCode::Failed;
    }
  }
  return code;
}

}  // namespace

Command lint_command() {
  Command made = command("lint", "check a newsletter for slips", declare, lint_files);
  made.details = kDetails;
  return made;
}

}  // namespace collector
