// Drafts taken apart: byte for byte, and what their entries say.
#include "newsletter/draft_document.h"

#include "newsletter/entry_words.h"
#include "newsletter/outline.h"
#include "newsletter/pairing.h"
#include "support/catch.h"

using namespace collector;

namespace {

const std::vector<Section> kSections{{.name = "announcements",
                                      .heading = "Announcements",
                                      .parent = "",
                                      .empty = "",
                                      .subsections = {}},
                                     {.name = "clients",
                                      .heading = "XMPP Clients and Applications",
                                      .parent = "XMPP Software News",
                                      .empty = "",
                                      .subsections = {}},
                                     {.name = "servers",
                                      .heading = "XMPP Servers",
                                      .parent = "XMPP Software News",
                                      .empty = "",
                                      .subsections = {}}};

DraftDocument read(const std::string& text) {
  return read_draft(text, kSections, "https://xmpp.org");
}

std::vector<DraftBlock> entries(const DraftDocument& draft) {
  std::vector<DraftBlock> found;
  for (const DraftBlock& block : draft.blocks)
    if (block.kind == BlockKind::Entry) found.push_back(block);
  return found;
}

std::string joined(const DraftDocument& draft) {
  std::string text;
  for (const DraftBlock& block : draft.blocks)
    text += draft.bytes(block);
  return text;
}

}  // namespace

TEST_CASE("a draft in blocks is the draft, byte for byte") {
  const std::string text = GENERATE(
      as<std::string>(), "", "\n\n", "no heading at all", "# A\n- b",
      "---\ntitle: T\n---\n\nIntro\n\n## XMPP Servers\n\n- [a](https://a.example)\n\n\n## "
      "Else\n",
      "---\r\ntitle: T\r\n---\r\n\r\n## XMPP Servers\r\n\r\n- a\r\n- b\r\n  more\r\n",
      "- a\n  - b\n    - c\n\n  still a\n- d\n* e\n",
      "- a\n\n  ![figure](f.png)\n\n![between](g.png)\n\n- b\n\n[ref]: https://r.example\n",
      "- - one\n- ```\n  - no bullet\n  ```\n\n    code\n",
      "## Announcements\n\n### One\n\ntext\n\n- bullet\n\n### Two\n\n\nmore\n\n\n## XMPP "
      "Servers\n",
      "\xef\xbb\xbf## XMPP Servers\n- a\rb\n");

  CHECK(joined(read(text)) == text);
  CHECK(joined(read_generated(text, kSections, "")) == text);
}

TEST_CASE("an entry ends where its list does") {
  const DraftDocument draft = read(
      "## XMPP Servers\n\n- a\n\n  ![its figure](f.png)\n\n![no one's](g.png)\n\n- b\nlazy\n");

  const auto found = entries(draft);

  REQUIRE(found.size() == 2);
  CHECK(draft.bytes(found[0]) == "- a\n\n  ![its figure](f.png)\n");
  CHECK(draft.bytes(found[1]) == "- b\nlazy\n");
  CHECK(found[0].section == "servers");
}

TEST_CASE("blank lines below an announcement are nobody's") {
  const DraftDocument draft = read(
      "## Announcements\n\n### One\n\ntext\n\n\n### Two\r\n\r\nmore\r\n\r\n## XMPP Servers\n");

  const auto found = entries(draft);

  REQUIRE(found.size() == 2);
  CHECK(draft.bytes(found[0]) == "### One\n\ntext\n");
  CHECK(draft.bytes(found[1]) == "### Two\r\n\r\nmore\r\n");
}

TEST_CASE("what editors nest under an entry belongs to it, blank lines between them or not") {
  const std::string bullet = "- [A](https://a.example)\n";
  const std::string nested = GENERATE("  - one\n  - two\n", "\n  - one\n\n  - two\n");
  const DraftDocument base = read_generated(
      "## XMPP Servers\n\n- [A](https://a.example) <!-- c:a -->\n", kSections, "");
  std::vector<std::size_t> pairs;

  const DraftDocument draft = read_edited("## XMPP Servers\n\n" + bullet + nested + "- b\n",
                                          base, kSections, "", pairs);

  const auto found = entries(draft);
  REQUIRE(found.size() == 2);
  CHECK(draft.bytes(found[0]) == bullet + nested);
}

