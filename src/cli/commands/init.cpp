#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/places.h"
#include "cli/session.h"
#include "config/presets/presets.h"

#include <cerrno>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace collector {

namespace {

struct Asked {
  std::string preset = "xmpp";
};

void declare(Asked& asked, Options& options) {
  options.choice("--preset", asked.preset, {"xmpp", "none"},
                 "what it stands on: the XMPP Newsletter, or nothing");
}

/// Never over a file that is there: it is somebody's work.
void write_new(const std::string& path, std::string_view text) {
  const int file = open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
  if (file < 0 && errno == EEXIST) {
    throw Error(path + ": there is a configuration already; it is left as it is");
  }
  const bool written =
      file >= 0 && write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  const int problem = errno;
  if (file >= 0) close(file);
  if (written) return;
  if (file >= 0) unlink(path.c_str());
  throw Error(path + ": cannot be written: " + std::generic_category().message(problem));
}

ExitCode init(const Asked& asked, Session& session) {
  const std::string named = named_configuration(session.options().config);
  const std::string path = named.empty() ? "feeds.yaml" : named;
  write_new(path,
            asked.preset == "none" ? kFirstConfigurationWithoutPreset : kFirstConfiguration);
  session.tell(path + " is written; add your feeds to it, then run 'collector fetch'");
  return ExitCode::Done;
}

}  // namespace

Command init_command() {
  return command(
      "init", "write a first configuration, with comments",
      "It goes to ./feeds.yaml, or where --config or COLLECTOR_CONFIG says; nothing is\n"
      "overwritten. '--preset none' begins a newsletter of your own community.",
      declare, init);
}

}  // namespace collector
