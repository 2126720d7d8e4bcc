// Markdown as its parser sees it: what reading a newsletter and taking it apart have in common.
#pragma once

#include "core/owned.h"
#include "newsletter/read.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct cmark_node;

namespace collector {

void free_markdown(cmark_node* node) noexcept;
using MarkdownTree = std::unique_ptr<cmark_node, Releases<free_markdown>>;

/// The tree of a document without front matter, with tables, bare links and strike-through.
MarkdownTree parse_markdown(std::string_view markdown);

/// What `node` says, line breaks as spaces.
std::string plain_text(cmark_node* node);

/// Adds the links in `node`. Lines are counted from the start of the document; the parser does
/// not know those of bare addresses, which are said to stand in line `otherwise`.
void add_links(cmark_node* node, int lines_before, int otherwise,
               std::vector<PrintedLink>& links);

}  // namespace collector