TEST_CASE("what an entry says is told apart from box, marker and comments") {
  const EntryWords said = read_words(
      "  * [X] [A](https://a.example) <!-- c:11 22 --> <!-- ask -->\n    more <!-- inside --> "
      "text\n    <!-- date: a guess -->\n\n",
      EntryForm::Bullet);

  CHECK(said.box == 'x');
  CHECK(said.ids == std::vector<std::string>{"11", "22"});
  CHECK(said.words == "[A](https://a.example)\n  more <!-- inside --> text");
  CHECK(said.comments == std::vector<std::string>{"<!-- ask -->", "<!-- date: a guess -->"});
}

TEST_CASE("a box is no link, and no link is a box") {
  CHECK(read_words("- [x](https://a.example)\n", EntryForm::Bullet).box == '\0');
  CHECK(read_words("- [-] gone\n", EntryForm::Bullet).box == '-');
  CHECK(read_words("- [ ]\n", EntryForm::Bullet).box == ' ');
  CHECK(read_words("- [y] what\n", EntryForm::Bullet).box == '?');
  CHECK(read_words("- [FR] text\n", EntryForm::Bullet).box == '\0');
}

TEST_CASE("a box is what people and pads make of it") {
  const auto [line, box] = GENERATE(table<std::string, char>({
      {"- [] text\n", ' '},
      {"- [ x ] text\n", 'x'},
      {"- [\u2013] text\n", '-'},
      {"- [ \u2014 ] text\n", '-'},
  }));

  const EntryWords said = read_words(line, EntryForm::Bullet);

  CHECK(said.box == box);
  CHECK(said.words == "text");
}

TEST_CASE("where a paragraph's lines break says nothing, where its parts begin does") {
  const std::string key = words_key("one two\n  - three four\n\n  five");

  CHECK(words_key("one\n  two\n  - three\n    four\n\n  five") == key);
  CHECK(words_key("one\n  **two**") == words_key("one **two**"));
  CHECK(words_key("out: 13.0\n  13.0.1") == words_key("out: 13.0 13.0.1"));
  CHECK(words_key("one two - three four\n\n  five") != key);
  CHECK(words_key("one two\n  - three four five") != key);
  CHECK(words_key("one\\\ntwo") != words_key("one\\ two"));
}

TEST_CASE("a line that was joined to another leaves no marker in the words") {
  const EntryWords said = read_words(
      "- [A](https://a.example) <!-- c:1 --> and B <!-- c:2 -->\n", EntryForm::Bullet);

  CHECK(said.words == "[A](https://a.example) and B");
  CHECK(said.ids == std::vector<std::string>{"2"});
}

TEST_CASE("markers are shortened or taken out, and what feeds say is none") {
  const std::string text = "- a <!-- c:1 2 -->\n- \\<!-- c:3 --> b\n";

  CHECK(with_markers(text, Markers::Short) == "- a <!-- c:1 -->\n- \\<!-- c:3 --> b\n");
  CHECK(with_markers(text, Markers::Omitted) == "- a\n- \\<!-- c:3 --> b\n");
}

TEST_CASE("lines that cannot be understood are named") {
  const auto complaints = [](const std::string& text) {
    std::string told;
    for (const DraftComplaint& one : read(text).complaints)
      told += std::to_string(one.line) + " " + one.message + "\n";
    return told;
  };

  CHECK(complaints("## XMPP Servers\n\n- [x] a\n- [y] b\n") ==
        "4 a box is [x] to keep, [ ] for undecided or [-] to drop\n");
  CHECK(complaints("## XMPP Servers\n\n- [y] b\n").empty());
  CHECK(complaints("- a\n\n<!-- open\n- b\n") == "3 a comment begins and does not end\n");
  CHECK(complaints("- a\n\n```\n- b\n") == "3 a block of code begins and does not end\n");
  CHECK(complaints("<<<<<<< ours\n- a\n") == "1 a conflict of git is not resolved\n");
}

TEST_CASE("a post that a query names is news, no site's first page") {
  const DraftDocument draft = read(
      "## XMPP Servers\n\n- [Heron](https://heron.example/) tells "
      "[news](https://heron.example/?p=12)\n");

  CHECK(entries(draft).at(0).own == std::vector<std::string>{"https://heron.example?p=12"});
}

