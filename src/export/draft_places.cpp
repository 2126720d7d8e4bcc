#include "export/draft_places.h"

#include "core/sections.h"
#include "core/text.h"
#include "export/phrases.h"

#include <algorithm>

namespace collector {

namespace {

/// Puts pieces of text together, with blank lines where they are wanted.
class Joined {
 public:
  explicit Joined(bool crlf) : line_end_(crlf ? "\r\n" : "\n") {}

  void part() {
    end_line();
    if (!text_.empty() && !ends_blank()) text_ += line_end_;
  }

  void end_line() {
    if (!text_.empty() && text_.back() != '\n') text_ += line_end_;
  }

  [[nodiscard]] bool ends_blank() const {
    return text_.empty() || text_.ends_with("\n\n") || text_.ends_with("\n\r\n");
  }

  void add(std::string_view bytes) { text_ += bytes; }

  /// Lines that end as a program writes them.
  void add_lines(std::string_view lines) {
    for (const char c : lines) {
      if (c == '\n' && (text_.empty() || text_.back() != '\r')) {
        text_ += line_end_;
      } else {
        text_ += c;
      }
    }
  }

  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  std::string line_end_;
  std::string text_;
};

}  // namespace

DraftPlaces::DraftPlaces(const DraftDocument& edited, const DraftDocument& generated,
                         const std::vector<std::size_t>& present,
                         const std::vector<std::optional<std::string>>& now)
    : edited_(edited), generated_(generated), present_(present), now_(now) {
  for (std::size_t at = 0; at < present.size(); ++at)
    if (present[at] != kNoBlock) partners_[present[at]] = at;
}

std::size_t DraftPlaces::find_heading(const DraftBlock& heading) const {
  for (std::size_t at = 0; at < edited_.blocks.size(); ++at) {
    const DraftBlock& block = edited_.blocks[at];
    if (block.kind != BlockKind::Heading) continue;
    const bool same =
        heading.section.empty()
            ? block.section.empty() && equal_ignoring_case(block.title, heading.title)
            : block.section == heading.section &&
                  equal_ignoring_case(block.subsection, heading.subsection);
    if (same) return at;
  }
  return kNoBlock;
}

/// The block that follows an entry and all that is nested under it.
std::size_t DraftPlaces::behind(std::size_t entry) const {
  std::size_t next = entry + 1;
  for (std::size_t at = next; at < edited_.blocks.size(); ++at) {
    const DraftBlock& block = edited_.blocks[at];
    if (block.kind == BlockKind::Text && is_blank(edited_.bytes(block))) continue;
    if (block.kind != BlockKind::Entry || block.level <= edited_.blocks[entry].level) break;
    next = at + 1;
  }
  return next;
}

/// The first heading below `heading` that is no deeper than `level`, else the end.
std::size_t DraftPlaces::end_of_part(std::size_t heading, int level) const {
  for (std::size_t at = heading + 1; at < edited_.blocks.size(); ++at) {
    const DraftBlock& block = edited_.blocks[at];
    if (block.kind == BlockKind::Heading && block.level <= level) return at;
  }
  return edited_.blocks.size();
}

/// Behind the last thing said below the present heading.
std::size_t DraftPlaces::last_line_of_part() const {
  std::size_t end = end_of_part(heading_, 6);
  while (edited_.blocks[end - 1].kind == BlockKind::Text &&
         is_blank(edited_.bytes(edited_.blocks[end - 1])))
    --end;
  return end;
}

bool DraftPlaces::in_same_list(std::size_t at, const DraftBlock& entry) const {
  if (at >= edited_.blocks.size()) return false;
  const DraftBlock& block = edited_.blocks[at];
  return block.kind == BlockKind::Entry && block.parent == kNoBlock &&
         block.section == entry.section &&
         equal_ignoring_case(block.subsection, entry.subsection);
}

/// The next entry of the same list that is in the text already.
std::size_t DraftPlaces::next_partner(std::size_t at) const {
  const DraftBlock& entry = generated_.blocks[at];
  for (std::size_t next = at + 1; next < generated_.blocks.size(); ++next) {
    const DraftBlock& block = generated_.blocks[next];
    if (block.kind == BlockKind::Heading) break;
    const auto partner = partners_.find(next);
    if (block.parent == kNoBlock && partner != partners_.end() &&
        in_same_list(partner->second, entry))
      return partner->second;
  }
  return kNoBlock;
}

/// `place`, or further on: behind a figure between two entries, and behind the entries there
/// that are the editors' own and come first in the alphabet.
std::size_t DraftPlaces::past_others(std::size_t place, const DraftBlock& entry) const {
  const std::string name = sort_key(entry.name);
  for (;;) {
    std::size_t next = place;
    bool figure = false;
    for (; next < edited_.blocks.size() && edited_.blocks[next].kind == BlockKind::Text; ++next)
      figure = figure || !is_blank(edited_.bytes(edited_.blocks[next]));
    if (!in_same_list(next, entry)) return place;
    const bool own = present_[next] == kNoBlock && !now_[next].has_value();
    if (!own || is_by_date(entry.section) || name < sort_key(edited_.blocks[next].name))
      return figure ? next : place;
    place = behind(next);
  }
}

/// What bullets of its list begin with, else those of other sections.
char DraftPlaces::mark_for(const DraftBlock& entry) const {
  std::optional<char> elsewhere;
  for (std::size_t at = 0; at < edited_.blocks.size(); ++at) {
    const DraftBlock& block = edited_.blocks[at];
    if (block.kind != BlockKind::Entry || block.announcement || block.section.empty()) continue;
    const char mark = look_of(block, edited_.bytes(block)).bullet;
    if (in_same_list(at, entry)) return mark;
    if (!elsewhere) elsewhere = mark;
  }
  return elsewhere.value_or(EntryLook().bullet);
}

std::size_t DraftPlaces::open_headings() {
  const int level = generated_.blocks[missing_.front()].level;
  std::size_t place = edited_.blocks.size();
  if (heading_ != kNoBlock) {
    place = end_of_part(heading_, level);
  } else {
    for (std::size_t at = missing_.back(); at < generated_.blocks.size(); ++at) {
      const DraftBlock& block = generated_.blocks[at];
      const std::size_t known =
          block.kind == BlockKind::Heading ? find_heading(block) : kNoBlock;
      if (known == kNoBlock) continue;
      place = known;
      break;
    }
  }
  for (const std::size_t at : missing_)
    before_[place].push_back({std::string(generated_.bytes(generated_.blocks[at])), true});
  missing_.clear();
  return place;
}

std::size_t DraftPlaces::top_place(std::size_t at) {
  const DraftBlock& entry = generated_.blocks[at];
  if (!missing_.empty()) return open_headings();
  if (anchor_ != kNoBlock) return past_others(anchor_, entry);
  if (heading_ == kNoBlock) return edited_.blocks.size();
  if (const std::size_t next = next_partner(at); next != kNoBlock) return next;
  for (std::size_t own = heading_ + 1; own < end_of_part(heading_, 6); ++own) {
    const bool later = in_same_list(own, entry) && !is_by_date(entry.section) &&
                       sort_key(entry.name) < sort_key(edited_.blocks[own].name);
    if (later) return own;
  }
  return last_line_of_part();
}

DraftPlaces::Inserted DraftPlaces::nested_place(std::size_t at) const {
  const std::size_t parent = generated_.blocks[at].parent;
  const std::size_t above = partners_.at(parent);
  Inserted place{above + 1,
                 look_of(edited_.blocks[above], edited_.bytes(edited_.blocks[above]))};
  place.look.indent += edited_.blocks[above].announcement ? "" : "  ";
  for (std::size_t other = parent + 1; other < at; ++other) {
    const auto partner = partners_.find(other);
    if (generated_.blocks[other].parent != parent || partner == partners_.end()) continue;
    const DraftBlock& block = edited_.blocks[partner->second];
    if (block.parent != above) continue;
    place.place = behind(partner->second);
    place.look = look_of(block, edited_.bytes(block));
  }
  return place;
}

void DraftPlaces::pass_heading(std::size_t at) {
  const DraftBlock& heading = generated_.blocks[at];
  const std::size_t known = find_heading(heading);
  anchor_ = kNoBlock;
  if (known != kNoBlock) {
    heading_ = known;
    missing_.clear();
    return;
  }
  std::erase_if(missing_, [&](std::size_t other) {
    return generated_.blocks[other].level >= heading.level;
  });
  missing_.push_back(at);
}

void DraftPlaces::pass_entry(std::size_t at) {
  const auto partner = partners_.find(at);
  if (generated_.blocks[at].parent != kNoBlock || partner == partners_.end()) return;
  if (in_same_list(partner->second, generated_.blocks[at])) anchor_ = behind(partner->second);
}

void DraftPlaces::insert(std::size_t at,
                         const std::function<std::string(const EntryLook&)>& write) {
  const DraftBlock& entry = generated_.blocks[at];
  Inserted place;
  if (const auto above = inserted_.find(entry.parent); above != inserted_.end()) {
    place = above->second;
    place.look.indent += "  ";
  } else if (entry.parent != kNoBlock && partners_.contains(entry.parent)) {
    place = nested_place(at);
  } else {
    place.place = anchor_ = top_place(at);
    place.look.bullet = mark_for(entry);
  }
  before_[place.place].push_back({write(place.look), entry.announcement});
  inserted_[at] = place;
}

bool DraftPlaces::has_text_below(std::size_t heading) const {
  const std::size_t end = end_of_part(heading, edited_.blocks[heading].level);
  for (std::size_t at = heading + 1; at < end; ++at) {
    if (before_.contains(at)) return true;
    const auto& now = now_[at];
    const std::string_view bytes =
        now ? std::string_view(*now) : edited_.bytes(edited_.blocks[at]);
    if (!is_blank(bytes)) return true;
  }
  return false;
}

std::string DraftPlaces::text() const {
  Joined joined(edited_.text.find("\r\n") != std::string::npos);
  bool removed = false;  // since the last line that says something
  bool list = false;     // the last line that says something was of an entry
  for (std::size_t at = 0; at <= edited_.blocks.size(); ++at) {
    bool after_insertion = false;
    if (const auto found = before_.find(at); found != before_.end()) {
      for (const Insertion& insertion : found->second) {
        joined.end_line();
        if (insertion.apart || !(list || joined.ends_blank())) joined.part();
        joined.add_lines(insertion.lines);
        list = !insertion.apart;
        after_insertion = true;
      }
    }
    if (at == edited_.blocks.size()) break;
    const DraftBlock& block = edited_.blocks[at];
    const std::string_view bytes =
        now_[at] ? std::string_view(*now_[at]) : edited_.bytes(block);
    const bool blank = is_blank(bytes);
    if (bytes.empty()) removed = true;
    if (blank && removed && joined.ends_blank()) continue;
    const bool bullet = block.kind == BlockKind::Entry && !block.announcement;
    if (after_insertion && !blank && !(bullet && list)) joined.part();
    now_[at] ? joined.add_lines(bytes) : joined.add(bytes);
    if (blank) continue;
    removed = false;
    list = bullet;
  }
  return std::move(joined).text();
}

}  // namespace collector
