// URLs: made absolute, made comparable, made readable.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// `reference` seen from `base` (RFC 3986 section 5). An empty or unusable base leaves an
/// absolute reference as it is; a relative one that cannot be resolved comes back unchanged.
/// Never throws.
std::string resolve_url(std::string_view base, std::string_view reference);

/// The same page under its usual spellings: https, lower-case host without "www.", no default
/// port, no tracking parameters, no fragment that is an anchor, no trailing slash, and the link
/// forms that generators have used over time (Movim's /node/ and ?node/, Libervia's /b/ and
/// /blog/view/…, Discourse topics by number, forge tags and releases). For comparing only,
/// never for printing. Empty when `url` is no http or https URL.
std::string canonical_url(std::string_view url);

/// `url` fit to be printed: tracking parameters and doubled slashes gone, all else as it was.
std::string printable_url(std::string_view url);

/// The anchor of `url`, which canonical_url() leaves out; empty where it leads to a whole page.
std::string_view place_on_page(std::string_view url);

/// Lower-case host without port, "" when there is none.
std::string host_of(std::string_view url);

/// True for an absolute URL whose scheme is http or https.
bool is_web_url(std::string_view url);

}  // namespace collector
