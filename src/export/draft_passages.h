// The text of a draft that is neither heading nor entry: its figures, its opening words.
#pragma once

#include "newsletter/draft_document.h"

#include <cstddef>
#include <map>
#include <string>

namespace collector {

struct PassageStates {
  const DraftDocument& base;
  const DraftDocument& edited;
  const DraftDocument& generated;
};

/// What the passages of the edited text become that nobody has touched and that are generated
/// in other words now, by their blocks.
std::map<std::size_t, std::string> renewed_passages(const PassageStates& states);

}  // namespace collector
