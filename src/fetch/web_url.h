// http and https URLs as the fetcher needs them: taken apart, resolved, and fit to be shown.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace collector {

/// An absolute http or https URL.
struct WebUrl {
  std::string text;    // without user, password and fragment; host in ASCII
  std::string scheme;  // "http" or "https"
  std::string host;    // lower case, IDNA in its ASCII form, IPv6 without brackets
  int port = 0;        // the effective one
  std::string user;    // decoded
  std::string password;
};

/// Nothing when `url` is no http or https URL with a host.
std::optional<WebUrl> parse_web_url(std::string_view url);

/// Where `location` leads from `base` (RFC 9110 section 10.2.2). Its user and password are
/// those of `base` if it stays there, and never those that `location` brings along.
std::optional<WebUrl> redirect_target(const WebUrl& base, std::string_view location);

/// "example.org" of "example.org.": the dot of the root makes no other host.
std::string_view without_final_dot(std::string_view host);

/// True when what is secret to `home` may be shown to `other`: the same host over the same
/// port, or its default https port instead of its default http port.
bool shares_credentials(const WebUrl& home, const WebUrl& other);

}  // namespace collector
