#include "fetch/proxy.h"

#include <cstdlib>
#include <initializer_list>
#include <string_view>

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
  if (pattern == "*") return true;
  while (pattern.starts_with('.'))
    pattern.remove_prefix(1);
  if (pattern.size() > 2 && pattern.front() == '[')
    pattern = pattern.substr(1, pattern.size() - 2);
  if (pattern.empty() || !host.ends_with(pattern)) return false;
  return host.size() == pattern.size() || host[host.size() - pattern.size() - 1] == '.';
}

}  // namespace

ProxyEnvironment read_proxy_environment() {
  const char* all[] = {"all_proxy", "ALL_PROXY"};
  return {first_set({"http_proxy", all[0], all[1]}),
          first_set({"https_proxy", "HTTPS_PROXY", all[0], all[1]}),
          first_set({"no_proxy", "NO_PROXY"})};
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
