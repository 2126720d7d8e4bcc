#include "export/text_lines.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("further lines are indented, blank ones are not") {
  CHECK(indented("a\nb\n\nc", "  ") == "a\n  b\n\n  c");
  CHECK(indented("\na", "  ") == "\n  a");
  CHECK(indented("a\n", "  ") == "a\n");
  CHECK(indented("a\nb", "") == "a\nb");
  CHECK(indented("", "  ").empty());
}
