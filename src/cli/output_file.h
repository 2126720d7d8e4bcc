// Files that a command writes: aside first, then renamed, so that nobody ever sees half of one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace collector {

/// What the file at `path` holds already; nothing where there is none, or a device or a pipe.
/// Throws Error where it is no text.
std::optional<std::string> former_output(const std::string& path);

/// The same name wherever it is asked from and whatever links lead there. Pipes have no such
/// name: `/dev/fd/63` stays as it is.
std::string whole_path(const std::string& path);

/// Puts `text` where its like is, from whatever program: a file that begins with the same
/// character and soon has `sign`. Throws Error where something else is.
void renew_output(const std::string& path, std::string_view text, std::string_view sign);

/// Puts `text` at `path`, whatever was there before; devices and pipes are written to. Throws
/// Error; then no file has changed.
void write_output(const std::string& path, std::string_view text);

}  // namespace collector
