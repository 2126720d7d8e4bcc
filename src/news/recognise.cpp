#include "news/recognise.h"

#include "core/names.h"
#include "core/text.h"
#include "news/early_words.h"
#include "news/forge.h"
#include "news/meetings.h"
#include "news/page.h"
#include "news/release_name.h"
#include "news/strangers.h"
#include "news/title.h"
#include "news/told_versions.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <vector>

namespace collector {
namespace {

/// What is said in a discussion may be about any project; a longer name is a sentence.
constexpr std::size_t kLongestForeignName = 3;

/// What one look at the link and the title has found.
struct Findings {
  Title title;
  std::optional<ForgeUrl> forge;
  std::optional<FoundVersion> in_title;
  std::optional<FoundVersion> in_tag;
  const Project* known = nullptr;
  std::string version;
};

std::string last_part(std::string_view path) {
  return std::string(path.substr(path.rfind('/') + 1));
}

bool is_release_page(const Findings& found) {
  return found.forge &&
         (found.forge->page == ForgePage::Release || found.forge->page == ForgePage::File);
}

/// "minidom" of "minidom-0.19.0" and of "crates/minidom/v0.19.0"; npm's names keep their slash:
/// "@harbour/quay".
std::string name_in_tag(const std::string& tag, const FoundVersion& version) {
  const std::string name = name_before(tag, version);
  return name.starts_with('@') ? name : last_part(name);
}

/// What is in `tag` although its repository's name stands before it without a gap ("go1.24.1")
/// or its numbers are parted as names are ("REL_17_2").
std::optional<FoundVersion> version_of_tag(std::string tag, std::string_view repository) {
  if (auto version = find_version(tag)) return version;
  if (starts_ignoring_case(tag, repository))
    tag.replace(0, repository.size(), repository.size(), ' ');
  for (std::size_t at = 1; at + 1 < tag.size(); ++at)
    if (tag[at] == '_' && is_digit(tag[at - 1]) && is_digit(tag[at + 1])) tag[at] = '.';
  return find_version(tag);
}

/// True for "slix" in slixmpp and "app" in webapp; "cli" is no short form of "clients".
bool is_within(std::string_view name, std::string_view repository) {
  const std::string part = fold_name(name);
  const std::string whole = fold_name(repository);
  if (!is_everyday_name(name)) return contains(whole, part);
  return is_one_of(words(repository), part) ||
         (!is_everyday_name(repository) && (whole.starts_with(part) || whole.ends_with(part)));
}

/// The name a tag or file carries in front of its version, when it is another thing than its
/// repository: "minidom" of "minidom-0.19.0" in xmpp-rs, but not "slix" of slixmpp.
std::string part_of_repository(const Findings& found) {
  if (!found.forge || found.forge->page != ForgePage::Release || !found.in_tag) return {};
  std::string name = name_in_tag(found.forge->tag, *found.in_tag);
  const std::string mine = fold_name(name);
  const std::string whole = fold_name(found.forge->repository);
  const bool same =
      mine.size() < 3 || is_channel(name) || is_within(name, found.forge->repository) ||
      mine.find(whole) != std::string::npos || mine.find("release") != std::string::npos;
  return same ? std::string() : name;
}

/// A release's title names its project when it shares a word with the repository: "Presence
/// Service plugin 1.7.2" of openfire-presence-plugin, but not "Summer party 1.7".
std::string name_in_title(const Findings& found) {
  if (!found.in_title) return {};
  std::string name(without_teller(found.title.name));
  if (is_release_page(found) && found.title.text == found.forge->tag && !name.starts_with('@'))
    name = last_part(name);
  const std::vector<std::string> said = words(name);
  const bool elsewhere = !found.forge || (found.forge->page == ForgePage::Other &&
                                          said.size() <= kLongestForeignName);
  if (elsewhere) return name;
  const std::vector<std::string> known = words(found.forge->repository);
  const bool shared = std::any_of(said.begin(), said.end(), [&](const std::string& word) {
    return std::find(known.begin(), known.end(), word) != known.end();
  });
  return shared || fold_name(name) == fold_name(found.forge->repository) ? name : std::string();
}

/// "Support Python 3.14" speaks of something else than its repository.
bool names_itself(const Findings& found) {
  const std::string& name = found.title.name;
  return name.empty() || !name_in_title(found).empty() ||
         fold_name(name) == fold_name(part_of_repository(found)) ||
         (found.known != nullptr && fold_name(name) == fold_name(found.known->name));
}

/// A tag knows better than "Quay 2.0" what v2.0.0-beta.1 is, and than a title about something
/// else; but where tags only count builds, the title has the version.
bool tag_decides(const Findings& found) {
  if (!found.in_title || !found.in_tag) return found.in_tag.has_value();
  const std::string said = version_key(found.in_title->text);
  const std::string tagged = version_key(found.in_tag->text);
  if (said.starts_with(tagged)) return false;
  return tagged.starts_with(said) || !names_itself(found);
}

std::string version_of(const Findings& found) {
  if (tag_decides(found)) return found.in_tag->text;
  return found.in_title ? found.in_title->text : std::string();
}

/// The thing a feed's own title speaks of: "Release notes from X", "Tags from X", "Releases for
/// o/X", "X releases", "~o/x refs".
std::string name_in_feed_title(std::string_view title) {
  for (std::string_view opening :
       {"Release notes from ", "Tags from ", "Releases for ", "Tags for "})
    if (title.starts_with(opening)) return last_part(title.substr(opening.size()));
  for (std::string_view ending : {" releases", " tags", " refs"})
    if (title.ends_with(ending))
      return last_part(title.substr(0, title.size() - ending.size()));
  return {};
}

/// A repository may release a second product under tags that open with its name:
/// "Quicksy_Build_iOS_1046" in Monal's.
const Project* named_by_tag(const Findings& found, const ProjectRegistry& projects) {
  if (!found.forge || found.forge->tag.empty() || found.in_tag) return nullptr;
  return projects.leading(found.forge->tag);
}

/// A title that is only a version leaves the address: ".../poezio-0-16-1.html".
const Project* named_by_address(std::string_view url, const ProjectRegistry& projects) {
  while (url.ends_with("/"))
    url.remove_suffix(1);
  const std::string slug = last_part(url);
  const std::vector<std::string> said = words(slug);
  const bool plugin = std::find(said.begin(), said.end(), "plugin") != said.end();
  return plugin ? nullptr : projects.leading(slug);
}

const Project* known_project(const Item& item, const Findings& found,
                             const ProjectRegistry& projects) {
  if (found.in_title && !is_release_page(found)) {
    const std::string& name = found.title.name;
    // "HTTP File Upload plugin 1.4.0" on Openfire's blog is no release of Openfire.
    if (!name.empty()) {
      const Project* project = project_named(name, projects);
      return project == nullptr && found.forge ? projects.by_url(item.url) : project;
    }
    if (const Project* project = named_behind(found.title, projects)) return project;
    if (const Project* project = projects.by_url(item.url)) return project;
    if (const Project* project = named_by_address(item.url, projects)) return project;
    const Project* home = projects.by_home(item.url);
    return home != nullptr && !home->section.empty() ? home
                                                     : nullptr;  // a vendor has no version
  }
  if (const Project* project = named_by_tag(found, projects)) return project;
  if (const Project* project = projects.by_url(item.url)) return project;
  if (found.forge) return projects.by_name(found.forge->repository);
  if (const Project* project = projects.leading(item.title)) return project;
  return projects.by_home(item.url);
}

/// With its owner where many have a repository of that name: "nextcloud/android".
std::string repository_name(const ForgeUrl& forge) {
  const bool everyday = !forge.owner.empty() && is_everyday_name(forge.repository);
  return everyday ? forge.owner + "/" + forge.repository : forge.repository;
}

/// With its repository where many have a part of that name: "quay cli".
std::string name_of_part(const std::string& part, const Findings& found,
                         const ProjectRegistry& projects) {
  const Project* project = projects.by_name(part);
  if (project != nullptr) return project->name;
  if (!is_everyday_name(part)) return part;
  const std::string whole =
      found.known != nullptr ? found.known->name : repository_name(*found.forge);
  return whole + " " + part;
}

std::string project_of(const Item& item, const FeedSource& source, std::string_view feed_title,
                       const Findings& found, const ProjectRegistry& projects) {
  if (!source.project.empty()) {
    const Project* project = projects.by_name(source.project);
    return project != nullptr ? project->name : source.project;
  }
  if (std::string part = part_of_repository(found); !part.empty())
    return name_of_part(part, found, projects);
  if (found.known != nullptr) return found.known->name;
  // "New crate version published: quay v0.1.0": a package's page knows better.
  if (found.forge && found.forge->forge == Forge::Registry) return found.forge->repository;
  if (!found.forge && !is_release(item.kind)) return {};
  std::string name = name_in_title(found);
  if (found.forge && (name.empty() || is_everyday_name(name)))
    return repository_name(*found.forge);
  if (!name.empty()) return name;
  return name_in_feed_title(feed_title);
}

/// "libstrophe 0.13.0" for a release whose own title says less than that; a title in words
/// stays.
std::string headline_of(const Item& item) {
  if (!is_release(item.kind) || item.project.empty()) return item.title;
  if (item.version.empty())
    return fold_name(item.title).starts_with(fold_name(item.project))
               ? item.title
               : item.project + " " + item.title;
  return item.project + " " + version_list(item);
}

/// A download's name tells its version, else the nearest of its folders that does:
/// "quay/1.5.11/setup.exe".
std::optional<FoundVersion> version_of_file(std::string_view path) {
  auto version = find_version(last_part(path));
  while (!version && path.find('/') != std::string_view::npos) {
    path = path.substr(0, path.rfind('/'));
    version = find_version(last_part(path));
  }
  return version;
}

Findings look_at(const Item& item, const ProjectRegistry& projects) {
  Findings found{Title(item.title), read_forge_url(item.url), {}, {}, nullptr, {}};
  const bool file = found.forge && found.forge->page == ForgePage::File;
  if (!file) found.in_title = found.title.version;
  if (found.forge)
    found.in_tag = file ? version_of_file(found.forge->file)
                        : version_of_tag(found.forge->tag, found.forge->repository);
  found.known = known_project(item, found, projects);
  found.version = version_of(found);
  if (!found.in_title || is_prerelease(found.version)) return found;
  found.version += found.title.mark;
  return found;
}

/// "beta-1.2.3", but not "dev-tools-1.2.3".
bool opens_early(const Findings& found) {
  const std::string name = name_in_tag(found.forge->tag, *found.in_tag);
  return words(name).size() == 1 && is_prerelease(name);
}

/// GitHub's feeds do not say which releases are pre-releases; tags without a version do
/// ("v3-beta"), and some titles ("3.3.0 ベータ版").
bool is_early(const Findings& found) {
  if (is_prerelease(found.version)) return true;
  if (found.in_title && begins_early(found.title.rest())) return true;
  if (found.in_tag && opens_early(found)) return true;
  const bool by_tag = found.forge && found.version.empty() && is_prerelease(found.forge->tag);
  return by_tag || fold_name(found.title.text).find("prerelease") != std::string::npos;
}

ItemKind release_kind(const Findings& found) {
  return is_early(found) ? ItemKind::Prerelease : ItemKind::Release;
}

ItemKind kind_of(const Item& item, const FeedSource& source, const Findings& found,
                 const ProjectRegistry& projects) {
  const PageKind page = page_kind(item.url, found.forge, found.in_title);
  if (page == PageKind::Specification) return ItemKind::Specification;
  if (page == PageKind::NoNews) return ItemKind::Noise;
  if (is_release_page(found) || announces_release(found.title, projects))
    return release_kind(found);
  if (page == PageKind::Video) return ItemKind::Talk;
  if (!source.project.empty() && opens_with_version(found.title, item.published))
    return release_kind(found);
  if (names_event(found.title)) return ItemKind::Event;
  return names_announcement(found.title, projects) ? ItemKind::Announcement : ItemKind::Article;
}

}  // namespace

void recognise(Item& item, const FeedSource& source, std::string_view feed_title,
               const ProjectRegistry& projects) {
  const Findings found = look_at(item, projects);
  item.kind = item.days.empty() ? kind_of(item, source, found, projects) : ItemKind::Event;
  item.version = is_release(item.kind) ? found.version : std::string();
  item.project = project_of(item, source, feed_title, found, projects);
  item.further_versions = further_versions(item);
  item.owner = source.project.empty() ? owner_of_stranger(item, projects) : "";
  item.headline = headline_of(item);
  const Project* project = projects.by_name(item.project);
  item.group = source.group.empty() && project != nullptr ? project->group : source.group;
  if (item.language.empty()) item.language = source.language;
}

}  // namespace collector
