// The user's own folder.
#pragma once

#include <string>

namespace collector {

/// $HOME, else what the system has on record for the user (services run without $HOME); empty
/// when it has nothing.
std::string home_directory();

}  // namespace collector
