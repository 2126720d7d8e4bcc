// Versions as projects write them: found in titles, tags and file names, compared, and told
// apart from dates. Knows nothing of who made the release.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace collector {

/// A version inside a text.
struct FoundVersion {
  std::string text;       // without a leading "v": "4.5.0-alpha2"
  std::size_t begin = 0;  // of its first byte in the text searched, the "v" included
  std::size_t end = 0;    // behind its last byte
};

/// The first version in `text`: digits with at least one dot, an optional mark such as "beta2",
/// "b2" or ".post1", a patch ("9.9p1", "2.0.0-hotfix1"), one letter ("0.9.9b") and a build
/// number ("2.19.0-5"). Not what follows a letter, a digit or a dot, and no day such as
/// 24.12.2025.
std::optional<FoundVersion> find_version(std::string_view text);

/// True when `version` carries alpha, beta, rc, pre, dev, snapshot, nightly or their like
/// behind its digits.
bool is_prerelease(std::string_view version);

enum class LeadingZeros { Drop, Keep };

/// The same for all spellings of one version: "v4.8.0-Beta" and "4.8beta" have one key, a build
/// such as "2.4-1" is not "2.4.1". Zeros in front of a number (24.02) count if they are kept;
/// databases have such keys (see core/release_mark.h).
std::string version_key(std::string_view version, LeadingZeros zeros = LeadingZeros::Drop);

/// Negative, zero or positive as `a` is older than, the same as or newer than `b`; a
/// pre-release is older than what it leads to.
int compare_versions(std::string_view a, std::string_view b);

}  // namespace collector
