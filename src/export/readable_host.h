// Host names in other scripts, as people read them.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// `url` with its host in its own letters: "xn--mnchen-3ya.example" becomes "münchen.example".
/// A host that may pose as another, as it mixes scripts or all its letters look Latin, stays in
/// ASCII. Never throws. Source: UTS 46; UTS 39, "Highly Restrictive" and skeletons.
std::string with_readable_host(std::string_view url);

}  // namespace collector
