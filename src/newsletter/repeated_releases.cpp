#include "newsletter/repeated_releases.h"

#include "core/canonical_url.h"
#include "core/url.h"
#include "newsletter/versions.h"

#include <optional>
#include <utility>

namespace collector {

std::vector<Finding> RepeatedReleases::check(const std::string& name,
                                             const PrintedNewsletter& newsletter) {
  std::vector<Finding> findings;
  std::unordered_map<std::string, std::string> fresh;
  for (const PrintedNote& note : newsletter.notes) {
    for (const PrintedLink& link : note.links) {
      const std::optional<std::string> version = named_version(link.text);
      if (!version || !is_web_url(link.url)) continue;
      const std::string release = canonical_url(link.url) + '\n' + *version;
      if (const auto known = places_.find(release); known != places_.end()) {
        findings.push_back({link.line, "told of in " + known->second +
                                           " already: " + link.text + ", " + link.url});
      }
      fresh.emplace(release, name + ':' + std::to_string(link.line));
    }
  }
  places_.merge(fresh);
  return findings;
}

}  // namespace collector
