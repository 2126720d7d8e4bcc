// The drafts that editors work in.
#pragma once

#include "core/item.h"

#include <cstdint>
#include <string>

namespace collector {

/// A text that editors work in, as the program last knew it.
struct Draft {
  Window window{};             // the days
  std::string output;          // the file it is in, absolute; empty: it came or went by a pipe
  std::string text;            // Markdown, each entry with the ids of its items
  std::int64_t origin = 0;     // number of the draft it is an edited copy of; 0: as generated
  std::int64_t decisions = 0;  // number of the last decision it takes into account
  UtcTime when{};
  std::int64_t number = 0;  // counts all drafts, from 1; the store fills it
};

}  // namespace collector
