#include "newsletter/draft_document.h"

#include "core/canonical_url.h"
#include "core/lists.h"
#include "core/sections.h"
#include "core/sentences.h"
#include "core/text.h"
#include "core/url.h"
#include "newsletter/draft_faults.h"
#include "newsletter/entry_words.h"
#include "newsletter/headings.h"
#include "newsletter/outline.h"
#include "newsletter/versions.h"

#include <algorithm>
#include <set>

namespace collector {

namespace {

std::string page_of(const PrintedLink& link, std::string_view site) {
  std::string page = canonical_url(resolve_url(site, link.url));
  return page.empty() ? link.url : page;
}

/// "1.2.3", "Heron 1.2": what the link of a release is called.
bool is_version_link(const PrintedLink& link) {
  return named_version(link.text) || (!link.text.empty() && is_digit(link.text.front()));
}

/// True for a site's first page, and for one above another page of the same entry.
bool is_home(const std::string& page, const std::vector<std::string>& pages) {
  return is_front_page(page) || std::ranges::any_of(pages, [&](const std::string& other) {
           return other.starts_with(page + '/');
         });
}

/// Where no link was called by a version, the first page that is no home is the news; where
/// there are only homes, one alone is.
void find_own_page(DraftBlock& entry) {
  if (!entry.own.empty()) return;
  const auto first = std::ranges::find_if(
      entry.pages, [&](const std::string& page) { return !is_home(page, entry.pages); });
  if (first != entry.pages.end())
    entry.own.push_back(*first);
  else if (entry.pages.size() == 1)
    entry.own = entry.pages;
}

/// Where in `text` the sentence ends that goes on at `at`; its last mark included.
std::size_t sentence_end(std::string_view text, std::size_t at) {
  do
    ++at;
  while (at < text.size() && !ends_sentence(text, at));
  return std::min(at, text.size());
}

/// The text of the link that a bullet opens with; of one further on the whole sentence.
std::string title_of(const OutlinePiece& bullet) {
  const std::string_view text = trimmed(bullet.text);
  if (bullet.links.empty() || bullet.links.front().text.empty()) return std::string(text);
  const std::string& link = bullet.links.front().text;
  const std::size_t at = std::min(text.find(link), text.size());
  const auto is_wordy = [](char c) {  // 0xC2 and 0xE2 open quotation marks and dashes
    const auto byte = static_cast<unsigned char>(c);
    return is_letter(c) || is_digit(c) || (byte >= 0xC3 && byte != 0xE2);
  };
  const bool opens = std::ranges::none_of(text.substr(0, at), is_wordy);
  if (opens || at == text.size()) return link;
  std::size_t begin = 0;
  while (sentence_end(text, begin) <= at)
    begin = sentence_end(text, begin);
  std::string_view sentence =
      trimmed(text.substr(begin, sentence_end(text, at + link.size()) - begin));
  if (sentence.ends_with('.')) sentence.remove_suffix(1);
  return std::string(sentence);
}

std::string name_of(std::string label) {
  label = lower(label);
  while (!label.empty() && (label.back() == ':' || label.back() == ' '))
    label.pop_back();
  return label;
}

/// Reads what the bytes of an entry say.
void take_words(const DraftDocument& draft, DraftBlock& entry) {
  EntryWords said = read_words(
      draft.bytes(entry), entry.announcement ? EntryForm::Announcement : EntryForm::Bullet);
  entry.ids = std::move(said.ids);
  entry.box = said.box;
  entry.words = std::move(said.words);
  entry.comments = std::move(said.comments);
  entry.key = (entry.announcement ? entry.title + "\n" : "") + words_key(entry.words);
}

/// Makes blocks of pieces, with the headings in mind.
class Reading {
 public:
  Reading(DraftDocument& draft, std::span<const Section> sections, std::string_view site)
      : draft_(draft), sections_(sections), site_(site) {}

  void read() {
    for (const OutlinePiece& piece : outline(draft_.text)) {
      if (piece.kind == PieceKind::Heading) enter(piece);
      DraftBlock* block = &open(piece);
      if (piece.kind == PieceKind::Heading) {
        block->kind = is_announcement(piece) ? BlockKind::Entry : BlockKind::Heading;
        block->announcement = block->kind == BlockKind::Entry;
        if (block->announcement) announcement_ = draft_.blocks.size() - 1;
        if (!block->announcement) heading_ = draft_.blocks.size() - 1;
      } else if (piece.kind == PieceKind::Bullet) {
        block->kind = BlockKind::Entry;
        nest(*block);
      }
      add_links(piece);
    }
    for (DraftBlock& block : draft_.blocks) {
      if (block.kind != BlockKind::Entry) continue;
      take_words(draft_, block);
      find_own_page(block);
    }
    part_blank_ends();
  }

 private:
  /// Text below an announcement's title is part of it.
  DraftBlock& open(const OutlinePiece& piece) {
    const bool joins = piece.kind == PieceKind::Text && announcement_ != kNoBlock &&
                       announcement_ + 1 == draft_.blocks.size();
    if (joins) {
      draft_.blocks.back().end = piece.end;
      return draft_.blocks.back();
    }
    if (piece.kind != PieceKind::Bullet) announcement_ = kNoBlock;
    DraftBlock& block = draft_.blocks.emplace_back();
    block.begin = piece.begin;
    block.end = piece.end;
    block.line = piece.line;
    block.level = piece.level;
    block.title = piece.kind == PieceKind::Heading ? piece.text : "";
    block.section = section_;
    block.subsection = subsection_;
    block.heading = heading_;
    return block;
  }

