// Files that a command writes: aside first, then renamed, so that nobody ever sees half of one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace collector {

/// Puts `text` at `path`, whatever was there before. Throws Error; then nothing has changed.
void write_aside(const std::string& path, std::string_view text);

/// What the file holds; nothing when there is none. Throws Error when it cannot be read.
std::optional<std::string> read_if_there(const std::string& path);

}  // namespace collector
