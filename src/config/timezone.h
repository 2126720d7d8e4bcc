// The names of time zones; what they mean for an issue's days is newsletter/days.h.
#pragma once

#include <string>

namespace collector {

/// Does the system know a time zone of this name, as in "Europe/Berlin"?
bool is_timezone(const std::string& name);

}  // namespace collector
