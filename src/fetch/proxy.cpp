#include "fetch/proxy.h"

#include "core/text.h"
#include "fetch/address.h"

#include <cstdlib>
#include <initializer_list>

namespace collector {
namespace {

std::string first_set(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
  }
  return {};
}

/// "example.org" and ".example.org" stand for the host and everything below it.
bool covers(std::string_view pattern, std::string_view host) {
  if (pattern == "*" || lies_in_network(host, pattern)) return true;
  while (pattern.starts_with('.'))
    pattern.remove_prefix(1);
  pattern = without_final_dot(pattern);
  host = without_final_dot(host);
  if (pattern.empty() || pattern.size() > host.size()) return false;
  const std::size_t above = host.size() - pattern.size();
  if (!equal_ignoring_case(host.substr(above), pattern)) return false;
  return above == 0 || host[above - 1] == '.';
}

}  // namespace

ProxyEnvironment read_proxy_environment() {
  const char* all[] = {"all_proxy", "ALL_PROXY"};
  return {first_set({"http_proxy", all[0], all[1]}),
          first_set({"https_proxy", "HTTPS_PROXY", all[0], all[1]}),
          first_set({"no_proxy", "NO_PROXY"})};
}

std::string shown_proxy(std::string_view proxy) {
  const std::size_t secret = proxy.rfind('@');
  const std::size_t scheme = proxy.find("://");
  if (secret != std::string_view::npos) {
    proxy.remove_prefix(secret + 1);
  } else if (scheme != std::string_view::npos) {
    proxy.remove_prefix(scheme + 3);
  }
  return std::string(proxy.substr(0, proxy.find('/')));
}

std::string proxy_for(const ProxyEnvironment& environment, const WebUrl& url) {
  std::string_view rest = environment.none;
  constexpr std::string_view kSeparators = ", \t";
  while (!rest.empty()) {
    const std::size_t end = rest.find_first_of(kSeparators);
    if (covers(rest.substr(0, end), url.host)) return {};
    if (end == std::string_view::npos) break;
    rest.remove_prefix(end + 1);
  }
  return url.scheme == "https" ? environment.https : environment.http;
}

}  // namespace collector
