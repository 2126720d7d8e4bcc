// Base64 as Atom uses it for content that is no text.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// The bytes; characters outside the alphabet (line breaks) are passed over, "=" ends it.
std::string decode_base64(std::string_view text);

}  // namespace collector
