#include "core/utf8.h"

#include "support/catch.h"

#include <string>
#include <vector>

using namespace collector;

TEST_CASE("a character's number and its bytes are each other's") {
  struct Case {
    std::string bytes;
    char32_t code;
  };

  const std::vector<Case> cases = {
      {"a", 0x61},    {"\x7F", 0x7F},          {"\u0080", 0x80},
      {"é", 0xE9},    {"\u07FF", 0x7FF},       {"\u0800", 0x800},
      {"€", 0x20AC},  {"\uFFFD", 0xFFFD},      {"\U00010000", 0x10000},
      {"🎉", 0x1F389}, {"\U0010FFFF", 0x10FFFF}};
  for (const Case& c : cases) {
    INFO(c.bytes);
    CHECK(utf8_length(c.bytes, 0) == c.bytes.size());
    CHECK(code_point(c.bytes) == c.code);
    CHECK(to_utf8(c.code) == c.bytes);
  }
}

TEST_CASE("what is no character is written as U+FFFD") {
  for (const char32_t code : {0xD800U, 0xDFFFU, 0x110000U})
    CHECK(to_utf8(code) == kReplacement);
}

TEST_CASE("overlong forms, surrogates and broken characters are no UTF-8") {
  for (const std::string text : {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                 "\x80", "\xE2\x82", "\xFF"}) {
    CHECK(utf8_length(text, 0) == 0);
    CHECK_FALSE(is_utf8(text));
  }
  CHECK(valid_utf8("a\xE2\x82"
                   "b") == "a\uFFFD\uFFFDb");
}

TEST_CASE("letters of every script are made small, and nothing else") {
  CHECK(lower_utf8("Quay ÉTÉ Straße ŁÓDŹ РЕЛИЗ ΆΝΟΙΞΗ İ 日本 1×2") ==
        "quay été straße łódź релиз άνοιξη i 日本 1×2");
  CHECK(lower_utf8("A\xFF\xC3") == "a\xFF\xC3");
}

TEST_CASE("a letter of any script is told from signs and digits") {
  for (const std::string text : {"a", "é", "для", "برای", "日本"})
    CHECK(begins_with_letter(text));
  for (const std::string text : {"", "2", " a", "–", "“a", "🎉", "·", "٣", "\xFF"})
    CHECK_FALSE(begins_with_letter(text));
}

TEST_CASE("text is cut between characters") {
  const std::string text = "a€b";
  CHECK(cut_between_characters(text, 9) == 5);
  CHECK(cut_between_characters(text, 3) == 1);
  CHECK(cut_between_characters(text, 4) == 4);
  CHECK(cut_between_characters("\x80\x80", 1) == 0);
  CHECK(next_character(text, 1) == 4);
  CHECK(first_character("€b") == "€");
  CHECK(last_character("a€") == "€");
  CHECK(last_character("").empty());
}

TEST_CASE("only U+0080 to U+009F are windows-1252 that was taken for Unicode") {
  CHECK(has_c1("don\u0092t"));
  CHECK_FALSE(has_c1("« don’t »\u00A0é"));
  CHECK(to_utf8(kWindows1252[0x92 - 0x80]) == "’");
}

TEST_CASE("digits, letters and signs of other scripts are read as ASCII's") {
  CHECK(in_ascii_forms("バージョン２．０") == "バージョン2.0");
  CHECK(in_ascii_forms("نسخه ۲٫۱") == "نسخه 2.1");
  CHECK(in_ascii_forms("\u200fالإصدار ٣٫١\u200e") == "الإصدار 3.1");
  CHECK(in_ascii_forms("【ＡＮＮ】かげ：公開、") == "[ANN] かげ: 公開, ");
  CHECK(in_ascii_forms("\xFFé") == "\xFFé");
}

TEST_CASE("a text is parted where a reader would part it") {
  const auto cut = [](const std::string& text, std::size_t bytes) {
    return text.substr(0, cut_between_words(text, bytes));
  };
  CHECK(cut("One two three", 9) == "One two");
  CHECK(cut("One two", 100) == "One two");
  CHECK(cut("https://nest.example/a-b", 12).empty());
  CHECK(cut("Привет, мир", 19) == "Привет,");
  CHECK(cut("今日、新版を公開。次は", 28) == "今日、新版を公開。");
  CHECK(cut("今日、新版を公開。次は", 26) == "今日、新版を公");
  CHECK(cut("サーバーを", 8) == "サー");
  CHECK(cut("サーバーを", 5).empty());
  CHECK(cut("中👩‍👩‍👧文", 9) == "中");
}
