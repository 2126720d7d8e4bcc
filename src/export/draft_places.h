// Where in an edited draft the entries belong that have come since.
#pragma once

#include "export/draft_entry.h"
#include "newsletter/draft_document.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace collector {

/// Goes through a generated draft in its order and finds for each new entry its place in the
/// edited one: behind the entry it follows, past what editors have put there and the alphabet
/// has first. All that is passed in must outlive this.
class DraftPlaces {
 public:
  /// `present`: for each block of `edited` the entry of `generated` that it is. `now`: what
  /// each block of `edited` becomes, nothing where it stays.
  DraftPlaces(const DraftDocument& edited, const DraftDocument& generated,
              const std::vector<std::size_t>& present,
              const std::vector<std::optional<std::string>>& now);

  /// A heading of the generated draft.
  void pass_heading(std::size_t at);

  /// An entry of the generated draft that is there already, or shall not be.
  void pass_entry(std::size_t at);

  /// A new entry; `write` gives its lines in the look of its place.
  void insert(std::size_t at, const std::function<std::string(const EntryLook&)>& write);

  /// True when anything that is to stay, or is new, stands below this heading.
  [[nodiscard]] bool has_text_below(std::size_t heading) const;

  /// The whole text as it has become.
  [[nodiscard]] std::string text() const;

 private:
  struct Insertion {
    std::string lines;
    bool apart = false;  // blank lines around it
  };

  /// Where an entry has been put in, and how it looks there.
  struct Inserted {
    std::size_t place = 0;
    EntryLook look;
  };

  [[nodiscard]] std::size_t find_heading(const DraftBlock& heading) const;
  [[nodiscard]] std::size_t behind(std::size_t entry) const;
  [[nodiscard]] std::size_t end_of_part(std::size_t heading, int level) const;
  [[nodiscard]] std::size_t last_line_of_part() const;
  [[nodiscard]] bool in_same_list(std::size_t at, const DraftBlock& entry) const;
  [[nodiscard]] std::size_t next_partner(std::size_t at) const;
  [[nodiscard]] std::size_t past_others(std::size_t place, const DraftBlock& entry) const;
  [[nodiscard]] char mark_for(const DraftBlock& entry) const;
  std::size_t top_place(std::size_t at);
  [[nodiscard]] Inserted nested_place(std::size_t at) const;
  std::size_t open_headings();

  const DraftDocument& edited_;
  const DraftDocument& generated_;
  const std::vector<std::size_t>& present_;
  const std::vector<std::optional<std::string>>& now_;
  std::map<std::size_t, std::size_t> partners_;  // entries generated, in the edited draft
  std::map<std::size_t, std::vector<Insertion>> before_;  // by the block they stand before
  std::map<std::size_t, Inserted> inserted_;
  std::vector<std::size_t> missing_;  // headings passed that the text lacks, outermost first
  std::size_t heading_ = kNoBlock;    // the last one passed that the text has
  std::size_t anchor_ = kNoBlock;     // where an entry goes that follows the last one
};

}  // namespace collector
