#include "normalise/html.h"

#include "support/catch.h"

#include <string>
#include <vector>

using namespace collector;

namespace {

struct Pair {
  std::string html;
  std::string expected;
};

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) {
    text += piece;
  }
  return text;
}

}  // namespace

TEST_CASE("HTML becomes plain text on one line") {
  const std::vector<Pair> cases = {
      {"", ""},
      {"plain", "plain"},
      {"<p>Hello <b>wor</b>ld</p>", "Hello world"},
      {"<p>one</p><p>two<br>three</p>", "one two three"},
      {"<ul><li>a</li><li>b</li></ul>", "a b"},
      {" \n a \t b \r\n ", "a b"},
      {"a&nbsp;b", "a\u00A0b"},
      {"&lt;b&gt; &amp;amp; &eacute;&#233;&#xE9; &#8217; &#146;", "<b> &amp; ééé ’ ’"},
      {"AT&T &bogus; & &copy 2024 &hellip 1", "AT&T &bogus; & © 2024 &hellip 1"},
      {"a<script>if (1 < 2) { x = '</p>'; }</script>b<STYLE>p{}</STYLE >c", "abc"},
      {"a<!-- <b>no</b> -->b<!DOCTYPE x>c<?php 1 ?>d", "abcd"},
      {"1 < 2 and 3 > 2", "1 < 2 and 3 > 2"},
      {"<a title=\"a > b\" href='x'>link</a>", "link"},
      {"<a title=it's>link</a> it's", "link it's"},
      {"cut <a href=\"x", "cut"},
      {"cut <!-- x", "cut"},
      {"a<!-- never > ends <b>here</b>", "a ends here"},
      {"A<B", "A<B"},
      {"<![CDATA[<p>a & b]]></p> c ]]> d", "a & b c ]]> d"},
      {"don\u0092t", "don’t"},
      {"cut <script> x", "cut"},
      {"&#0;&#xD800;&#99999999999;", "\uFFFD\uFFFD\uFFFD"},
      {"bell\x07 and delete\x7f", "bell and delete"},
  };
  for (const Pair& c : cases) {
    INFO(c.html);
    CHECK(html_to_text(c.html) == c.expected);
  }
}

TEST_CASE("what looks like a tag but is none of HTML's is part of a title") {
  const std::vector<Pair> cases = {
      {"<message/> and <iq> stanzas", "<message/> and <iq> stanzas"},
      {"Map<String, Vec<T>> &amp; std::vector<int>", "Map<String, Vec<T>> & std::vector<int>"},
      {"x<y, then z", "x<y, then z"},
      {"</stream> at last", "</stream> at last"},
      {"std::vector<std::string> and Array<n-1> by Jo <jo-ann@quay.example>",
       "std::vector<std::string> and Array<n-1> by Jo <jo-ann@quay.example>"},
      {"Support for <room-jid> in <b>bookmarks</b>", "Support for <room-jid> in bookmarks"},
      {"<stream:features/> and <Your-Name>", "<stream:features/> and <Your-Name>"},
      {"a<b-c, and x<y z=3", "a<b-c, and x<y z=3"},
      {"<B>Bold</B>, <em class=x>fine</em><br>print<script>x</script>", "Bold, fine print"},
      {"H<sub>2</sub>O <math><mi>x</mi></math>", "H2O x"},
      {"<veryveryverylongname>", "<veryveryverylongname>"},
      {"don\u0092t <presence>", "don’t <presence>"},
  };
  for (const Pair& c : cases) {
    INFO(c.html);
    CHECK(html_title(c.html) == c.expected);
  }
  CHECK(html_title("<p>abcdef</p>", 4) == "abcd");
}

TEST_CASE("elements that pages and programs make are no part of a title") {
  const std::vector<Pair> cases = {
      {"Ship it <g-emoji class=\"g-emoji\" alias=\"tada\">!</g-emoji> now", "Ship it ! now"},
      {"A <yoastmark class='y'>landing</yoastmark> at <o:p></o:p><st1:place w:st=\"on\">Quay"
       "</st1:place>",
       "A landing at Quay"},
      {"A <O:P>landing</o:p> at <quay-name>Quay</Quay-Name>", "A landing at Quay"},
      {"<amp-img src=x></amp-img>A <averyverylongname a=b>name</averyverylongname>", "A name"},
      {"<iq type='get'>Open</iq> and close</stream:stream>", "Open and close"},
      {"A <image src=x><keygen><listing>list</listing>", "A list"},
  };
  for (const Pair& c : cases) {
    INFO(c.html);
    CHECK(html_title(c.html) == c.expected);
  }
}

TEST_CASE("the encoding that pasted HTML names is that of another document") {
  const std::string html = "<meta charset='iso-8859-1'><p>Café</p>";

  CHECK(html_to_text(html) == "Café");
  CHECK(sanitise_html(html, "https://quay.example/") == "<p>Café</p>");
}

TEST_CASE("HTML is read line by line as a browser shows it") {
  const auto shown = [](std::string_view html) {
    std::string text;
    for (const HtmlLine& line : html_lines(html)) {
      const bool heading = line.kind == HtmlLine::Kind::Heading;
      const bool item = line.kind == HtmlLine::Kind::ListItem;
      text += (heading ? "# " : item ? "- " : "") + line.text + "|";
    }
    return text;
  };

  CHECK(shown("<h2>What is <i>new</i></h2><ul><li>a<li><p>b &amp; c</p></ul>") ==
        "# What is new|- a|- b & c|");
  CHECK(shown("<p>one\ntwo<br>three</p> four") == "one two|three|four|");
  CHECK(shown("<li>a</li>b<h7>c") == "- a|bc|");
  CHECK(shown("don\u0092t<p>") == "don\u2019t|");
  CHECK(shown("<p> </p><!-- x -->").empty());
  CHECK(html_lines("<p>abc</p><p>def</p>", 10).size() == 1);
}

