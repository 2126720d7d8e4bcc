// Who sits at the keyboard.
#pragma once

#include <string>

namespace collector {

/// The name that git knows its user by, else the login name.
std::string reviewer_name();

}  // namespace collector
