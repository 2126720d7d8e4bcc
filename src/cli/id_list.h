// Items named on the command line.
#pragma once

#include <string>
#include <vector>

namespace collector {

/// `given`, with what stands on standard input in the place of "-": the first word of each
/// line, so that the lines of `list --format tsv` will do, headings included. Throws UsageError
/// when that leaves nothing.
std::vector<std::string> id_list(const std::vector<std::string>& given);

}  // namespace collector
