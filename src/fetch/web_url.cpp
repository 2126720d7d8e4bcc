#include "fetch/web_url.h"

#include "core/owned.h"
#include "core/text.h"
#include "core/url.h"
#include "core/utf8.h"

#include <curl/curl.h>
#include <unicode/uidna.h>

#include <algorithm>
#include <arpa/inet.h>
#include <cstdint>
#include <cstdlib>
#include <memory>

namespace collector {
namespace {

using UrlHandle = std::unique_ptr<CURLU, Releases<curl_url_cleanup>>;
using CurlText = std::unique_ptr<char, Releases<curl_free>>;
using IdnaHandle = std::unique_ptr<UIDNA, Releases<uidna_close>>;

std::string part(CURLU* url, CURLUPart which, unsigned int flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, which, &text, flags) != CURLUE_OK) return {};
  return CurlText{text}.get();
}

/// The ASCII form of a host name (UTS 46), empty when it has none. libcurl would convert it
/// too, but only where the locale is UTF-8, which it is not under cron.
std::string host_to_ascii(const std::string& host) {
  if (is_ascii(host)) return lower(host);
  UErrorCode error = U_ZERO_ERROR;
  const IdnaHandle idna{
      uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI, &error)};
  if (U_FAILURE(error)) return {};
  char ascii[256];  // longer names do not exist (RFC 1035 section 2.3.4)
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  const std::int32_t length =
      uidna_nameToASCII_UTF8(idna.get(), host.data(), static_cast<std::int32_t>(host.size()),
                             ascii, static_cast<std::int32_t>(sizeof ascii), &info, &error);
  if (U_FAILURE(error) || info.errors != 0) return {};
  return {ascii, static_cast<std::size_t>(length)};
}

std::string without_brackets(const std::string& host) {
  if (host.size() < 2 || host.front() != '[') return host;
  return host.substr(1, host.size() - 2);
}

int default_port(const std::string& scheme) {
  return scheme == "https" ? 443 : 80;
}

/// Put together here: libcurl prints a whole URL byte by byte, which took most of the time.
std::string text_of(CURLU* handle, const std::string& scheme, const std::string& authority) {
  std::string text = scheme + "://" + authority + part(handle, CURLUPART_PATH);
  const std::string query = part(handle, CURLUPART_QUERY);
  if (!query.empty()) text.append("?").append(query);
  return text;
}

std::optional<WebUrl> take_apart(CURLU* handle) {
  WebUrl url;
  url.scheme = lower(part(handle, CURLUPART_SCHEME));
  if (url.scheme != "http" && url.scheme != "https") return {};
  const std::string host = host_to_ascii(part(handle, CURLUPART_HOST));
  if (host.empty()) return {};
  url.host = without_brackets(host);
  const std::string port = part(handle, CURLUPART_PORT);
  url.port = port.empty() ? default_port(url.scheme) : std::atoi(port.c_str());
  url.user = part(handle, CURLUPART_USER, CURLU_URLDECODE);
  url.password = part(handle, CURLUPART_PASSWORD, CURLU_URLDECODE);
  url.text = text_of(handle, url.scheme, port.empty() ? host : host + ":" + port);
  return url;
}

/// A name in lower case that is no number in disguise, or an address as it is printed.
bool is_plain_host(const std::string& host) {
  const auto may_stand = [](char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || c == '-' || c == '.';
  };
  if (!std::ranges::all_of(host, may_stand)) return false;
  const char last_label = host[host.rfind('.') + 1];
  in_addr address{};
  return is_letter(last_label) || inet_pton(AF_INET, host.c_str(), &address) == 1;
}

/// A query but an empty one, and a path without dot segments; nothing to be escaped in either.
bool is_plain_rest(const UrlParts& url) {
  const auto may_stand = [](char c) {
    return is_unreserved(c) || c == '/' || c == '=' || c == '&';
  };
  return url.path.starts_with('/') && url.path.find("/.") == std::string_view::npos &&
         std::ranges::all_of(url.path, may_stand) &&
         std::ranges::all_of(url.query, may_stand) && url.has_query != url.query.empty() &&
         !url.has_fragment;
}

/// The port that `given` names; 0 where it is none, or written otherwise than it is printed.
int plain_port(std::string_view given) {
  const bool is_number = !given.empty() && given.size() <= 5 && given.front() != '0' &&
                         std::ranges::all_of(given, is_digit);
  const int port = is_number ? std::stoi(std::string(given)) : 0;
  return port <= 65535 ? port : 0;
}

/// An address that libcurl would give back as it is, as most are: asking it takes a twelfth of
/// the time of an unchanged feed. Nothing when `url` is not so plain.
std::optional<WebUrl> plain_url(std::string_view url) {
  const UrlParts parts = split_url(url);
  const bool is_web = parts.scheme == "http" || parts.scheme == "https";
  const std::string host(parts.host());
  const bool has_user = parts.authority.find('@') != std::string_view::npos;
  if (!is_web || has_user || !is_plain_host(host) || !is_plain_rest(parts)) return {};
  const std::string scheme(parts.scheme);
  const bool has_port = parts.authority.size() > host.size();
  const int port = has_port ? plain_port(parts.port()) : default_port(scheme);
  if (port == 0) return {};
  return WebUrl{std::string(url), scheme, host, port, "", ""};
}

bool is_default_port(const WebUrl& url) {
  return url.port == default_port(url.scheme);
}

}  // namespace

std::optional<WebUrl> parse_web_url(std::string_view url) {
  if (std::optional<WebUrl> plain = plain_url(url)) return plain;
  const UrlHandle handle{curl_url()};
  if (curl_url_set(handle.get(), CURLUPART_URL, std::string{url}.c_str(), CURLU_URLENCODE) !=
      CURLUE_OK) {
    return {};
  }
  return take_apart(handle.get());
}

std::optional<WebUrl> redirect_target(const WebUrl& base, std::string_view location) {
  const UrlHandle handle{curl_url()};
  for (const std::string& step : {base.text, std::string{location}}) {
    if (curl_url_set(handle.get(), CURLUPART_URL, step.c_str(), CURLU_URLENCODE) != CURLUE_OK) {
      return {};
    }
  }
  std::optional<WebUrl> target = take_apart(handle.get());
  if (!target) return {};
  target->user = shares_credentials(base, *target) ? base.user : "";
  target->password = shares_credentials(base, *target) ? base.password : "";
  return target;
}

std::string_view without_final_dot(std::string_view host) {
  return host.ends_with('.') ? host.substr(0, host.size() - 1) : host;
}

bool shares_credentials(const WebUrl& home, const WebUrl& other) {
  if (home.host != other.host) return false;
  if (home.scheme == other.scheme) return home.port == other.port;
  return home.scheme == "http" && is_default_port(home) && is_default_port(other);
}

}  // namespace collector
