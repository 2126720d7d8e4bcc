#include "newsletter/read.h"

#include "newsletter/front_matter.h"
#include "newsletter/markdown_tree.h"

#include <cmark-gfm.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>

namespace collector {

namespace {

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
      section_ = plain_text(heading);
      top_ = section_;
    } else {
      parent_ = top_;
      section_ = plain_text(heading);
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
    note.line = cmark_node_get_start_line(block) + lines_before_;
    return note;
  }

  void read_item(cmark_node* item, const std::string& group) {
    open(item, group).bullet = true;
    const std::size_t own = notes_.size() - 1;
    for (cmark_node* block = cmark_node_first_child(item); block != nullptr;
         block = cmark_node_next(block)) {
      if (cmark_node_get_type(block) == CMARK_NODE_LIST) continue;
      std::string& text = notes_[own].text;
      text += (text.empty() ? "" : " ") + plain_text(block);
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
    note.text = plain_text(block);
    note.language = language_of(note.text);
    read_links(block, note);
  }

  void read_links(cmark_node* node, PrintedNote& note) const {
    add_links(node, lines_before_, note.line, note.links);
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
  const MarkdownTree tree = parse_markdown(markdown.substr(matter.bytes));
  PrintedNewsletter newsletter;
  newsletter.title = matter_value(matter, "title");
  newsletter.date = matter_value(matter, "date").substr(0, 10);
  newsletter.notes = Reader(matter.lines).read(tree.get());
  return newsletter;
}

}  // namespace collector
