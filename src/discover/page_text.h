// The bytes of an HTML page as UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// The encoding is the byte order mark's, the HTTP header's, that of the page's own <meta>,
/// else UTF-8 (HTML standard, "determining the character encoding"). Bytes that mean nothing in
/// it are mended.
std::string page_text(std::string_view bytes, std::string_view content_type);

}  // namespace collector
