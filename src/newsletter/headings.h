// Headings as editors write them, and the sections they mean.
#pragma once

#include "core/newsletter.h"

#include <span>
#include <string_view>

namespace collector {

/// The section that goes by `heading`, capitals and punctuation aside; the newsletter's own
/// name in front may be missing or added: "Clients and Applications" is "XMPP Clients and
/// Applications". Else the section it meant in former years: "Software releases > Bridges" were
/// libraries. Null when none does. The pointer is into `sections`.
const Section* section_headed(std::string_view heading, std::span<const Section> sections);

}  // namespace collector
