// Which attributes may stay in HTML that is shown, and with which values.
#pragma once

#include "normalise/html_events.h"

#include <optional>
#include <string>
#include <string_view>

namespace collector {

/// The value to write for `attribute`: links absolute, style reduced to its harmless
/// declarations. Nothing when the attribute has to go.
std::optional<std::string> safe_value(const HtmlAttribute& attribute,
                                      std::string_view base_url);

}  // namespace collector
