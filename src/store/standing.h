// What a reviewer's decisions amount to.
#pragma once

#include "core/item.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

/// Where an item stands once all its decisions are counted.
struct Standing {
  State state = State::Undecided;
  std::string section;  // the one it was moved to; empty: never moved
  std::string title;    // the words it was given; empty: the feed's own
  std::string text;
};

/// The decisions that no Undo has taken back, without the Undos; in their order. `decisions`
/// may be of several items, oldest first.
std::vector<Decision> standing_decisions(std::span<const Decision> decisions);

/// Counts the decisions of one item. `undecided` is its state without any: Undecided, Noise or
/// Quarantined. Moving or rewording an item that is set aside takes it up again.
Standing stand(State undecided, std::span<const Decision> decisions);

/// Gives `items` the state, the section and the words they will have once `decisions` are
/// stored, which are none of Undo, Merge or Split.
void foresee(std::vector<StoredItem>& items, std::span<const Decision> decisions);

}  // namespace collector
