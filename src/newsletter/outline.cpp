#include "newsletter/outline.h"

#include "newsletter/front_matter.h"
#include "newsletter/markdown_tree.h"

#include <cmark-gfm.h>

#include <algorithm>

namespace collector {

namespace {

constexpr std::string_view kBlank = " \t\r\n";

/// Where the lines of `text` begin, and its end; a line ends as the parser takes it to.
std::vector<std::size_t> line_starts(std::string_view text) {
  std::vector<std::size_t> starts{0};
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool before_feed = at + 1 < text.size() && text[at + 1] == '\n';
    const bool ends = text[at] == '\n' || (text[at] == '\r' && !before_feed);
    if (ends && at + 1 < text.size()) starts.push_back(at + 1);
  }
  starts.push_back(text.size());
  return starts;
}

bool is_bullets(cmark_node* node) {
  return cmark_node_get_type(node) == CMARK_NODE_LIST &&
         cmark_node_get_list_type(node) == CMARK_BULLET_LIST;
}

/// Walks the tree and notes where something begins.
class Walk {
 public:
  explicit Walk(int lines_before) : lines_before_(lines_before) {}

  std::vector<OutlinePiece> pieces(cmark_node* document) && {
    for (cmark_node* block = cmark_node_first_child(document); block != nullptr;
         block = cmark_node_next(block)) {
      if (is_bullets(block)) {
        read_bullets(block, 0);
      } else if (OutlinePiece* piece = open(block)) {
        read_heading(block, *piece);
        read_words(block, *piece);
      }
    }
    return std::move(pieces_);
  }

 private:
  /// Null when a piece has begun on the same line already, as in "- - bullet".
  OutlinePiece* open(cmark_node* block) {
    const int line = cmark_node_get_start_line(block) + lines_before_;
    if (!pieces_.empty() && pieces_.back().line >= line) return nullptr;
    pieces_.emplace_back().line = line;
    return &pieces_.back();
  }

  void read_heading(cmark_node* block, OutlinePiece& piece) const {
    if (cmark_node_get_type(block) != CMARK_NODE_HEADING) return;
    piece.kind = PieceKind::Heading;
    piece.level = cmark_node_get_heading_level(block);
  }

  void read_words(cmark_node* block, OutlinePiece& piece) const {
    if (!piece.text.empty()) piece.text += ' ';
    piece.text += plain_text(block);
    piece.text.erase(piece.text.find_last_not_of(' ') + 1);  // before a comment
    add_links(block, lines_before_, piece.line, piece.links);
  }

  void read_bullets(cmark_node* list, int depth) {
    for (cmark_node* item = cmark_node_first_child(list); item != nullptr;
         item = cmark_node_next(item)) {
      if (OutlinePiece* piece = open(item)) {
        piece->kind = PieceKind::Bullet;
        piece->level = depth;
        read_own_words(item, *piece);
      }
      for (cmark_node* block = cmark_node_first_child(item); block != nullptr;
           block = cmark_node_next(block)) {
        if (is_bullets(block)) read_bullets(block, depth + 1);
      }
    }
  }

  void read_own_words(cmark_node* item, OutlinePiece& piece) const {
    for (cmark_node* block = cmark_node_first_child(item); block != nullptr;
         block = cmark_node_next(block)) {
      if (!is_bullets(block)) read_words(block, piece);
    }
  }

  int lines_before_;
  std::vector<OutlinePiece> pieces_;
};

/// Where the bullet in `bytes` ends: blank lines, and what stands unindented after one, are not
/// its own.
std::size_t bullet_end(std::string_view bytes) {
  const std::size_t indent = std::min(bytes.find_first_not_of(' '), bytes.size());
  const std::vector<std::size_t> starts = line_starts(bytes);
  std::size_t end = starts[1];
  bool after_blank = false;
  for (std::size_t at = 1; at + 1 < starts.size(); ++at) {
    const std::string_view line = bytes.substr(starts[at], starts[at + 1] - starts[at]);
    const std::size_t first = line.find_first_not_of(" \t");
    const bool blank = line.find_first_not_of(kBlank) == std::string_view::npos;
    const bool indented = first != std::string_view::npos &&
                          (first > indent || line.substr(0, first).find('\t') < first);
    if (!blank && after_blank && !indented) break;
    after_blank = blank;
    if (!blank) end = starts[at + 1];
  }
  return end;
}

/// Gives each piece its bytes, and what belongs to none a piece of its own.
std::vector<OutlinePiece> cover(std::vector<OutlinePiece> found, std::string_view markdown) {
  const std::vector<std::size_t> starts = line_starts(markdown);
  const auto start_of = [&](int line) {
    return starts[std::min(static_cast<std::size_t>(line) - 1, starts.size() - 1)];
  };
  std::vector<OutlinePiece> pieces;
  const auto add_text = [&](std::size_t begin, std::size_t end) {
    if (begin == end) return;
    OutlinePiece& text = pieces.emplace_back();
    text.begin = begin;
    text.end = end;
    text.line = static_cast<int>(std::upper_bound(starts.begin(), starts.end() - 1, begin) -
                                 starts.begin());
  };
  add_text(0, found.empty() ? markdown.size() : start_of(found.front().line));
  for (std::size_t at = 0; at < found.size(); ++at) {
    OutlinePiece& piece = found[at];
    piece.begin = start_of(piece.line);
    const std::size_t next =
        at + 1 < found.size() ? start_of(found[at + 1].line) : markdown.size();
    piece.end = next;
    if (piece.kind == PieceKind::Bullet)
      piece.end = piece.begin + bullet_end(markdown.substr(piece.begin, next - piece.begin));
    const std::size_t end = piece.end;
    pieces.push_back(std::move(piece));
    add_text(end, next);
  }
  return pieces;
}

}  // namespace

std::vector<OutlinePiece> outline(std::string_view markdown) {
  const FrontMatter matter = front_matter(markdown);
  const MarkdownTree tree = parse_markdown(markdown.substr(matter.bytes));
  return cover(Walk(matter.lines).pieces(tree.get()), markdown);
}

}  // namespace collector
