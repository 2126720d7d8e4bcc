// What headings mean, as editors write them and as they were printed over the years.
//
// Two questions: which section a heading is (of a draft, or above a printed bullet), where one
// too many would tear a section apart; and what kind of news stands below it in the issue that
// a new one is modelled on, where any word that tells is welcome.
#pragma once

#include "core/newsletter.h"

#include <span>
#include <string>
#include <string_view>

namespace collector {

/// The section that goes by `heading`, capitals and punctuation aside; the newsletter's own
/// name in front may be missing or added: "Clients and Applications" is "XMPP Clients and
/// Applications". Else the section it meant in former years: "Software releases > Bridges" were
/// libraries. Null when none does. The pointer is into `sections`.
const Section* section_headed(std::string_view heading, std::span<const Section> sections);

/// The topic of what stands above several sections of software.
inline constexpr const char* kSoftwareTopic = "software";

/// The kind of news, told by a word of `heading`: the name of a section that the program knows,
/// kSoftwareTopic, or "other" for news without a section. Empty: no news, or nothing known.
std::string topic_of_heading(std::string_view heading);

/// True for what every issue says of the newsletter and to its readers: who made it, how to
/// help, where people meet and who looks for whom, its licence.
bool is_standing_heading(std::string_view heading);

}  // namespace collector
