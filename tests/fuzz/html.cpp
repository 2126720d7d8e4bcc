#include "normalise/html.h"

#include <cstdint>
#include <cstdlib>

using namespace collector;

namespace {

/// Text is always escaped, so these can only be markup that should not be there.
constexpr std::string_view kDangerous[] = {"<script", "<iframe", "<object", "<embed", "<style",
                                           "<svg",    "<meta",   "<link",   "<base",  "<form"};

/// The same of these, where they stand in a tag: in text they are but words.
constexpr std::string_view kActing[] = {" href=\"javascript:", " src=\"javascript:"};

bool in_tag(std::string_view html, std::size_t at) {
  const std::size_t open = html.substr(0, at).rfind('<');
  return open != html.npos && html.substr(open, at - open).find('>') == html.npos;
}

bool acts(std::string_view html, std::string_view what) {
  for (std::size_t at = html.find(what); at != html.npos; at = html.find(what, at + 1)) {
    if (in_tag(html, at)) return true;
  }
  return false;
}

}  // namespace

// What is made safe holds nothing that acts, and text keeps to its bound and its line.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kMaxBytes = 100;
  const std::string_view html(reinterpret_cast<const char*>(data), size);
  const std::string safe = sanitise_html(html, "https://example.org/a/");
  for (const std::string_view dangerous : kDangerous) {
    if (safe.find(dangerous) != std::string::npos) std::abort();
  }
  for (const std::string_view acting : kActing) {
    if (acts(safe, acting)) std::abort();
  }
  if (html_to_text(html, kMaxBytes).size() > kMaxBytes) std::abort();
  if (html_to_text(safe).find_first_of("\n\r\t") != std::string::npos) std::abort();
  return 0;
}
