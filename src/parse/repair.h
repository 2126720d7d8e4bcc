// Broken XML made well-formed, so that the same reader can read it: the damage that feeds
// really have, from a PHP warning before the prolog to a page that ends in the middle.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace collector {

struct Repaired {
  std::string xml;                    // well-formed, unless the document was cut off
  std::vector<std::string> warnings;  // "line 3: …"
  bool cut_off = false;               // it ends with elements still open
};

/// `document` is UTF-8 without a byte order mark.
Repaired repair_xml(std::string_view document);

}  // namespace collector
