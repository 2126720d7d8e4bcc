// A draft that editors have touched, taken up again without losing a byte.
#pragma once

#include "config/newsletter.h"
#include "newsletter/entry_words.h"

#include <string>
#include <string_view>

namespace collector {

/// States of one draft. Every entry of `base` and `generated` has its whole marker.
struct DraftStates {
  std::string_view base;       // as it was generated last; empty: not known
  std::string_view edited;     // what the editors have made of it
  std::string_view generated;  // as it would be generated now
  /// What `base` was made from, where that is a copy of which the entries were taken over and
  /// nothing else: the text between them is an editor's. Empty: `base` itself.
  std::string_view origin = {};
};

/// What `edited` becomes: every byte that an editor changed or added stays, new entries go to
/// their place, deleted ones do not return, and what nobody has touched is as `generated` has
/// it. New entries get `markers`; from the others they are taken away when none are wanted.
std::string merge_drafts(const DraftStates& states, Markers markers,
                         const Newsletter& newsletter);

/// True when `text` has an entry of `generated` or the heading of a section, or is blank: only
/// then is it a draft that may be written to.
bool is_draft_of(std::string_view text, std::string_view generated,
                 const Newsletter& newsletter);

}  // namespace collector
