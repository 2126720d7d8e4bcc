// Titles and texts that try to be more than text, in every place of an issue, as a reader of
// Markdown sees them.
#include "config/config.h"
#include "core/owned.h"
#include "export/digest.h"
#include "export/markdown.h"
#include "support/catch.h"
#include "support/paths.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <fstream>
#include <memory>

using namespace collector;

namespace {

using Tree = std::unique_ptr<cmark_node, Releases<cmark_node_free>>;
using Parser = std::unique_ptr<cmark_parser, Releases<cmark_parser_free>>;
using Walk = std::unique_ptr<cmark_iter, Releases<cmark_iter_free>>;
using Texts = std::vector<std::string>;

constexpr const char* kConfig =
    "newsletter: {preset: none, sections: [{name: announcements, heading: Announcements},"
    " {name: articles, heading: Articles}, {name: clients, heading: Clients}]}";

struct Seen {
  Texts headings;
  Texts links;
  Texts link_texts;
  Texts others;  // the kinds of whatever else is no plain text
};

Tree parse(const std::string& markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  const Parser parser(cmark_parser_new(CMARK_OPT_FOOTNOTES));
  for (const char* name : {"autolink", "table", "strikethrough", "tasklist"})
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return Tree(cmark_parser_finish(parser.get()));
}

std::string text_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  std::string text = literal == nullptr ? "" : literal;
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
       child = cmark_node_next(child))
    text += text_of(child);
  return text;
}

void look_at(cmark_node* node, Seen& seen) {
  const std::string kind = cmark_node_get_type_string(node);
  if (kind == "heading") {
    seen.headings.push_back(text_of(node));
  } else if (kind == "link") {
    seen.links.emplace_back(cmark_node_get_url(node));
    seen.link_texts.push_back(text_of(node));
  } else if (kind != "document" && kind != "list" && kind != "item" && kind != "paragraph" &&
             kind != "text" && kind != "code") {
    seen.others.push_back(kind);
  }
}

Seen look_through(const std::string& markdown) {
  const Tree tree = parse(markdown);
  const Walk walk(cmark_iter_new(tree.get()));
  Seen seen;
  for (cmark_event_type event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE;
       event = cmark_iter_next(walk.get())) {
    if (event == CMARK_EVENT_ENTER) look_at(cmark_iter_get_node(walk.get()), seen);
  }
  return seen;
}

StoredItem item(const std::string& section, const std::string& title, const std::string& url) {
  StoredItem stored;
  stored.id = "id" + url;
  stored.item.section = section;
  stored.item.title = title;
  stored.item.url = url;
  return stored;
}

/// An issue with `text` wherever a feed's words may stand.
std::vector<StoredItem> issue_of(const std::string& text) {
  std::vector<StoredItem> items = {item("announcements", text, "https://nest.example/news"),
                                   item("articles", text, "https://nest.example/view"),
                                   item("articles", text, ""),
                                   item("articles", "One", "https://nest.example/one"),
                                   item("articles", "Two", "https://nest.example/two"),
                                   item("clients", text, "https://nest.example/release")};
  items[0].item.summary = text + " It is said.";
  items[0].item.kind = ItemKind::Announcement;
  items[1].item.author = text;
  items[1].item.feed = text;
  items[3].item.group = items[4].item.group = text;
  items[5].item.kind = ItemKind::Release;
  items[5].item.project = text;
  items[5].item.version = "1.0";
  return items;
}

/// The Markdown of an issue whose items are news of their own, however alike.
std::string print(std::vector<StoredItem> items, Hints hints = Hints::Omitted) {
  const Config config = parse_config(kConfig, "sections");
  std::vector<Decision> apart;
  for (const StoredItem& stored : items) {
    apart.emplace_back().kind = DecisionKind::Split;
    apart.back().item_id = stored.id;
  }
  return to_markdown(make_digest(std::move(items), apart, config), config, hints);
}

/// The titles to try, their line breaks written \n.
Texts hostile_titles() {
  std::ifstream file(test_data("hostile_titles.txt"));
  Texts titles;
  std::string line;
  std::getline(file, line);  // what the file is
  while (std::getline(file, line)) {
    for (std::size_t at = line.find("\\n"); at != std::string::npos; at = line.find("\\n"))
      line.replace(at, 2, "\n");
    titles.push_back(line);
  }
  titles.push_back("to the \xe2\x80\xaetfel and \xe2\x80\xa8# broken \xc2\x85- up");
  return titles;
}

const Texts kLinks = {"https://nest.example/news", "https://nest.example/one",
                      "https://nest.example/release", "https://nest.example/two",
                      "https://nest.example/view"};

}  // namespace

TEST_CASE("a reader of Markdown finds only the headings and links that are ours") {
  for (const std::string& title : hostile_titles()) {
    INFO(title);
    const std::string markdown = print(issue_of(title));
    INFO(markdown);

    Seen seen = look_through(markdown);
    std::sort(seen.links.begin(), seen.links.end());

    REQUIRE(seen.headings.size() == 4);
    CHECK(seen.headings[0] == "Announcements");
    CHECK(seen.headings[2] == "Articles");
    CHECK(seen.headings[3] == "Clients");
    CHECK(seen.links == kLinks);
    CHECK(seen.others == Texts{});
    CHECK(markdown.find("{{") == std::string::npos);
  }
}

TEST_CASE("whatever a title holds is read as it is written") {
  for (const std::string& title : hostile_titles()) {
    const bool plain = title.find('\n') == std::string::npos &&
                       title.find("  ") == std::string::npos && title.back() != '\\' &&
                       static_cast<unsigned char>(title.back()) < 0x80 && title.front() != 't';
    if (!plain) continue;
    const Seen seen = look_through(print(issue_of(title)));
    INFO(title);
    CHECK(seen.headings.at(1) == title);
    CHECK(std::count(seen.link_texts.begin(), seen.link_texts.end(), title) == 1);
  }
}

TEST_CASE("hints for editors are comments that no text can end") {
  for (const std::string& title : hostile_titles()) {
    std::vector<StoredItem> items = issue_of(title);
    for (StoredItem& stored : items)
      stored.item.reasons = {title};
    INFO(title);

    const Seen seen = look_through(print(std::move(items), Hints::Written));

    CHECK(seen.headings.size() == 4);
    CHECK(seen.links.size() == kLinks.size());
    for (const std::string& kind : seen.others)
      CHECK((kind == "html_block" || kind == "html_inline" || kind == "softbreak"));
  }
}
