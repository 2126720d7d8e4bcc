// Who sits at the keyboard.
#pragma once

#include <string>

namespace collector {

/// `given`, else the name that git knows its user by, else the login name.
std::string reviewer_name(const std::string& given);

}  // namespace collector