  void enter(const OutlinePiece& heading) {
    const bool deeper = !section_.empty() && heading.level > level_;
    if (deeper && section_ == kAnnouncements) return;
    if (deeper && section_ == kExtensions) {
      subsection_ = heading.text;
      return;
    }
    const Section* section = section_headed(heading.text, sections_);
    if (section == nullptr && deeper) return;
    section_ = section == nullptr ? "" : section->name;
    subsection_.clear();
    level_ = heading.level;
  }

  [[nodiscard]] bool is_announcement(const OutlinePiece& heading) const {
    return section_ == kAnnouncements && heading.level > level_;
  }

  /// Finds the entry above that a bullet belongs to.
  void nest(DraftBlock& block) {
    const std::size_t own = draft_.blocks.size() - 1;
    if (announcement_ != kNoBlock) ++block.level;
    parents_.resize(static_cast<std::size_t>(block.level), kNoBlock);
    if (announcement_ != kNoBlock && !parents_.empty()) parents_.front() = announcement_;
    block.parent = parents_.empty() ? kNoBlock : parents_.back();
    parents_.push_back(own);
  }

  void add_links(const OutlinePiece& piece) {
    DraftBlock& block = draft_.blocks.back();
    if (block.kind != BlockKind::Entry) return;
    for (const PrintedLink& link : piece.links) {
      const std::string page = page_of(link, site_);
      if (page.empty()) continue;
      add_once(block.pages, page);
      if (is_version_link(link)) add_once(block.own, page);
    }
    if (block.link.empty() && !piece.links.empty()) block.link = piece.links.front().url;
    if (!block.label.empty()) return;
    if (piece.kind == PieceKind::Bullet) block.title = title_of(piece);
    block.label =
        block.announcement || piece.links.empty() ? piece.text : piece.links.front().text;
    block.name = name_of(block.label);
  }

  /// Blank lines below an announcement are nobody's, as those below a bullet are.
  void part_blank_ends() {
    std::vector<DraftBlock> parted;
    std::vector<std::size_t> places;  // where each block has gone
    for (DraftBlock& block : draft_.blocks) {
      places.push_back(parted.size());
      parted.push_back(std::move(block));
      DraftBlock& last = parted.back();
      if (!last.announcement) continue;
      const std::string_view bytes = draft_.bytes(last);
      const std::size_t said = bytes.find_last_not_of(" \t\r\n");
      const std::size_t line_end = bytes.find('\n', said);
      if (said == bytes.npos || line_end == bytes.npos || line_end + 1 == bytes.size())
        continue;
      DraftBlock blank;
      blank.begin = last.begin + line_end + 1;
      blank.end = last.end;
      blank.line = last.line;
      last.end = blank.begin;
      parted.push_back(blank);
    }
    const auto place = [&](std::size_t at) { return at == kNoBlock ? at : places[at]; };
    for (DraftBlock& block : parted) {
      block.heading = place(block.heading);
      block.parent = place(block.parent);
    }
    draft_.blocks = std::move(parted);
  }

  DraftDocument& draft_;
  std::span<const Section> sections_;
  std::string_view site_;
  std::string section_;
  std::string subsection_;
  int level_ = 0;  // of the heading of `section_`
  std::size_t heading_ = kNoBlock;
  std::size_t announcement_ = kNoBlock;
  std::vector<std::size_t> parents_;
};

}  // namespace

DraftDocument read_draft(std::string text, std::span<const Section> sections,
                         std::string_view site) {
  DraftDocument draft;
  draft.text = std::move(text);
  Reading(draft, sections, site).read();
  find_faults(draft);
  return draft;
}

void absorb_nested(
    DraftDocument& draft,
    const std::function<bool(const DraftBlock&, const DraftBlock& above)>& is_entry) {
  std::vector<DraftBlock> kept;
  std::vector<std::size_t> places;  // where each block has gone
  std::set<std::size_t> grown;
  for (DraftBlock& block : draft.blocks) {
    const std::size_t parent = block.parent == kNoBlock ? kNoBlock : places[block.parent];
    const bool own = parent == kNoBlock || !block.ids.empty() || is_entry(block, kept[parent]);
    std::size_t last = kept.size();  // behind what stands above it, blank lines aside
    while (!own && last > 0 && is_blank(draft.bytes(kept[last - 1])))
      --last;
    if (own || last == 0 || last - 1 != parent) {
      places.push_back(kept.size());
      block.parent = parent;
      if (block.heading != kNoBlock) block.heading = places[block.heading];
      kept.push_back(std::move(block));
      continue;
    }
    kept.resize(last);
    places.push_back(parent);
    kept[parent].end = block.end;
    kept[parent].pages.insert(kept[parent].pages.end(), block.pages.begin(), block.pages.end());
    grown.insert(parent);
  }
  draft.blocks = std::move(kept);
  for (const std::size_t at : grown)
    take_words(draft, draft.blocks[at]);
}

}  // namespace collector
