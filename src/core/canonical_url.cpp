#include "core/canonical_url.h"

#include "core/link_forms.h"
#include "core/text.h"
#include "core/url.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

// What campaigns and share buttons add to a link; the page is the same without it. Of the lists
// that browsers strip (ClearURLs, Firefox) those names that mean nothing else anywhere.
constexpr std::array<std::string_view, 5> kTrackingPrefixes = {"utm_", "mtm_", "pk_", "hsa_",
                                                               "itm_"};
constexpr std::string_view kTrackingNames =
    " fbclid gclid gbraid wbraid gad_source dclid msclkid yclid twclid igshid igsh srsltid "
    "mc_cid mc_eid mc_tc mkt_tok _hsenc _hsmi __hssc __hstc __hsfp wt_mc wt_zmc ref_src "
    "_ga _gl _openstat xtor at_campaign at_medium oly_anon_id oly_enc_id vero_id vero_conv "
    "wickedid echobox ml_subscriber ml_subscriber_hash ";

bool is_tracking(std::string_view parameter) {
  if (parameter.starts_with("source=rss-")) return true;  // Medium: in all links of its feeds
  const std::string name = lower(parameter.substr(0, parameter.find('=')));
  return std::ranges::any_of(
             kTrackingPrefixes,
             [&](std::string_view prefix) { return name.starts_with(prefix); }) ||
         kTrackingNames.find(' ' + name + ' ') != std::string_view::npos;
}

std::string without_tracking(std::string_view query) {
  std::string kept;
  while (!query.empty()) {
    const std::string_view parameter = query.substr(0, query.find('&'));
    if (!parameter.empty() && !is_tracking(parameter)) {
      kept.append(kept.empty() ? "" : "&").append(parameter);
    }
    query.remove_prefix(std::min(query.size(), parameter.size() + 1));
  }
  return kept;
}

/// An address within a path, as archives have it, keeps its own two slashes.
std::string without_double_slashes(std::string_view path) {
  std::string single;
  single.reserve(path.size());
  for (const char c : path) {
    if (c != '/' || !single.ends_with('/') || single.ends_with(":/")) {
      single += c;
    }
  }
  return single;
}

/// Percent-encoding in one spelling, so that an IRI equals its URI.
std::string same_encoding(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int encoded = encoded_byte(text, i);
    const char c = encoded < 0 ? text[i] : static_cast<char>(encoded);
    if (encoded >= 0) i += 2;
    if (is_unreserved(c) || c == '@' || (encoded < 0 && c > ' ' && c < '\x7F' && c != '%')) {
      result += c;
    } else {
      append_encoded(result, c);
    }
  }
  return result;
}

std::string comparable_host(const UrlParts& parts) {
  std::string host = lower(parts.host());
  while (host.starts_with("www.")) {
    host.erase(0, 4);
  }
  while (host.ends_with('.')) {
    host.pop_back();
  }
  const std::string_view port = host.empty() ? std::string_view{} : parts.port();
  if (!port.empty() && port != "80" && port != "443") {
    host.append(":").append(port);
  }
  return host;
}

std::string without_forbidden(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (may_stand_in_url(c)) {
      result += c;
    } else {
      append_encoded(result, c);
    }
  }
  return result;
}

std::string comparable_path(std::string_view path) {
  std::string clean = same_encoding(without_double_slashes(remove_dot_segments(path)));
  while (clean.ends_with('/')) {
    clean.pop_back();
  }
  return clean;
}

/// A fragment that leads to another page ("#!/post", "#/post") rather than to a place on it.
bool is_route(std::string_view fragment) {
  return fragment.starts_with("!") || fragment.starts_with("/");
}

}  // namespace

std::string canonical_url(std::string_view url) {
  const std::string trimmed = trim_url(url);
  const UrlParts parts = split_url(trimmed);
  if (!parts.is_web()) {
    return {};
  }
  const std::string host = comparable_host(parts);
  if (host.empty()) {
    return {};  // of dots alone
  }
  std::string path = comparable_path(parts.path);
  std::string query = same_encoding(without_tracking(parts.query));
  if (path.empty()) {
    path = comparable_path(take_path(query));
  }
  apply_link_forms(path);
  std::string canonical = "https://" + host + path;
  if (!query.empty()) {
    canonical.append("?").append(query);
  }
  if (is_route(parts.fragment)) {
    canonical.append("#").append(parts.fragment);
  }
  return canonical;
}

std::string printable_url(std::string_view url) {
  const std::string trimmed = trim_url(url);
  UrlParts parts = split_url(trimmed);
  const std::string path = without_double_slashes(parts.path);
  const std::string query = without_tracking(parts.query);
  parts.path = path;
  parts.query = query;
  parts.has_query = parts.has_query && !query.empty();
  const bool assigns = parts.fragment.find('=') != std::string_view::npos;
  if (assigns && is_tracking(parts.fragment)) parts.has_fragment = false;  // "#xtor=RSS-1"
  return without_forbidden(parts.text());
}

std::string_view place_on_page(std::string_view url) {
  const std::string_view fragment = split_url(url).fragment;
  return is_route(fragment) ? std::string_view{} : fragment;
}

}  // namespace collector
