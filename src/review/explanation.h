// Why an item is where it is and as it is, in plain words.
#pragma once

#include "core/item.h"

#include <string>
#include <vector>

namespace collector {

/// What its state means for the newsletter: "a reviewer keeps it".
const char* state_meaning(const StoredItem& stored);

/// Where its date comes from: "when it was published".
const char* date_meaning(DateSource source);

/// What a reviewer had better know of it, a phrase each: "its feed no longer carries it".
std::vector<std::string> remarks(const StoredItem& stored);

}  // namespace collector
