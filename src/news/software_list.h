// The software list of the XSF (software.json of xmpp.org) as projects.
#pragma once

#include "core/newsletter.h"
#include "news/projects.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

/// The projects of a list: entries with "name", "categories", "url" and "doap", the latter
/// three optional; two entries of one name become one. Sections that are not among `sections`
/// are left out. Throws Error, which opens with `path`.
std::vector<Project> read_software_list(const std::string& text, const std::string& path,
                                        std::span<const Section> sections);

/// What a list adds to a registry.
struct SoftwareMerge {
  std::vector<Project> fresh;  // known under no name, alias or repository
  std::vector<Project> gaps;   // known by this name: only the fields to be filled are set; its
                               // aliases are all of them, the list's own name for it included
};

/// What is known already stays: a field is filled only where it is empty.
SoftwareMerge merge_software(std::span<const Project> listed, const ProjectRegistry& known);

}  // namespace collector
