// The versions of one title: "Prosody 13.0.4 and 0.12.7 released" tells of two.
#pragma once

#include "core/item.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// True when `text` is a version, or several in a list, and nothing else but a mark at its end:
/// "2.3.1 and 2.3.2".
bool is_version_list(std::string_view text);

/// The versions that the title of a release lists behind its own, when that is the first of
/// them. Of a stable release all are stable.
std::vector<std::string> further_versions(const Item& item);

/// All that a release tells of, its own first. Empty when the item is no release or names none.
std::vector<std::string> told_versions(const Item& item);

/// Its own and those that its title lists, in the title's own words: "13.0.4 and 0.12.7".
std::string version_list(const Item& item);

}  // namespace collector
