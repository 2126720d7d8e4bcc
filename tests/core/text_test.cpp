#include "core/text.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a token is a whole word of a list, in letters of either case") {
  CHECK(has_token("alternate", "alternate"));
  CHECK(has_token("Feed\n ALTERNATE ", "alternate"));
  CHECK_FALSE(has_token("alternate-print alternat", "alternate"));
  CHECK_FALSE(has_token("", "alternate"));
}

TEST_CASE("case is folded in ASCII alone", "[text]") {
  CHECK(lower("Movim ÄÖ 0.23 @[`{") == "movim ÄÖ 0.23 @[`{");
  CHECK(lower('Z') == 'z');
  CHECK(lower('\xC4') == '\xC4');
  CHECK(equal_ignoring_case("Content-TYPE", "content-type"));
  CHECK_FALSE(equal_ignoring_case("Ä", "ä"));
  CHECK_FALSE(equal_ignoring_case("[", "{"));
  CHECK_FALSE(equal_ignoring_case("etag", "etags"));
}

TEST_CASE("white space around a text goes, inside it stays", "[text]") {
  CHECK(trimmed(" \t\r\n\f\v a b \n") == "a b");
  CHECK(trimmed("a") == "a");
  CHECK(trimmed(" \n ").empty());
  CHECK(trimmed("\u00A0a") == "\u00A0a");
  CHECK(is_blank(" \t\r\n"));
  CHECK(is_blank(""));
  CHECK_FALSE(is_blank(" . "));
}

TEST_CASE("only what would be markup is escaped", "[text]") {
  CHECK(markup_escape('&') == "&amp;");
  CHECK(markup_escape('<') == "&lt;");
  CHECK(markup_escape('>') == "&gt;");
  CHECK(markup_escape('"') == "&quot;");
  CHECK(markup_escape('\'').empty());
}

TEST_CASE("bytes above 0x7F are neither letters nor digits nor space", "[text]") {
  CHECK(is_letter('A'));
  CHECK(is_letter('z'));
  CHECK_FALSE(is_letter('@'));
  CHECK_FALSE(is_letter('\xE4'));
  CHECK(is_digit('9'));
  CHECK_FALSE(is_digit(':'));
  CHECK(is_space('\f'));
  CHECK_FALSE(is_space('\x85'));
  CHECK_FALSE(is_space('\0'));
}

TEST_CASE("what stands before the first of some marks", "[text]") {
  CHECK(before_any<'?', '#'>("/a#b?c") == "/a");
  CHECK(before_any<'?', '#'>("?a").empty());
  CHECK(before_any<'/'>("a.example") == "a.example");
  CHECK(before_any<'/', ':'>("").empty());
}
