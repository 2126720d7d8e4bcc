// Which items are wanted, and what is told of one.
#pragma once

#include "core/item.h"

#include <optional>
#include <string>
#include <vector>

namespace collector {

/// Which items are wanted; empty members do not restrict.
struct ItemQuery {
  std::optional<Window> window = {};  // of Item::date
  std::string section = {};
  std::optional<State> state = {};
  std::string feed = {};
  std::string text = {};  // words that all stand in title or short text
  bool dated = false;     // only events of calendars: those that have Item::days
};

/// What an item said until its feed changed it.
struct ItemVersion {
  std::string title;
  std::string url;
  std::string summary;
  std::optional<UtcTime> updated;
  UtcTime replaced{};  // when the next version was first seen
};

/// Everything about one item, for `show` and `explain`.
struct ItemHistory {
  std::vector<ItemVersion> versions;  // what went before, oldest first
  std::vector<std::string> keys;      // every name it has had in its feed
};

}  // namespace collector
