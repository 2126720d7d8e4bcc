#include "classify/knowledge.h"

#include "core/names.h"
#include "core/sections.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace collector {
namespace {

constexpr double kRegistry = 0.95;
constexpr double kDecidingWord = 0.85;
constexpr double kKind = 0.8;

/// In this order: "Openfire server plugin" is a plugin.
constexpr std::array<DecidingWord, 26> kWords{{
    {"plugin", kLibraries},    {"plugins", kLibraries},   {"library", kLibraries},
    {"libraries", kLibraries}, {"sdk", kLibraries},       {"bindings", kLibraries},
    {"gateway", kLibraries},   {"transport", kLibraries}, {"bridge", kLibraries},
    {"bot", kLibraries},       {"component", kLibraries}, {"module", kLibraries},
    {"modules", kLibraries},   {"framework", kLibraries}, {"tool", kLibraries},
    {"tools", kLibraries},     {"cli", kLibraries},       {"parser", kLibraries},
    {"client", kClients},      {"messenger", kClients},   {"app", kClients},
    {"android", kClients},     {"ios", kClients},         {"desktop", kClients},
    {"server", kServers},      {"daemon", kServers},
}};

/// First parts of hosts where code lives, whatever runs there.
constexpr std::array<std::string_view, 4> kCodeHosts{"git", "gitlab", "code", "forge"};

/// The words of what was released, not of its notes: a title such as "Gajim 2.0: new tools" is
/// about a client.
std::optional<Opinion> by_word(const Item& item) {
  const auto deciding = deciding_word(item.project);
  if (!deciding) return std::nullopt;
  return Opinion{std::string(deciding->section), kDecidingWord,
                 "a release of something called \"" + std::string(deciding->word) + "\""};
}

std::optional<Opinion> of_release(const Item& item, const Clues& clues,
                                  const ProjectRegistry& projects) {
  const Project* project = projects.by_name(item.project);
  const bool part = project != nullptr && !deciding_word(item.project) &&
                    clues.plugin;  // "…/plugins?plugin=pade", 1.8.4
  if (project != nullptr && !project->section.empty() && !part)
    return Opinion{project->section, kRegistry,
                   "a release of " + project->name + ", listed under " + project->section};
  return by_word(item);
}

/// A page whose title is a project's name presents that project.
std::optional<Opinion> of_presentation(const Item& item, const ProjectRegistry& projects) {
  const Project* project = projects.by_name(item.title);
  if (project == nullptr || project->section.empty()) return std::nullopt;
  return Opinion{
      project->section, kDecidingWord,
      "its title is the name of " + project->name + ", listed under " + project->section};
}

/// A page where code lives says in its title or address what the code is: "a Qt XMPP Bridge".
std::optional<Opinion> of_code(const Item& item, const Clues& clues) {
  const std::string_view first = std::string_view(clues.host).substr(0, clues.host.find('.'));
  const bool code = clues.page == "repository" || clues.page == "readme" ||
                    clues.page == "page" || is_one_of(kCodeHosts, first);
  if (!code) return std::nullopt;
  const std::string repository = clues.forge ? clues.forge->repository : std::string();
  const auto deciding = deciding_word(item.title + " " + repository);
  if (!deciding) return std::nullopt;
  return Opinion{std::string(deciding->section), kDecidingWord,
                 "a page of code called \"" + std::string(deciding->word) + "\""};
}

}  // namespace

std::optional<Opinion> opinion_of(const Item& item, const Clues& clues,
                                  const ProjectRegistry& projects) {
  if (is_release(item.kind)) return of_release(item, clues, projects);
  switch (item.kind) {
    case ItemKind::Specification:
      return Opinion{kExtensions, kRegistry, "an extension protocol"};
    case ItemKind::Event:
      return Opinion{kEvents, kKind, "its title names a meeting"};
    case ItemKind::Talk:
      return Opinion{kTalks, kKind, "a recording"};
    case ItemKind::Announcement:
      return Opinion{kAnnouncements, kKind, "its title speaks of the community itself"};
    default:
      if (auto code = of_code(item, clues)) return code;
      return of_presentation(item, projects);
  }
}

std::optional<DecidingWord> deciding_word(const std::string& name) {
  const std::vector<std::string> said = words(name);
  for (const DecidingWord& deciding : kWords)
    if (std::find(said.begin(), said.end(), deciding.word) != said.end()) return deciding;
  for (const std::string& word : said)
    if (word.size() > 4 && word.starts_with("lib")) return DecidingWord{"lib…", kLibraries};
  return std::nullopt;
}

}  // namespace collector
