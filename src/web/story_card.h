// One story as its card shows it.
#pragma once

#include "core/json.h"
#include "web/months.h"

#include <string>

namespace collector {

struct Config;

/// The values of pages/story.html, but for what a whole page has in common (token, back).
Json story_card(const Candidate& candidate, const Month& month, const Config& config);

/// How a form names the items of a story and what its reader knew of them: "4fe8b3d9fb.12 …".
std::string story_reference(const Story& story, const Month& month);

/// `url` when it is http or https: nothing else becomes a link.
std::string safe_link(const std::string& url);

/// "18 January 2024", in UTC.
std::string day_text(UtcTime time);

/// "18 January 2024, 14:05 UTC"
std::string moment_text(UtcTime time);

/// A decision as a list shows it: {number, who, when, datetime, deed, why}.
Json decision_line(const Decision& decision);

}  // namespace collector
