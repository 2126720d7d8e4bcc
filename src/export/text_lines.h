// Text by its lines.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// The lines of `text`, into which they point, without their ends; a last line may lack its
/// own.
std::vector<std::string_view> lines_of(std::string_view text);

/// `text` with `indent` in front of every line but the first one and blank ones.
std::string indented(std::string_view text, std::string_view indent);

}  // namespace collector
