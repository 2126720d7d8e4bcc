// The rules and the model of today, applied to what is stored and nobody has decided on.
#pragma once

#include "core/item.h"
#include "store/placement.h"

#include <string>
#include <vector>

namespace collector {

struct Config;
class Store;

/// An item that would stand elsewhere today.
struct Replacement {
  StoredItem before;
  Placement after;

  /// True when its section changes, or whether it is news at all; not only the reasons.
  [[nodiscard]] bool moves() const;
};

/// Every item that nobody has decided on, and that is judged otherwise than it was stored;
/// changes of a list of extensions are what they are. Stores nothing.
std::vector<Replacement> judge_anew(const Config& config, Store& store);

}  // namespace collector
