// What the headings of a printed issue stand for. They changed much over the years: "Software
// releases", "Software news", "XMPP Software News".
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// The name of the section: "announcements", "events", "talks", "articles", "clients",
/// "servers", "libraries", "extensions"; "software" above some of these, "other" for news
/// without a section. Empty: no news, or nothing known.
std::string section_of_heading(std::string_view heading);

/// True for what every issue says of the newsletter and to its readers: who made it, how to
/// help, where people meet and who looks for whom, its licence.
bool is_standing_heading(std::string_view heading);

}  // namespace collector
