#include "newsletter/read.h"

#include "core/owned.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>

namespace collector {

namespace {

using Tree = std::unique_ptr<cmark_node, Releases<cmark_node_free>>;
using Parser = std::unique_ptr<cmark_parser, Releases<cmark_parser_free>>;

struct FrontMatter {
  std::string_view text;
  std::size_t bytes = 0;  // of the document, its fences included
  int lines = 0;
};

/// What stands between the first line, "---", and the next such line.
FrontMatter front_matter(std::string_view markdown) {
  constexpr std::string_view kFence = "---\n";
  if (markdown.substr(0, kFence.size()) != kFence) return {};
  const std::size_t end = markdown.find("\n---", kFence.size() - 1);
  if (end == std::string_view::npos) return {};
  const std::size_t line_end = std::min(markdown.find('\n', end + 1), markdown.size() - 1);
  const std::string_view whole = markdown.substr(0, line_end + 1);
  return {whole.substr(kFence.size(), end + 1 - kFence.size()), whole.size(),
          static_cast<int>(std::count(whole.begin(), whole.end(), '\n'))};
}

std::string field(std::string_view matter, const std::string& name) {
  std::string value;
  const std::string pattern = "(?m)^" + name + ":[ \\t]*[\"']?(.*?)[\"']?[ \\t]*$";
  RE2::PartialMatch(re2::StringPiece(matter.data(), matter.size()), pattern, &value);
  return value;
}

Tree parse(std::string_view markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  const Parser parser(cmark_parser_new(CMARK_OPT_DEFAULT));
  for (const char* name : {"autolink", "table", "strikethrough"}) {
    if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name)) {
      cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return Tree(cmark_parser_finish(parser.get()));
}

std::string copied(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

/// Adds what `node` says to `text`; line breaks become spaces.
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

std::string text_of(cmark_node* node) {
  std::string text;
  add_text(node, text);
  return text;
}

/// The tag that a note ends with or that follows its link: "[PT_BR]".
std::string language_of(const std::string& text) {
  static const RE2 kTag(R"(\[([A-Z]{2}(?:_[A-Z]{2})?)\])");
  std::string tag;
  RE2::PartialMatch(text, kTag, &tag);
  return tag;
}

std::string without_colon(std::string text) {
  while (!text.empty() && (text.back() == ':' || text.back() == ' '))
    text.pop_back();
  return text;
}

/// Walks the tree once, with the headings in mind.
class Reader {
 public:
  explicit Reader(int lines_before) : lines_before_(lines_before) {}

  std::vector<PrintedNote> read(cmark_node* document) && {
    read_blocks(document, "");
    return std::move(notes_);
  }

 private:
  void read_blocks(cmark_node* parent, const std::string& group) {
    for (cmark_node* block = cmark_node_first_child(parent); block != nullptr;
         block = cmark_node_next(block)) {
      const cmark_node_type type = cmark_node_get_type(block);
      if (type == CMARK_NODE_HEADING) {
        enter(block);
      } else if (type == CMARK_NODE_LIST) {
        for (cmark_node* item = cmark_node_first_child(block); item != nullptr;
             item = cmark_node_next(item)) {
          read_item(item, group);
        }
      } else {
        open(block, "").bullet = false;
        read_inlines(block);
      }
    }
  }

  void enter(cmark_node* heading) {
    const int level = cmark_node_get_heading_level(heading);
    if (level <= 2) {
      parent_.clear();
      section_ = text_of(heading);
      top_ = section_;
    } else {
      parent_ = top_;
      section_ = text_of(heading);
    }
    open(heading, "").text = section_;
    read_links(heading, notes_.back());
    if (notes_.back().links.empty()) notes_.pop_back();
  }

  PrintedNote& open(cmark_node* block, const std::string& group) {
    PrintedNote& note = notes_.emplace_back();
    note.section = section_;
    note.parent = parent_;
    note.group = group;
    note.line = line_of(block, 0);
    return note;
  }

  void read_item(cmark_node* item, const std::string& group) {
    open(item, group).bullet = true;
    const std::size_t own = notes_.size() - 1;
    for (cmark_node* block = cmark_node_first_child(item); block != nullptr;
         block = cmark_node_next(block)) {
      if (cmark_node_get_type(block) == CMARK_NODE_LIST) continue;
      std::string& text = notes_[own].text;
      text += (text.empty() ? "" : " ") + text_of(block);
      read_links(block, notes_[own]);
    }
    notes_[own].language = language_of(notes_[own].text);
    const std::string name = without_colon(notes_[own].text);
    for (cmark_node* block = cmark_node_first_child(item); block != nullptr;
         block = cmark_node_next(block)) {
      for (cmark_node* inner = cmark_node_first_child(block);
           inner != nullptr && cmark_node_get_type(block) == CMARK_NODE_LIST;
           inner = cmark_node_next(inner)) {
        read_item(inner, name);
      }
    }
  }

  void read_inlines(cmark_node* block) {
    PrintedNote& note = notes_.back();
    note.text = text_of(block);
    note.language = language_of(note.text);
    read_links(block, note);
  }

  void read_links(cmark_node* node, PrintedNote& note) {
    if (cmark_node_get_type(node) == CMARK_NODE_LINK) {
      note.links.push_back(
          {text_of(node), copied(cmark_node_get_url(node)), line_of(node, note.line)});
    }
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
         child = cmark_node_next(child)) {
      read_links(child, note);
    }
  }

  /// The parser gives addresses that stand bare the line 0.
  [[nodiscard]] int line_of(cmark_node* node, int otherwise) const {
    const int line = cmark_node_get_start_line(node);
    return line == 0 ? otherwise : line + lines_before_;
  }

  int lines_before_;
  std::string top_;
  std::string parent_;
  std::string section_;
  std::vector<PrintedNote> notes_;
};

}  // namespace

PrintedNewsletter read_newsletter(std::string_view markdown) {
  const FrontMatter matter = front_matter(markdown);
  const Tree tree = parse(markdown.substr(matter.bytes));
  PrintedNewsletter newsletter;
  newsletter.title = field(matter.text, "title");
  newsletter.date = field(matter.text, "date").substr(0, 10);
  newsletter.notes = Reader(matter.lines).read(tree.get());
  return newsletter;
}

}  // namespace collector
