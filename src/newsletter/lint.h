// The slips that newsletters have been printed with: links that lead nowhere or say too much,
// weekdays that do not fit their dates.
#pragma once

#include "newsletter/read.h"

#include <string>
#include <vector>

namespace collector {

struct Finding {
  int line = 0;
  std::string message;  // what is wrong and what to do, in one line

  bool operator==(const Finding&) const = default;
};

/// In order of their lines. Addresses of xmpp:, mailto: and the like, fragments and paths on
/// the newsletter's own site are fine.
std::vector<Finding> lint(const PrintedNewsletter& newsletter);

}  // namespace collector
