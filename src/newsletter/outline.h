// A Markdown document in pieces, byte for byte: headings, bullets, and all that stands between.
#pragma once

#include "newsletter/read.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

enum class PieceKind {
  Text,     // anything else: front matter, paragraphs, figures, blank lines
  Heading,  // with the blank lines below it
  Bullet,   // with all that belongs to it, but for bullets nested under it
};

/// One piece: whole lines of a document.
struct OutlinePiece {
  PieceKind kind = PieceKind::Text;
  std::size_t begin = 0;  // in bytes
  std::size_t end = 0;
  int line = 1;      // counted from 1
  int level = 0;     // of a heading, 1…6; how deep a bullet is nested, from 0
  std::string text;  // plain
  std::vector<PrintedLink> links;
};

/// The pieces of `markdown`: in this order and without a gap they are the document. Blank lines
/// below a bullet are a piece of their own. Never throws.
std::vector<OutlinePiece> outline(std::string_view markdown);

}  // namespace collector
