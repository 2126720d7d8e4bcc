#include "newsletter/markdown_tree.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>

namespace collector {

namespace {

using Parser = std::unique_ptr<cmark_parser, Releases<cmark_parser_free>>;

std::string copied(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

void add_text(cmark_node* node, std::string& text) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
    text += copied(cmark_node_get_literal(node));
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
       child = cmark_node_next(child)) {
    add_text(child, text);
  }
}

}  // namespace

void free_markdown(cmark_node* node) noexcept {
  cmark_node_free(node);
}

MarkdownTree parse_markdown(std::string_view markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  const Parser parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  for (const char* name : {"autolink", "table", "strikethrough"}) {
    if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name)) {
      cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return MarkdownTree(cmark_parser_finish(parser.get()));
}

std::string plain_text(cmark_node* node) {
  std::string text;
  add_text(node, text);
  return text;
}

void add_links(cmark_node* node, int lines_before, int otherwise,
               std::vector<PrintedLink>& links) {
  if (cmark_node_get_type(node) == CMARK_NODE_LINK) {
    const int line = cmark_node_get_start_line(node);
    links.push_back({plain_text(node), copied(cmark_node_get_url(node)),
                     line == 0 ? otherwise : line + lines_before});
  }
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
       child = cmark_node_next(child)) {
    add_links(child, lines_before, otherwise, links);
  }
}

}  // namespace collector
