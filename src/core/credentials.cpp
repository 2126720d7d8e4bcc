#include "core/credentials.h"

namespace collector {

std::string mask_credentials(std::string_view text) {
  std::string masked;
  while (true) {
    const std::size_t scheme = text.find("://");
    if (scheme == std::string_view::npos) return masked.append(text);
    masked.append(text.substr(0, scheme + 3));
    text.remove_prefix(scheme + 3);
    const std::string_view authority = text.substr(0, text.find_first_of("/?#\\ \t\r\n\"'<>"));
    const std::size_t at = authority.rfind('@');
    if (at == std::string_view::npos) continue;
    masked.append("***");
    text.remove_prefix(at);
  }
}

}  // namespace collector
