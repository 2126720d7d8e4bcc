// What the words round a version say of it: that it is no stable one, although its digits bear
// no mark.
#pragma once

#include "core/version.h"

#include <string>
#include <string_view>

namespace collector {

/// The mark that a title in ASCII forms gives its version in words of its own, as it stands
/// behind versions: "-rc2" of "Second release candidate of Heron 2.0", "-beta" of "Heron Beta
/// 2.0", "-alpha1" of "Heron 2.0: first alpha". Empty: none.
std::string early_mark(std::string_view title, const FoundVersion& version);

/// "Heron" of "second release candidate of Heron" and of "RC 2 for Heron"; else all of `name`.
std::string_view behind_early_words(std::string_view name);

/// "Heron" of "Heron nightly build" and "Heron Beta"; else all of `name`, as in "Beta".
std::string_view before_early_words(std::string_view name);

/// True when `rest` begins with a mark of pre-releases in another script than Latin:
/// "ベータ版", "бета".
bool begins_early(std::string_view rest);

}  // namespace collector
