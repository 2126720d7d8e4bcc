// The bytes of an HTML page as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// The encoding is the byte order mark's, the HTTP header's, that of the page's own <meta>,
/// else UTF-8 (HTML standard, "determining the character encoding"); and UTF-8 where the bytes
/// are that whatever was said of them. Bytes that mean nothing in it are mended.
std::string page_text(std::string_view bytes, std::string_view content_type);

}  // namespace collector
