#include "cli/cli.h"

int main(int argc, char** argv) {
  return static_cast<int>(collector::run_cli({argv + 1, argv + argc}));
}
