// Where a page's feeds should lie, told by its address and by the program that made it.
// Guesses, best first: only asking tells whether a feed is there.
#pragma once

#include "normalise/web_page.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// What the address alone gives away: repositories of the forges, channels, profiles. `url` is
/// absolute.
std::vector<std::string> feeds_of_address(std::string_view url);

/// What the page gives away: the feeds that it names, in the order they are worth following,
/// and the places of the program that made it (Discourse, PeerTube, GitLab, Forgejo, …).
std::vector<std::string> feeds_of_page(std::string_view url, const WebPage& page);

/// The last resort: what the page links as if it were a feed, and where feeds usually lie.
std::vector<std::string> usual_feeds(std::string_view url, const WebPage& page);

}  // namespace collector
