// The word that was probably meant: for complaints about keys, names and commands.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace collector {

/// The candidate with the smallest edit distance to `word`, case aside; empty when none is
/// near enough to be a slip of the hand.
std::string nearest(std::string_view word, std::span<const std::string> candidates);

/// `; did you mean "interval"?`, or nothing when no candidate is near.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

}  // namespace collector
