#include "cli/text_editor.h"

#include "core/error.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <sys/wait.h>
#include <unistd.h>

namespace collector {

namespace {

std::string editor_command() {
  for (const char* name : {"VISUAL", "EDITOR"}) {
    const char* command = std::getenv(name);
    if (command != nullptr && *command != '\0') return command;
  }
  return "vi";
}

}  // namespace

void edit_file(const std::string& path) {
  const std::string command = editor_command();
  const pid_t child = fork();
  if (child < 0) throw Error(command + ": cannot be started: " + std::strerror(errno));
  if (child == 0) {
    // As git does it: the variable may hold options, the name of the file stays one word.
    const std::string line = command + " \"$@\"";
    execl("/bin/sh", "sh", "-c", line.c_str(), command.c_str(), path.c_str(), nullptr);
    _exit(127);
  }
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return;
  throw Error(command + ": the editor failed; the text is left in " + path +
              ", 'collector review --apply " + path + "' takes it up");
}

}  // namespace collector
