#include "news/software_list.h"

#include "core/error.h"
#include "core/json.h"
#include "core/names.h"
#include "core/sections.h"
#include "core/url.h"
#include "news/forge.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace collector {
namespace {

/// What the newsletter prints software of a category under. Of several the first row wins.
struct CategorySection {
  std::string_view category;
  std::string_view section;
};

constexpr std::array<CategorySection, 5> kSections{{{"client", kClients},
                                                    {"server", kServers},
                                                    {"library", kLibraries},
                                                    {"tool", kLibraries},
                                                    {"component", kLibraries}}};

constexpr std::string_view kRawGitHub = "https://raw.githubusercontent.com/";

bool has_category(const Json& entry, std::string_view category) {
  return std::ranges::count(entry["categories"].elements(), Json(category)) > 0;
}

std::string section_of(const Json& entry, std::span<const Section> sections) {
  for (const CategorySection& row : kSections) {
    const bool printed = find_section(row.section, sections) != nullptr;
    if (printed && has_category(entry, row.category)) return std::string(row.section);
  }
  return {};
}

bool is_address(std::string_view url) {
  return wanted_address(url).empty();
}

/// The repository whose file `doap` is; empty where that cannot be told.
std::string repository_of(std::string doap) {
  if (doap.starts_with(kRawGitHub)) doap.replace(0, kRawGitHub.size(), "https://github.com/");
  for (const std::string_view file : {"/-/raw/", "/raw/"})
    doap.resize(std::min(doap.find(file), doap.size()));
  const auto forge = is_address(doap) ? read_forge_url(doap) : std::nullopt;
  return forge ? forge->home() : std::string();
}

Project project_of(const Json& entry, std::span<const Section> sections) {
  Project project;
  project.name = entry["name"].text();
  project.section = section_of(entry, sections);
  const std::string url = entry["url"].text();
  const auto forge = read_forge_url(url);
  if (forge && forge->page == ForgePage::Repository)
    project.repositories.push_back(forge->home());
  else if (is_address(url))
    project.home = url;
  std::string own = repository_of(entry["doap"].text());
  const bool listed = std::find(project.repositories.begin(), project.repositories.end(),
                                own) != project.repositories.end();
  if (!own.empty() && !listed) project.repositories.push_back(std::move(own));
  return project;
}

/// The list has some software twice, each entry with a part of what is known.
void add(Project project, std::vector<Project>& projects) {
  const auto former = std::find_if(projects.begin(), projects.end(), [&](const Project& other) {
    return fold_name(other.name) == fold_name(project.name);
  });
  if (former == projects.end()) {
    projects.push_back(std::move(project));
    return;
  }
  if (former->home.empty()) former->home = project.home;
  if (former->section.empty()) former->section = project.section;
  if (former->repositories.empty()) former->repositories = project.repositories;
}

const Project* find_known(const Project& project, const ProjectRegistry& known) {
  if (const Project* named = known.by_name(project.name)) return named;
  for (const std::string& url : project.repositories)
    if (const Project* owner = known.by_url(url)) return owner;
  return nullptr;
}

/// "Apache Vysper" of "Vysper": another name for the same thing, where a repository may hold
/// things of quite other names. A shorter one may be anybody's: "Martin", "xmpp".
bool is_longer_name(const std::string& name, const std::string& known) {
  const std::string longer = fold_name(name);
  const std::string shorter = fold_name(known);
  return longer != shorter && longer.find(shorter) != std::string::npos;
}

bool is_alias(const Project& project, const std::string& name) {
  return std::any_of(
      project.aliases.begin(), project.aliases.end(),
      [&](const std::string& alias) { return fold_name(alias) == fold_name(name); });
}

/// What `listed` says and `known` does not; a project without fields when there is nothing.
Project gaps_of(const Project& known, const Project& listed) {
  Project gaps;
  const bool named =
      fold_name(known.name) == fold_name(listed.name) || is_alias(known, listed.name);
  if (!named && !is_longer_name(listed.name, known.name)) return gaps;
  if (known.home.empty()) gaps.home = listed.home;
  if (known.section.empty()) gaps.section = listed.section;
  if (known.repositories.empty()) gaps.repositories = listed.repositories;
  if (!named) {
    gaps.aliases = known.aliases;
    gaps.aliases.push_back(listed.name);
  }
  return gaps;
}

void fill(Project& project, const Project& gaps) {
  const auto take = [](auto& field, const auto& value) {
    if (!value.empty()) field = value;
  };
  take(project.home, gaps.home);
  take(project.section, gaps.section);
  take(project.repositories, gaps.repositories);
  take(project.aliases, gaps.aliases);
}

bool has_fields(const Project& project) {
  return !project.home.empty() || !project.section.empty() || !project.repositories.empty() ||
         !project.aliases.empty();
}

}  // namespace

std::vector<Project> read_software_list(const std::string& text, const std::string& path,
                                        std::span<const Section> sections) {
  const std::optional<Json> list = parse_json(text);
  if (!list || !list->is_array())
    throw Error(path + ": this is no software list; a JSON array of entries is wanted");
  std::vector<Project> projects;
  std::size_t number = 0;
  for (const Json& entry : list->elements()) {
    ++number;
    if (!entry.is_object() || fold_name(entry["name"].text()).empty())
      throw Error(path + ": entry " + std::to_string(number) + " has no \"name\"");
    add(project_of(entry, sections), projects);
  }
  return projects;
}

SoftwareMerge merge_software(std::span<const Project> listed, const ProjectRegistry& known) {
  SoftwareMerge merge;
  std::unordered_map<std::string, Project> completed;  // several entries may mean one project
  for (const Project& project : listed) {
    const Project* same = find_known(project, known);
    if (same == nullptr) {
      merge.fresh.push_back(project);
      continue;
    }
    const Project gaps =
        gaps_of(completed.try_emplace(same->name, *same).first->second, project);
    if (!has_fields(gaps)) continue;
    fill(completed[same->name], gaps);
    const auto begun = std::find_if(merge.gaps.begin(), merge.gaps.end(),
                                    [&](const auto& one) { return one.name == same->name; });
    Project& filled = begun == merge.gaps.end() ? merge.gaps.emplace_back() : *begun;
    filled.name = same->name;
    fill(filled, gaps);
  }
  return merge;
}

}  // namespace collector
