// What editors did to a draft, told from the text as it was given out. Knows no store.
#pragma once

#include "config/newsletter.h"
#include "newsletter/draft_document.h"

#include <string>
#include <vector>

namespace collector {

enum class EditKind {
  Keep,      // its box was ticked
  Undecide,  // its box was cleared
  Drop,      // its box says [-]
  Remove,    // it is gone
  Move,      // it stands in another section
  Words,     // it says something else
  Title,     // an announcement has another heading
  Add,       // a bullet of the editors' own
};

/// One thing an editor did to one entry.
struct DraftEdit {
  EditKind kind = EditKind::Keep;
  int line = 0;                  // in the edited text; in the base for what is gone
  std::vector<std::string> ids;  // what the entry tells of; empty: an addition
  std::string value;             // the section, the words or the title, now
  std::size_t block = kNoBlock;  // the entry in the edited text; in the base for what is gone
};

struct DraftEdits {
  DraftDocument base;
  DraftDocument edited;
  std::vector<std::size_t> pairs;          // for each block of `edited` its entry in `base`
  std::vector<DraftEdit> edits;            // in order of the edited text, removals last
  std::vector<DraftComplaint> complaints;  // lines that cannot be understood; nothing is to be
                                           // done then
  std::vector<DraftComplaint> remarks;     // what is left alone, and why
};

/// False when the edited text has neither an entry of the base nor the heading of a section: it
/// is another text altogether.
bool has_common_ground(const DraftEdits& edits);

/// Reads what turned `base`, in which every entry has its marker, into `edited`.
DraftEdits read_draft_edits(std::string base, std::string edited, const Newsletter& newsletter);

}  // namespace collector
