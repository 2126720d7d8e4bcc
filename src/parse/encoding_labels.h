// Names of encodings as documents write them.
#pragma once

#include "parse/encoding.h"

#include <optional>
#include <string>

namespace collector {

/// The encoding that a label (in lower case) means: gb2312 is read as gb18030, latin1 as
/// windows-1252, as the WHATWG Encoding Standard wants it; older ones that browsers have
/// forgotten (cp437) as ICU knows them. Nothing: no such encoding, one that is unsafe, or one
/// that a document cannot be in whose label could be read.
std::optional<Encoding> encoding_of_label(std::string label);

}  // namespace collector
