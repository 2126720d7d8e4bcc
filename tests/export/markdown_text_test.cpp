#include "export/markdown_text.h"

#include "support/catch.h"

#include <utility>
#include <vector>

using namespace collector;

using Pairs = std::vector<std::pair<std::string, std::string>>;

TEST_CASE("plain text stays plain text in Markdown") {
  const Pairs pairs = {
      {"Gajim 1.8.4", "Gajim 1.8.4"},
      {"C# & Qt, 50 % faster (really)", "C# & Qt, 50 % faster (really)"},
      {"snake_case stays, _stress_ does not", "snake_case stays, \\_stress\\_ does not"},
      {"*bold* and `code`", "\\*bold\\* and \\`code\\`"},
      {"[x](http://e.org)", "\\[x\\]\\(http:\\//e.org)"},
      {"![i](u)", "!\\[i\\]\\(u)"},
      {"<script>alert(1)</script>", "\\<script>alert(1)\\</script>"},
      {"<!-- gone", "\\<!-- gone"},
      {"AT&T and &amp; and &#60;", "AT&T and \\&amp; and \\&#60;"},
      {"{{< figure >}} {{% x %}}", "{\\{\\< figure >}} {\\{% x %}}"},
      {"{{{{<", "{\\{\\{\\{\\<"},
      {"one ~ is fine", "one ~ is fine"},
      {"~~gone~~", "\\~\\~gone\\~\\~"},
      {"back\\slash", "back\\\\slash"},
      {"ask me@e.org, or @me@e.org", "ask `me@e.org`, or `@me@e.org`"},
      {"~a me_@e.org b~", "\\~a `me_@e.org` b\\~"},
      {"https://e.org/@me", "https:\\//e.org/@me"},
      {"see https://e.org and www.e.org", "see https:\\//e.org and www\\.e.org"},
  };
  for (const auto& [text, expected] : pairs)
    CHECK(markdown_text(text) == expected);
}

TEST_CASE("text becomes one line without control characters") {
  CHECK(markdown_text(" a\r\n\n# b\t c ") == "a # b c");
  CHECK(markdown_text("a\xe2\x80\xa8# b") == "a # b");          // line separator
  CHECK(markdown_text("a\xe2\x80\xaegpj.exe") == "a gpj.exe");  // right-to-left override
  CHECK(markdown_text(std::string("a\0b", 3)) == "a b");
  CHECK(markdown_text("a\xc2\x85# b") == "a # b");  // next line
  CHECK(markdown_text("caf\xc3\xa9 \xe2\x80\x9cx\xe2\x80\x9d") ==
        "caf\xc3\xa9 \xe2\x80\x9cx\xe2\x80\x9d");
}

TEST_CASE("text that opens a line opens no block") {
  const Pairs pairs = {
      {"# heading", "\\# heading"}, {"> quote", "\\> quote"},
      {"- item", "\\- item"},       {"+ item", "\\+ item"},
      {"1. item", "1\\. item"},     {"2024) item", "2024\\) item"},
      {"=====", "\\====="},         {"---", "\\---"},
      {"***", "\\*\\*\\*"},         {"| a | b |", "\\| a | b |"},
      {"```", "\\`\\`\\`"},         {"2024 in review", "2024 in review"},
      {"    code", "code"},         {"[ ] done", "\\[ \\] done"},
  };
  for (const auto& [text, expected] : pairs)
    CHECK(markdown_line(text) == expected);
}

TEST_CASE("the text of a heading carries no closing signs and no attributes") {
  CHECK(markdown_heading("News ##") == "News \\#\\#");
  CHECK(markdown_heading("News {#id .class}") == "News \\{\\#id .class}");
  CHECK(markdown_heading("back\\# x") == "back\\\\\\# x");
}

TEST_CASE("a link ends where it should") {
  CHECK(markdown_link("a](b) [c", "https://e.org/") == "[a\\]\\(b) \\[c](https://e.org/)");
  CHECK(markdown_link("t", "https://e.org/a b(c)<d>\"e\"") ==
        "[t](https://e.org/a%20b%28c%29%3Cd%3E%22e%22)");
  CHECK(markdown_link("t", "https://e.org/{{< x >}}") ==
        "[t](https://e.org/%7B%7B%3C%20x%20%3E%7D%7D)");
  CHECK(markdown_link("t", "https://e.org/?a=1&copy=2&lt;") ==
        "[t](https://e.org/?a=1&copy=2&amp;lt;)");
  CHECK(markdown_link("no *link*", "") == "no \\*link\\*");
}

TEST_CASE("no text ends the comment it stands in") {
  CHECK(markdown_comment("--> <script> --") == "<!-- - - <script - - -->");
  CHECK(markdown_comment("{{< x >}}") == "<!-- { {< x }} -->");
}
