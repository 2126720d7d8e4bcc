// A digest as the newsletter's Markdown.
#pragma once

#include "export/digest.h"

#include <string>

namespace collector {

/// Headings and bullets of the configured sections; ends with a line break unless there is
/// nothing at all. That no extension changed is said only where a list of them is followed.
std::string to_markdown(const Digest& digest, const Config& config);

}  // namespace collector
