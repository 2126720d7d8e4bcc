// xml:base: references joined before anybody knows where the document came from.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// `reference` seen from `base`, which may itself be relative; unchanged when `base` is empty.
/// What people write as an IRI becomes a URI, but for its host.
std::string join_base(std::string_view base, std::string_view reference);

}  // namespace collector
