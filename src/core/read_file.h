// Whole files.
#pragma once

#include <optional>
#include <string>

namespace collector {

/// Throws Error: "FILE: there is no such file", or what else the system says.
std::string read_file(const std::string& file);

/// The same of what people write: throws too where a NUL says that this is a database, say.
std::string read_text(const std::string& file);

/// The same; nothing where there is no such file.
std::optional<std::string> read_text_if_there(const std::string& file);

}  // namespace collector
