// What an issue holds, in a sentence or two: the `summary:` of its post.
#pragma once

#include "config/newsletter.h"

#include <string>
#include <string_view>

namespace collector {

/// "In this issue: A, B. XMPP Events: C. XMPP Servers: D, E and more." as plain text on one
/// line; empty when there is nothing. `markdown` is the issue under the configured headings.
std::string post_summary(std::string_view markdown, const Newsletter& newsletter);

}  // namespace collector
