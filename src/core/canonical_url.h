// The address of a page: made comparable, made fit to be printed.
#pragma once

#include <string>
#include <string_view>

namespace collector {

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

}  // namespace collector
