// Addresses of the web as people write them and lists bring them.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// What `text` would have to be, and is not, before the program asks there: "an address without
/// spaces …". Empty: it is that.
std::string wanted_address(std::string_view text);

/// `text` with %20 for its spaces, as browsers ask for such an address.
std::string with_encoded_spaces(std::string_view text);

}  // namespace collector
