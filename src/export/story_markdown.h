// What a story is printed as, for those who would change its words.
#pragma once

#include "export/bullets.h"
#include "news/stories.h"

#include <string>
#include <vector>

namespace collector {

class StoryMarkdown {
 public:
  /// `printed` are the releases of earlier issues, from which on changes are told. The others
  /// must outlive this.
  StoryMarkdown(const Config& config, const ProjectRegistry& projects,
                std::vector<PrintedRelease> printed);

  /// The bullet of `story` alone, without its mark, or the paragraph of an announcement: a
  /// reviewer's words where there are some. `group` is the vendor's bullet that it stands
  /// below; empty: none. Empty for a series of events, of which each issue prints another.
  [[nodiscard]] std::string of(const Story& story, const std::string& group) const;

 private:
  const Newsletter& newsletter_;
  Bullets bullets_;
  std::vector<PrintedRelease> printed_;
};

}  // namespace collector
