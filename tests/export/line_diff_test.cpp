#include "export/line_diff.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("equal texts have no difference") {
  CHECK(line_diff("a\nb\n", "a\nb\n", "f").empty());
  CHECK(line_diff("", "", "f").empty());
}

TEST_CASE("a difference is shown as diff -u shows it") {
  CHECK(line_diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n", "f") ==
        "--- f\n+++ f\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  CHECK(line_diff("", "a\n", "f") == "--- f\n+++ f\n@@ -0,0 +1 @@\n+a\n");
  CHECK(line_diff("a\nb\n", "b\n", "f") == "--- f\n+++ f\n@@ -1,2 +1 @@\n-a\n b\n");
}

TEST_CASE("changes far apart get a hunk each") {
  const std::string difference =
      line_diff("a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n", "f");

  CHECK(difference ==
        "--- f\n+++ f\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n "
        "7\n-b\n+B\n");
}
