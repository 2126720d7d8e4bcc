#include "core/sections.h"

#include "core/nearest.h"

#include <algorithm>
#include <vector>

namespace collector {

namespace {

std::string all_of_them(std::span<const std::string> names) {
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "; there are " : ", ") + name;
  return list;
}

}  // namespace

std::string unknown_section(std::string_view name, std::span<const Section> sections) {
  if (std::ranges::find(sections, name, &Section::name) != sections.end()) return {};
  std::vector<std::string> names;
  for (const Section& section : sections)
    names.push_back(section.name);
  if (name.empty()) return "a section is wanted" + all_of_them(names);
  const std::string hint = did_you_mean(name, names);
  return "the newsletter has no section \"" + std::string(name) + "\"" +
         (hint.empty() ? all_of_them(names) : hint);
}

}  // namespace collector