TEST_CASE("an entry is known by marker, by link, by name and words") {
  const DraftDocument base = read_generated(
      "## XMPP Servers\n\n"
      "- [Alpha](https://alpha.example) has released [1](https://alpha.example/1). <!-- c:a "
      "-->\n"
      "- [Beta](https://beta.example) has released a server. <!-- c:b -->\n"
      "- [Gamma](https://gamma.example/old) has released a small server. <!-- c:c -->\n",
      kSections, "");
  const auto pair = [&](const std::string& bullet) {
    std::vector<std::size_t> pairs;
    const DraftDocument draft =
        read_edited("## XMPP Servers\n\n- " + bullet + "\n", base, kSections, "", pairs);
    for (const std::size_t at : pairs)
      if (at != kNoBlock) return base.blocks[at].ids.front();
    return std::string();
  };

  CHECK(pair("Something else <!-- c:b -->") == "b");
  CHECK(pair("New words and [a link](http://alpha.example/1/)") == "a");
  CHECK(pair("[Gamma](https://gamma.example/new) has released a small server.") == "c");
  CHECK(pair("[Delta](https://delta.example) has released a server.").empty());
}

TEST_CASE("a bullet of the editors' own takes no news that it does not tell") {
  const DraftDocument generated = read_generated(
      "## XMPP Servers\n\n"
      "- [A new article](https://arts.example/new), from [arts](https://arts.example/).\n"
      "- [Movim](https://movim.example/) has released [0.23](https://code.example/0.23).\n"
      "- [Elsewhere](https://some.example/post), from [pages](https://host.example/blog).\n",
      kSections, "");
  const auto pair = [&](const std::string& bullet) {
    const DraftDocument draft = read("## XMPP Servers\n\n- " + bullet + "\n");
    for (const std::size_t at : pair_entries(draft, generated, Unmarked::Own))
      if (at != kNoBlock) return generated.blocks[at].label;
    return std::string();
  };

  CHECK(pair("[Guest post](https://arts.example/guest), from [arts](https://arts.example/).")
            .empty());
  CHECK(pair("Praise for [Movim](https://movim.example/)").empty());
  CHECK(pair("[Movim](https://movim.example/) has released [0.22](https://code.example/0.22).")
            .empty());
  CHECK(pair("[Mine](https://my.example/1), from [pages](https://host.example/blog).").empty());
  CHECK(pair("Fresh from the arts: [Something new](https://arts.example/new)") ==
        "A new article");
  CHECK(pair("[The new Movim](https://code.example/0.23) is here") == "Movim");
}

TEST_CASE("below a reworded heading of the announcements stand announcements") {
  const std::string below =
      "\n\n### One\n\nText of the first.\n\n### Two\n\nText of the second.\n";
  const DraftDocument base = read_generated("## Announcements" + below, kSections, "");
  std::vector<std::size_t> pairs;

  const DraftDocument draft =
      read_edited("# N\n\n## Ank\u00fcndigungen" + below, base, kSections, "", pairs);

  REQUIRE(entries(draft).size() == 2);
  CHECK(entries(draft).front().announcement);
  CHECK(entries(draft).front().section == "announcements");
}

TEST_CASE("under a heading that was reworded stands the section that stood there") {
  const DraftDocument base = read_generated(
      "## XMPP Servers\n\n- [A](https://a.example) <!-- c:a -->\n- [B](https://b.example) <!-- "
      "c:b "
      "-->\n",
      kSections, "");
  std::vector<std::size_t> pairs;

  const DraftDocument draft = read_edited(
      "## What runs in the cellar\n\n- [A](https://a.example)\n- [B](https://b.example)\n",
      base, kSections, "", pairs);

  CHECK(entries(draft).at(0).section == "servers");
}

TEST_CASE("a late link is called by its sentence, abbreviations and all") {
  const DraftDocument draft = read(
      "## XMPP Servers\n\n- It is out. For the brave there is more, see e.g. "
      "[this page](https://a.example/b) by J. R. Gull. Enjoy.\n");

  CHECK(entries(draft).at(0).title ==
        "For the brave there is more, see e.g. this page by J. R. Gull");
}
