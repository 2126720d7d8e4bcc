#include "newsletter/pairing.h"

#include "core/sections.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace collector {

namespace {

// What makes two entries alike. A page that only they link to is enough; a common name wants
// the section and half of the words as well.
constexpr double kSameWords = 2000;  // a marker may stand on the wrong line
constexpr double kSharedItem = 1000;
constexpr double kOnlyPage = 5;  // shared among all entries that link to it
constexpr double kSameName = 2;
constexpr double kSameSection = 1;
constexpr double kSameSubsection = 1;
constexpr double kAllWords = 4;
constexpr double kEnough = 5;

constexpr std::size_t kDeepestHeading = 6;
constexpr std::size_t kTooCommon = 12;  // a page or name of more entries tells none of them

struct Candidate {
  double likeness = 0;
  std::size_t draft = 0;
  std::size_t reference = 0;
};

std::set<std::string_view> words_of(std::string_view key) {
  std::set<std::string_view> words;
  while (!key.empty()) {
    const std::size_t first = std::min(key.find_first_not_of(" \n"), key.size());
    key.remove_prefix(first);
    const std::size_t end = std::min(key.find_first_of(" \n"), key.size());
    if (end > 0) words.insert(key.substr(0, end));
    key.remove_prefix(end);
  }
  return words;
}

/// How many of their words two texts share, 0…1.
double common_words(std::string_view a, std::string_view b) {
  const auto one = words_of(a);
  const auto other = words_of(b);
  if (one.empty() || other.empty()) return 0;
  const auto shared = std::count_if(
      one.begin(), one.end(), [&](std::string_view word) { return other.contains(word); });
  return 2 * static_cast<double>(shared) / static_cast<double>(one.size() + other.size());
}

/// The entries of a text by all that they may be known by.
class Index {
 public:
  explicit Index(const DraftDocument& draft) {
    for (std::size_t at = 0; at < draft.blocks.size(); ++at) {
      const DraftBlock& block = draft.blocks[at];
      if (block.kind != BlockKind::Entry) continue;
      for (const std::string& id : block.ids)
        places_["id " + id].push_back(at);
      for (const std::string& page : block.pages)
        places_["page " + page].push_back(at);
      places_["words " + block.key].push_back(at);
      places_["name " + block.name].push_back(at);
    }
  }

  [[nodiscard]] const std::vector<std::size_t>& find(const std::string& what) const {
    static const std::vector<std::size_t> kNone;
    const auto found = places_.find(what);
    return found == places_.end() ? kNone : found->second;
  }

 private:
  std::unordered_map<std::string, std::vector<std::size_t>> places_;
};

bool share_item(const DraftBlock& a, const DraftBlock& b) {
  return std::any_of(a.ids.begin(), a.ids.end(), [&](const std::string& id) {
    return std::find(b.ids.begin(), b.ids.end(), id) != b.ids.end();
  });
}

bool same_words(const DraftBlock& a, const DraftBlock& b) {
  return a.key == b.key && !a.key.empty();
}

/// How alike two entries are, their pages aside.
double likeness(const DraftBlock& a, const DraftBlock& b) {
  double sum = share_item(a, b) ? kSharedItem : 0;
  if (same_words(a, b)) sum += kSameWords;
  if (a.name == b.name) sum += kSameName;
  if (a.section == b.section) sum += kSameSection;
  if (a.section == b.section && a.subsection == b.subsection) sum += kSameSubsection;
  return sum + kAllWords * common_words(a.key, b.key);
}

bool contains(const std::vector<std::string>& pages, const std::string& page) {
  return std::ranges::find(pages, page) != pages.end();
}

/// True when a bullet of the editors' own tells what `entry` does.
bool is_same_news(const DraftBlock& own, const DraftBlock& entry) {
  return own.key == entry.key || std::ranges::any_of(own.own, [&](const std::string& page) {
           return contains(entry.own, page);
         });
}

/// The entries of the reference that `block` may be.
void add_candidates(const DraftBlock& block, std::size_t at, const DraftDocument& reference,
                    const Index& index, std::vector<Candidate>& candidates) {
  std::map<std::size_t, double> pages;
  for (const std::string& page : block.pages) {
    const auto& found = index.find("page " + page);
    if (found.size() > kTooCommon) continue;
    for (const std::size_t place : found)
      pages[place] += kOnlyPage / static_cast<double>(found.size());
  }
  const auto add_all = [&](const std::vector<std::size_t>& found, std::size_t limit) {
    if (found.size() > limit) return;
    for (const std::size_t place : found)
      pages.try_emplace(place, 0);
  };
  for (const std::string& id : block.ids)
    add_all(index.find("id " + id), kNoBlock);
  add_all(index.find("words " + block.key), kTooCommon);
  add_all(index.find("name " + block.name), kTooCommon);
  for (const auto& [place, shared] : pages) {
    const DraftBlock& other = reference.blocks[place];
    if (other.announcement != block.announcement && other.level == block.level &&
        other.section == block.section)
      continue;
    const bool apart = !block.ids.empty() && !other.ids.empty() && !share_item(block, other) &&
                       !same_words(block, other);
    const double sum = shared + likeness(block, other);
    if (!apart && (sum >= kEnough || shared >= kOnlyPage))
      candidates.push_back({sum, at, place});
  }
}

/// Unpaired headings of no section take the one that most entries below them come from.
void adopt_headings(DraftDocument& draft, const DraftDocument& reference,
                    const std::vector<std::size_t>& pairs) {
  std::set<std::string> headed;
  std::map<std::size_t, std::map<std::string, int>> votes;
  for (std::size_t at = 0; at < draft.blocks.size(); ++at) {
    const DraftBlock& block = draft.blocks[at];
    if (block.kind == BlockKind::Heading) headed.insert(block.section);
    if (block.kind != BlockKind::Entry || !block.section.empty()) continue;
    if (block.heading != kNoBlock && pairs[at] != kNoBlock)
      ++votes[block.heading][reference.blocks[pairs[at]].section];
  }
  for (const auto& [heading, sections] : votes) {
    const auto most = std::max_element(sections.begin(), sections.end(),
                                       [](auto& a, auto& b) { return a.second < b.second; });
    if (!headed.insert(most->first).second) continue;
    draft.blocks[heading].section = most->first;
    for (DraftBlock& block : draft.blocks)
      if (block.heading == heading) block.section = most->first;
  }
}

/// The heading that stands above the announcements of `reference` where theirs is gone: what
/// stands below it was read as further headings. Empty when there is none.
std::string heading_above_announcements(const DraftDocument& draft,
                                        const DraftDocument& reference) {
  std::set<std::string_view> titles;
  for (const DraftBlock& block : reference.blocks)
    if (block.announcement) titles.insert(block.title);
  std::array<const DraftBlock*, kDeepestHeading + 1> above{};  // the last one of each level
  for (const DraftBlock& block : draft.blocks) {
    if (block.kind != BlockKind::Heading) continue;
    if (block.section == kAnnouncements) return "";
    const auto level = static_cast<std::size_t>(block.level);
    const DraftBlock* upper = above.at(level - 1);
    if (upper != nullptr && upper->section.empty() && titles.contains(block.title))
      return upper->title;
    std::fill(above.begin() + static_cast<std::ptrdiff_t>(level), above.end(), &block);
  }
  return "";
}

/// `sections`, the announcements headed by `heading`.
std::vector<Section> with_announcements(std::span<const Section> sections,
                                        const std::string& heading) {
  std::vector<Section> renamed(sections.begin(), sections.end());
  for (Section& section : renamed)
    if (section.name == kAnnouncements) section.heading = heading;
  return renamed;
}

}  // namespace

