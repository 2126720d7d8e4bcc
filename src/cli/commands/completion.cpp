#include "cli/completion/completion.h"

#include "cli/commands/commands.h"
#include "cli/options.h"

#include <iostream>

namespace collector {

namespace {

struct Asked {
  std::string shell;
};

void declare(Asked& asked, Options& options) {
  options.argument("SHELL", asked.shell, "bash, zsh or fish");
}

const char* script(const std::string& shell) {
  if (shell == "bash") return kBashCompletion;
  if (shell == "zsh") return kZshCompletion;
  if (shell == "fish") return kFishCompletion;
  throw UsageError("completion: wants bash, zsh or fish, got \"" + shell + "\"");
}

ExitCode completion(const Asked& asked, Session&) {
  std::cout << script(asked.shell) << '\n';
  return ExitCode::Done;
}

}  // namespace

Command completion_command() {
  return command("completion", "print what teaches a shell our commands",
                 "The first lines of the script say where it goes.", declare, completion);
}

}  // namespace collector
