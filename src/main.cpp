#include "cli/cli.h"

#include <fcntl.h>
#include <unistd.h>

namespace {

/// Opens what nobody gave us as something that can neither be read nor written: the next file
/// or socket would be taken for it, and be told what is meant for the user.
void fill_standard_streams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(stream, F_GETFD) >= 0) continue;
    if (open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) != stream) return;
  }
}

}  // namespace

int main(int argc, char** argv) {
  fill_standard_streams();
  return static_cast<int>(collector::run_cli({argv + 1, argv + argc}));
}