std::vector<std::size_t> pair_entries(const DraftDocument& draft,
                                      const DraftDocument& reference, Unmarked unmarked) {
  const Index index(reference);
  std::vector<Candidate> candidates;
  for (std::size_t at = 0; at < draft.blocks.size(); ++at) {
    if (draft.blocks[at].kind == BlockKind::Entry)
      add_candidates(draft.blocks[at], at, reference, index, candidates);
  }
  std::erase_if(candidates, [&](const Candidate& one) {
    const DraftBlock& block = draft.blocks[one.draft];
    return unmarked == Unmarked::Own && block.ids.empty() &&
           !is_same_news(block, reference.blocks[one.reference]);
  });
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const auto& a, const auto& b) { return a.likeness > b.likeness; });
  std::vector<std::size_t> pairs(draft.blocks.size(), kNoBlock);
  std::vector<bool> taken(reference.blocks.size());
  for (const Candidate& one : candidates) {
    if (pairs[one.draft] != kNoBlock || taken[one.reference]) continue;
    pairs[one.draft] = one.reference;
    taken[one.reference] = true;
  }
  return pairs;
}

DraftDocument read_generated(std::string text, std::span<const Section> sections,
                             std::string_view site) {
  DraftDocument draft = read_draft(std::move(text), sections, site);
  absorb_nested(draft, [](const DraftBlock&, const DraftBlock&) { return false; });
  return draft;
}

DraftDocument read_edited(std::string text, const DraftDocument& reference,
                          std::span<const Section> sections, std::string_view site,
                          std::vector<std::size_t>& pairs) {
  std::unordered_set<std::string> nested;  // what entries below others are known by
  std::unordered_set<std::string> groups;
  for (const DraftBlock& block : reference.blocks) {
    if (block.kind != BlockKind::Entry || block.parent == kNoBlock) continue;
    nested.insert(block.pages.begin(), block.pages.end());
    nested.insert(block.key);
    groups.insert(reference.blocks[block.parent].name);
  }
  DraftDocument draft = read_draft(std::move(text), sections, site);
  if (const std::string heading = heading_above_announcements(draft, reference);
      !heading.empty())
    draft = read_draft(std::move(draft.text), with_announcements(sections, heading), site);
  absorb_nested(draft, [&](const DraftBlock& block, const DraftBlock& above) {
    const auto known = [&](const std::string& page) { return nested.contains(page); };
    return nested.contains(block.key) ||
           std::any_of(block.pages.begin(), block.pages.end(), known) ||
           groups.contains(above.name);
  });
  const bool marked = std::ranges::any_of(
      draft.blocks, [](const DraftBlock& block) { return !block.ids.empty(); });
  pairs = pair_entries(draft, reference, marked ? Unmarked::Own : Unmarked::Reworded);
  adopt_headings(draft, reference, pairs);
  return draft;
}

}  // namespace collector
