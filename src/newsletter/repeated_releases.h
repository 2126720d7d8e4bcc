// Releases that two issues of a newsletter tell of.
#pragma once

#include "newsletter/lint.h"
#include "newsletter/read.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace collector {

/// Reads issues in the order in which they appeared.
class RepeatedReleases {
 public:
  /// The releases of `newsletter` that an issue before it has, too: under the same link, with
  /// the same version. `name` is what later findings call this issue.
  std::vector<Finding> check(const std::string& name, const PrintedNewsletter& newsletter);

 private:
  std::unordered_map<std::string, std::string> places_;  // "issue.md:12" of each release
};

}  // namespace collector
