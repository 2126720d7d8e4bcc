// How --help is laid out.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace collector {

using HelpRows = std::vector<std::pair<std::string, std::string>>;

/// A heading and two columns, the second one aligned; nothing when there are no rows.
std::string help_block(const std::string& heading, const HelpRows& rows);

/// A command's summary as a sentence.
std::string sentence(std::string summary);

}  // namespace collector
