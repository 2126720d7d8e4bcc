// What title and link show at a glance: read once, it is what a model's features are made of.
#pragma once

#include "core/item.h"
#include "news/forge.h"
#include "news/projects.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

struct Clues {
  std::vector<std::string> title_words;  // lower case, without those that are numbers
  bool version = false;                  // the title has one
  bool only_version = false;             // and says nothing else
  bool release = false;                  // title, tag or link say that something is out
  bool plugin = false;                   // something that lives inside a program
  std::string host;                      // lower case, without "www."
  std::optional<ForgeUrl> forge;         // whose repository the link leads to
  std::string page;  // "release", "readme", "repository", "page" of a forge; else "web", "root"
  std::vector<std::string> path_words;  // of the link, without numbers; of a forge's: none
  std::string folder;                   // the first part of the path: "blog"
  bool version_in_link = false;
  const Project* project = nullptr;  // known, with or without a section
  std::string_view found_by;         // "link", "title", "slug", "home", "mention"; else empty
};

/// `item` is recognised. The project lives as long as `projects`.
Clues read_clues(const Item& item, const ProjectRegistry& projects);

}  // namespace collector
