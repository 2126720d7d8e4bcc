#include "core/sections.h"

#include "core/nearest.h"

#include <algorithm>

namespace collector {

namespace {

std::string all_of_them(std::span<const std::string> names) {
  std::string list;
  for (const std::string& name : names)
    list += (list.empty() ? "; there are " : ", ") + name;
  return list;
}

}  // namespace

std::size_t place_of_section(std::string_view name, std::span<const Section> sections) {
  const auto found = std::ranges::find(sections, name, &Section::name);
  return static_cast<std::size_t>(found - sections.begin());
}

const Section* find_section(std::string_view name, std::span<const Section> sections) {
  const std::size_t place = place_of_section(name, sections);
  return place == sections.size() ? nullptr : &sections[place];
}

void add_section_once(const std::string& name, std::vector<Section>& sections) {
  if (find_section(name, sections) == nullptr) sections.push_back({name, name, "", "", {}});
}

bool is_section_guessed(const StoredItem& stored) {
  constexpr double kSure = 0.6;
  return !stored.moved && stored.item.confidence < kSure;
}

std::string unknown_section(std::string_view name, std::span<const Section> sections) {
  if (find_section(name, sections) != nullptr) return {};
  std::vector<std::string> names;
  for (const Section& section : sections)
    names.push_back(section.name);
  if (name.empty()) return "a section is wanted" + all_of_them(names);
  const std::string hint = did_you_mean(name, names);
  return "the newsletter has no section \"" + std::string(name) + "\"" +
         (hint.empty() ? all_of_them(names) : hint);
}

}  // namespace collector
