// Text taken apart by its line ends.
#pragma once

#include <string_view>
#include <vector>

namespace collector {

/// The lines of `text`, into which they point, without their ends; a last line may lack its
/// own.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace collector
