// A draft that editors work in, read byte for byte: which entry stands where, and what it says.
#pragma once

#include "core/newsletter.h"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

enum class BlockKind { Text, Heading, Entry };

inline constexpr std::size_t kNoBlock = static_cast<std::size_t>(-1);

/// Whole lines of a draft.
struct DraftBlock {
  BlockKind kind = BlockKind::Text;
  std::size_t begin = 0;  // in bytes
  std::size_t end = 0;
  int line = 1;       // counted from 1
  int level = 0;      // of a heading, 1…6; how deep an entry is nested, from 0
  std::string title;  // plain: of a heading, of an announcement; what a bullet may be called:
                      // its first link, or the sentence in which that link stands late

  // where it stands; empty: under no section of the newsletter
  std::string section;
  std::string subsection;          // "Last Call"; extensions only
  std::size_t heading = kNoBlock;  // the nearest one above
  std::size_t parent = kNoBlock;   // the entry it is nested under

  // what an entry says
  bool announcement = false;     // a heading and what is below it, no bullet
  std::vector<std::string> ids;  // of its marker
  char box = '\0';               // ' ', 'x', '-'; '\0': none
  std::string words;             // Markdown without bullet, box, comments and outer indentation
  std::string key;               // equal for equal words, white space at line ends aside
  std::vector<std::string> comments;  // whole, its marker not among them
  std::vector<std::string> pages;     // what it links to, in comparable spelling
  std::vector<std::string> own;       // those of `pages` that are the news and no home
  std::string label;  // what it opens with: the text of its first link, else its own
  std::string name;   // the same in lower case, without a colon
  std::string link;   // its first link, as written
};

struct DraftComplaint {
  int line = 0;
  std::string message;
};

/// A draft in blocks: in this order and without a gap they are its text.
struct DraftDocument {
  std::string text;
  std::vector<DraftBlock> blocks;
  std::vector<DraftComplaint> complaints;  // what cannot be understood

  [[nodiscard]] std::string_view bytes(const DraftBlock& block) const {
    return std::string_view(text).substr(block.begin, block.end - block.begin);
  }
};

/// Takes `text` apart. Every bullet is an entry, nested ones too; below the heading of the
/// announcements every further heading is. `site` is what links without a host belong to.
DraftDocument read_draft(std::string text, std::span<const Section> sections,
                         std::string_view site);

/// Makes nested bullets without a marker part of the entry above them, unless `is_entry` says
/// of one and of the entry above that it stands for itself.
void absorb_nested(
    DraftDocument& draft,
    const std::function<bool(const DraftBlock&, const DraftBlock& above)>& is_entry);

}  // namespace collector
