#include "review/draft_edits.h"

#include "core/nearest.h"
#include "core/sections.h"
#include "newsletter/entry_words.h"
#include "newsletter/pairing.h"

#include <algorithm>
#include <set>

namespace collector {

namespace {

/// Goes through an edited text and notes what is not as it was.
class Comparison {
 public:
  Comparison(DraftEdits& found, const Newsletter& newsletter)
      : found_(found), newsletter_(newsletter) {}

  void compare() {
    for (std::size_t at = 0; at < found_.edited.blocks.size(); ++at)
      if (found_.pairs[at] != kNoBlock) words_.insert(found_.edited.blocks[at].key);
    for (std::size_t at = 0; at < found_.edited.blocks.size(); ++at) {
      if (found_.edited.blocks[at].kind != BlockKind::Entry) continue;
      if (found_.pairs[at] == kNoBlock) {
        compare_own(at);
      } else {
        compare_entry(at);
      }
    }
    find_removed();
  }

 private:
  void add(EditKind kind, std::size_t at, const std::vector<std::string>& ids,
           std::string value = "") {
    found_.edits.push_back({kind, found_.edited.blocks[at].line, ids, std::move(value), at});
  }

  void compare_entry(std::size_t at) {
    const DraftBlock& block = found_.edited.blocks[at];
    const DraftBlock& was = found_.base.blocks[found_.pairs[at]];
    if (was.ids.empty()) return;  // a vendor's bullet, or that there is no news
    if (block.words.empty() && !was.words.empty() && !block.announcement)
      return found_.edits.push_back(
          {EditKind::Remove, block.line, was.ids, "", found_.pairs[at]});
    compare_place(at, was);
    if (words_of(block) != words_of(was)) add(EditKind::Words, at, was.ids, block.words);
    if (block.announcement && block.title != was.title)
      add(EditKind::Title, at, was.ids, block.title);
    if (block.box == was.box) return;
    if (block.box == 'x') add(EditKind::Keep, at, was.ids);
    if (block.box == '-') add(EditKind::Drop, at, was.ids);
    if (block.box == ' ' && was.box != '\0') add(EditKind::Undecide, at, was.ids);
  }

  /// The key without an announcement's title, which is an edit of its own.
  static std::string words_of(const DraftBlock& block) {
    return block.announcement ? block.key.substr(block.title.size()) : block.key;
  }

  void compare_place(std::size_t at, const DraftBlock& was) {
    const DraftBlock& block = found_.edited.blocks[at];
    if (block.section == was.section) {
      if (block.subsection != was.subsection && block.section == kExtensions)
        found_.remarks.push_back(
            {block.line,
             "what happened to an extension is told by its list; it stays under \"" +
                 was.subsection + "\""});
      return;
    }
    if (!block.section.empty()) return add(EditKind::Move, at, was.ids, block.section);
    const std::string heading =
        block.heading == kNoBlock ? std::string() : found_.edited.blocks[block.heading].title;
    std::vector<std::string> known;
    for (const Section& section : newsletter_.sections)
      known.push_back(section.heading);
    found_.complaints.push_back(
        {block.line, heading.empty() ? "stands above the first section"
                                     : "\"" + heading + "\" is no section of the newsletter" +
                                           did_you_mean(heading, known)});
  }

  /// A bullet that the draft did not have.
  void compare_own(std::size_t at) {
    const DraftBlock& block = found_.edited.blocks[at];
    if (block.words.empty() && !block.announcement) return;
    if (!words_.insert(block.key).second) {
      found_.remarks.push_back({block.line, "says what another bullet says; left alone"});
    } else if (block.section.empty()) {
      if (!block.label.empty() && block.heading != kNoBlock && !was_there(block))
        found_.remarks.push_back({block.line, "stands below no section; left alone"});
    } else if (block.box == '-') {
      found_.remarks.push_back({block.line, "is new and dropped; left alone"});
    } else if (block.link.empty() && !block.words.empty() && block.words.back() == ':') {
      return;  // a vendor's bullet
    } else {
      add(EditKind::Add, at, {}, block.words);
    }
  }

  [[nodiscard]] bool was_there(const DraftBlock& block) const {
    for (const DraftBlock& was : found_.base.blocks)
      if (was.kind == BlockKind::Entry && was.key == block.key) return true;
    return false;
  }

  void find_removed() {
    const std::set<std::size_t> there(found_.pairs.begin(), found_.pairs.end());
    for (std::size_t at = 0; at < found_.base.blocks.size(); ++at) {
      const DraftBlock& was = found_.base.blocks[at];
      if (was.kind != BlockKind::Entry || was.ids.empty() || there.contains(at)) continue;
      if (const int line = line_of_marker(was.ids.front()); line != 0) {
        found_.complaints.push_back(
            {line, "is no entry any more, but has the marker of one; begin it with \"- \""});
      } else {
        found_.edits.push_back({EditKind::Remove, was.line, was.ids, "", at});
      }
    }
  }

  /// Where an item's marker stands outside of all entries; 0: nowhere.
  [[nodiscard]] int line_of_marker(const std::string& id) const {
    const std::string marker = entry_marker({&id, 1});
    const std::string_view opening =
        std::string_view(marker).substr(0, marker.find(id) + id.size());
    for (const DraftBlock& block : found_.edited.blocks) {
      const std::string_view bytes = found_.edited.bytes(block);
      const std::size_t at = block.kind == BlockKind::Entry ? bytes.npos : bytes.find(opening);
      if (at != bytes.npos)
        return block.line + static_cast<int>(std::ranges::count(bytes.substr(0, at), '\n'));
    }
    return 0;
  }

  DraftEdits& found_;
  const Newsletter& newsletter_;
  std::set<std::string> words_;
};

}  // namespace

bool has_common_ground(const DraftEdits& edits) {
  for (std::size_t at = 0; at < edits.edited.blocks.size(); ++at) {
    const DraftBlock& block = edits.edited.blocks[at];
    const bool headed = block.kind == BlockKind::Heading && !block.section.empty();
    if (headed || edits.pairs[at] != kNoBlock) return true;
  }
  return false;
}

DraftEdits read_draft_edits(std::string base, std::string edited,
                            const Newsletter& newsletter) {
  DraftEdits found;
  found.base = read_generated(std::move(base), newsletter.sections, newsletter.site);
  found.edited = read_edited(std::move(edited), found.base, newsletter.sections,
                             newsletter.site, found.pairs);
  found.complaints = found.edited.complaints;
  Comparison(found, newsletter).compare();
  return found;
}

}  // namespace collector
