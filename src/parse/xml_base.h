// xml:base: references joined before anybody knows where the document came from.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// `reference` seen from `base` (RFC 3986 section 5), which may itself be relative. Unchanged
/// when `base` is empty or either of the two cannot be read.
std::string join_base(const std::string& base, std::string_view reference);

}  // namespace collector
