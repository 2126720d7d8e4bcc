#include "core/shown_text.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("no text from a feed can command the terminal") {
  CHECK(harmless("a\x1b[2Jb") == "a[2Jb");
  CHECK(harmless("bell\a, back\b") == "bell, back");
  CHECK(harmless("one\ntwo\tthree") == "one two three");
  CHECK(harmless("C1 \xC2\x9B"
                 "31m") == "C1 31m");
  CHECK(harmless("evil \xE2\x80\xAEtxt.exe") == "evil txt.exe");
}

TEST_CASE("bytes that are no UTF-8 become the replacement character") {
  CHECK(harmless("a\xFF"
                 "b") == "a\uFFFDb");
  CHECK(harmless("cut \xE2\x82") == "cut \uFFFD\uFFFD");
  CHECK(harmless("\xC0\xAF") == "\uFFFD\uFFFD");
  CHECK(harmless("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(harmless("Grüße, 世界 🎉") == "Grüße, 世界 🎉");
}

TEST_CASE("columns are counted as terminals do") {
  CHECK(columns_of("abc") == 3);
  CHECK(columns_of("Grüße") == 5);
  CHECK(columns_of("e\u0301") == 1);
  CHECK(columns_of("世界") == 4);
  CHECK(columns_of("ｶﾅ￥🎉") == 6);
  CHECK(columns_of("פָּרְסִי") == 4);
  CHECK(columns_of("นี่") == 1);
  CHECK(columns_of("می‌خواهیم") == 8);
}

TEST_CASE("a text that is too long ends in an ellipsis") {
  CHECK(shortened("short", 5) == "short");
  CHECK(shortened("too long", 5) == "too …");
  CHECK(shortened("世界世界", 5) == "世界…");
}
