// Each thing that people and runs do to a store: what must be done whole or not at all.
#pragma once

#include "store/store.h"

#include <functional>
#include <string>
#include <vector>

namespace collector {

struct Act {
  const char* name;
  std::function<void(Store&)> run;
};

/// All of them. Each changes what store_contents() tells of a store that fill_store() has
/// filled.
const std::vector<Act>& store_acts();

/// Puts a thing of each kind into a new store.
void fill_store(Store& store);

/// Puts a copy of the store `filled` in the place of `path` and of what may lie beside it.
void put_store(const std::string& filled, const std::string& path);

/// What a reader of the store sees, a line each. Checks that nothing is wrong with it.
std::string store_contents(const std::string& path);

}  // namespace collector
