#include "core/url.h"

#include "core/canonical_url.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace collector;

// The usual spelling of a page is a web page and has no other usual spelling; nor has what is
// printed, which holds nothing that ends a link in Markdown or HTML.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const std::string_view base = text.substr(0, text.find('\n'));
  const std::string_view reference = text.substr(std::min(base.size() + 1, text.size()));
  const std::string url = resolve_url(base, reference);
  const std::string canonical = canonical_url(url);
  if (canonical_url(canonical) != canonical) std::abort();
  if (!canonical.empty() && !is_web_url(canonical)) std::abort();
  const std::string printable = printable_url(url);
  if (printable_url(printable) != printable) std::abort();
  if (printable.find_first_of(" \n<>\"") != std::string::npos) std::abort();
  static_cast<void>(host_of(url));
  return 0;
}
