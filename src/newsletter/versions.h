// Versions in the text of a link, and in the address it leads to.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace collector {

/// The version that the text of a link names: "4.7" of "v4.7.0" and of "ejabberd 4.7", without
/// zeros at its end; nothing when there is none or more than one.
std::optional<std::string> named_version(std::string_view text);

/// The version of the tag that an address of a forge leads to, in the same form.
std::optional<std::string> tagged_version(std::string_view url);

}  // namespace collector