TEST_CASE("text stops at the given length, between characters") {
  CHECK(html_to_text("<p>abcdef</p>", 4) == "abcd");
  CHECK(html_to_text("<p>aéé</p>", 4) == "aé");
  CHECK(html_to_text("ab cd", 3) == "ab");
  CHECK(squeeze("日本語", 7) == "日本");
  CHECK(squeeze("one\u2028two \u2029three\u2029") == "one two three");
  CHECK(html_to_text("abc", 0).empty());
}

TEST_CASE("what was escaped twice can be decoded again") {
  CHECK(decode_entities("a &ldquo;b&rdquo; &amp; c") == "a “b” & c");
  CHECK(decode_entities("R&D; <b>") == "R&D; <b>");
}

TEST_CASE("harmless HTML passes, links absolute") {
  const std::string base = "https://example.org/blog/";
  const std::vector<Pair> cases = {
      {"no markup &amp; no change", "no markup &amp; no change"},
      {"<p>Hello <b>world</b></p>", "<p>Hello <b>world</b></p>"},
      {"<a href=\"post\" title='a \"b\"'>x</a>",
       "<a href=\"https://example.org/blog/post\" title=\"a &quot;b&quot;\">x</a>"},
      {"<img src=/a.png alt=a>", "<img src=\"https://example.org/a.png\" alt=\"a\">"},
      {"<a href=\"mailto:a@b.example\">m</a>", "<a href=\"mailto:a@b.example\">m</a>"},
      {"<a href=\"xmpp:r@c.example?join\">m</a>", "<a href=\"xmpp:r@c.example?join\">m</a>"},
      {"<img src=\"data:image/png;base64,AA==\">", "<img src=\"data:image/png;base64,AA==\">"},
      {"<i style=\"COLOR: #f00; font-size:12px\">x</i>",
       "<i style=\"color: #f00; font-size: 12px\">x</i>"},
      {"<pre>a\n  b</pre>", "<pre>a\n  b</pre>"},
      {"<p>grüße &amp; &#128512;</p>", "<p>grüße &amp; 😀</p>"},
      {"one <p>two</p> three", "one <p>two</p> three"},
      {"<div>a</div><div>b", "<div>a</div><div>b</div>"},
      {"<b>don\u0092t &#146;</b>", "<b>don’t ’</b>"},
      {"<p>open <em>ends", "<p>open <em>ends</em></p>"},
  };
  for (const Pair& c : cases) {
    INFO(c.html);
    CHECK(sanitise_html(c.html, base) == c.expected);
  }
}

TEST_CASE("nothing that acts or leads astray passes") {
  const std::vector<Pair> cases = {
      {"a<script>alert(1)</script>b<style>p{}</style>", "ab"},
      {"<b>x</b></div></div>y<i>z", "<b>x</b><p>y<i>z</i></p>"},
      {"<b onclick=\"x()\" OnMouseOver=y>t</b>", "<b>t</b>"},
      {"<a href=\"javascript:alert(1)\">x</a>", "<a>x</a>"},
      {"<a href=\" java&#10;script&#58;alert(1)\">x</a>", "<a>x</a>"},
      {"<a href=\"\x01JaVaScRiPt:x\">x</a>", "<a>x</a>"},
      {"<a href=\"vbscript:x\">x</a>", "<a>x</a>"},
      {"<a href=\"data:text/html,x\">x</a>", "<a>x</a>"},
      {"<img src=\"data:image/svg+xml,x\">", "<img>"},
      {"<a href=\"feed:javascript:x\">x</a>", "<a>x</a>"},
      {"<a href=\"file:///etc/passwd\">x</a>", "<a>x</a>"},
      {"<b><iframe src=\"https://e.example\">inside</iframe></b>", "<b>inside</b>"},
      {"<b><object data=x><embed src=y>in</object></b>", "<b>in</b>"},
      {"<b style=\"position:fixed\">x</b>", "<b>x</b>"},
      {"<b style=\"width: expression(alert(1))\">x</b>", "<b>x</b>"},
      {"<b style=\"color: r\\65 d; background-color: url(javascript:x)\">x</b>", "<b>x</b>"},
      {"<b style=\"color/**/:red\">x</b>", "<b>x</b>"},
      {"<b><!--[if IE]><i>x</i><![endif]--></b>", "<b></b>"},
      {"<b>&lt;script&gt;</b>", "<b>&lt;script&gt;</b>"},
  };
  for (const Pair& c : cases) {
    INFO(c.html);
    CHECK(sanitise_html(c.html, "https://example.org/") == c.expected);
  }
}

TEST_CASE("markup that never ends costs neither stack nor time") {
  for (const std::string& piece :
       {std::string("<b>"), std::string("<div><p>"), std::string("</b>"), std::string("<"),
        std::string("&"), std::string("<!--"), std::string("<a b='"), std::string("<script>"),
        std::string("<table><tr><td>"), std::string("&#"), std::string("<b></i>")}) {
    INFO(piece);
    const std::string html = repeated(piece, 30'000) + "end";
    CHECK(html_to_text(html).size() <= html.size());
    CHECK(sanitise_html(html, "").size() <= 8 * html.size());
  }
}

TEST_CASE("plain text can be put into HTML") {
  CHECK(escape_html("a < b & \"c\" > d") == "a &lt; b &amp; &quot;c&quot; &gt; d");
}
