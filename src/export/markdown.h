// A digest as the newsletter's Markdown.
#pragma once

#include "export/digest.h"

#include <string>

namespace collector {

/// Whether the hints for editors are written, too, each as an HTML comment.
enum class Hints { Omitted, Written };

/// Headings and bullets of the configured sections; ends with a line break unless there is
/// nothing at all. That no extension changed is said only where a list of them is followed.
std::string to_markdown(const Digest& digest, const Config& config,
                        Hints hints = Hints::Omitted);

}  // namespace collector
