// What must not be shown of the addresses that people entrust to the program.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// `text` with "user:password@" of every URL in it replaced by "***@".
std::string mask_credentials(std::string_view text);

}  // namespace collector
