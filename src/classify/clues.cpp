#include "classify/clues.h"

#include "core/names.h"
#include "core/text.h"
#include "core/url.h"
#include "core/version.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

constexpr std::array<std::string_view, 5> kPluginWords{"plugin", "plugins", "addon", "module",
                                                       "modules"};
constexpr std::array<std::string_view, 3> kReleaseWords{"release", "released", "version"};

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

void add_words(std::string_view text, std::vector<std::string>& found) {
  std::string word;
  for (WordReader reader(text); reader.next(word);)
    if (!is_number(word)) found.push_back(word);
}

/// Host and path of a link, in lower case.
struct Address {
  std::string host;
  std::string path;  // without the slashes at both ends
};

Address read_address(std::string_view url) {
  url = without_scheme(url);
  url = url.substr(0, url.find('#'));
  const std::size_t slash = std::min(url.find_first_of("/?"), url.size());
  const std::string_view authority = url.substr(0, slash);
  const std::string host = lower(before_any<':'>(authority));
  Address address{std::string(without_www(host)), {}};
  std::string_view path = url.substr(std::min(slash + 1, url.size()));
  while (path.ends_with("/"))
    path.remove_suffix(1);
  address.path = lower(path);
  return address;
}

/// The last part of a path that is more than a number: "openfire-5-0-2-release" of
/// "t/openfire-5-0-2-release/95982".
std::string_view slug_of(std::string_view path) {
  while (!path.empty()) {
    const std::size_t slash = path.rfind('/');
    const std::string_view part =
        slash == std::string_view::npos ? path : path.substr(slash + 1);
    if (part.find_first_not_of("0123456789._-") != std::string_view::npos) return part;
    path = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
  }
  return {};
}

/// "1-8-4", "5.0.2" among the words of a slug.
bool has_version(std::string_view slug) {
  for (std::size_t at = 1; at + 1 < slug.size(); ++at)
    if ((slug[at] == '-' || slug[at] == '.') && is_number(slug.substr(at - 1, 1)) &&
        is_number(slug.substr(at + 1, 1)))
      return true;
  return false;
}

/// "ejabberd-25-08" says no more than name and version.
bool is_name_and_version(std::string_view slug) {
  std::vector<std::string> said;
  add_words(slug, said);
  return said.size() == 1;
}

std::string page_of(const ForgeUrl& forge, std::string_view path) {
  if (forge.page == ForgePage::Release || forge.page == ForgePage::File) return "release";
  if (path.find("readme") != std::string_view::npos) return "readme";
  return forge.page == ForgePage::Repository ? "repository" : "page";
}

void read_title(const Item& item, Clues& clues) {
  std::string_view title = item.title;
  std::string without;
  if (const auto version = find_version(title)) {
    clues.version = true;
    without = item.title.substr(0, version->begin) + " " + item.title.substr(version->end);
    title = without;
  }
  add_words(title, clues.title_words);
  clues.only_version = clues.version && clues.title_words.empty();
}

void read_link(const Item& item, const Address& address, Clues& clues) {
  clues.host = address.host;
  clues.forge = read_forge_url(item.url);
  if (clues.forge) {
    clues.page = page_of(*clues.forge, address.path);
    return;
  }
  clues.page = address.path.empty() ? "root" : "web";
  clues.folder = address.path.substr(0, address.path.find('/'));
  add_words(address.path, clues.path_words);
}

/// What is known of the item's project, and what gave it away; the surest sign first.
void find_project(const Item& item, std::string_view slug, const ProjectRegistry& projects,
                  Clues& clues) {
  const auto found = [&](const Project* project, std::string_view by) {
    if (project == nullptr) return false;
    clues.project = project;
    clues.found_by = by;
    return true;
  };
  if (found(projects.by_url(item.url), "link")) return;
  const Project* recognised = projects.by_name(item.project);
  if (recognised != nullptr && projects.by_home(item.url) != recognised) {
    found(recognised, "title");
    return;
  }
  if (clues.plugin) return;  // it is named after the program it lives in
  if (found(projects.leading(item.title), "title")) return;
  if (!clues.forge && found(projects.leading(slug), "slug")) return;
  if (clues.forge && found(projects.by_name(clues.forge->owner), "owner")) return;
  if (found(projects.by_home(item.url), "home")) return;
  found(projects.mentioned(item.title), "mention");
}

}  // namespace

Clues read_clues(const Item& item, const ProjectRegistry& projects) {
  Clues clues;
  const Address address = read_address(item.url);
  read_title(item, clues);
  read_link(item, address, clues);
  clues.plugin =
      has_any(clues.title_words, kPluginWords) || has_any(clues.path_words, kPluginWords);
  const std::string_view slug = slug_of(address.path);
  clues.version_in_link = !clues.forge && has_version(slug);
  clues.release = is_release(item.kind) ||
                  (clues.version_in_link &&
                   (has_any(clues.path_words, kReleaseWords) || is_name_and_version(slug)));
  find_project(item, slug, projects, clues);
  return clues;
}

}  // namespace collector
