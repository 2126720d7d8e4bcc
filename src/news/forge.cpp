#include "news/forge.h"

#include "core/names.h"
#include "core/text.h"
#include "core/url.h"
#include "core/version.h"

#include <algorithm>
#include <array>
#include <vector>

namespace collector {
namespace {

/// Hosts whose paths alone do not give them away.
constexpr std::array<std::string_view, 6> kGitLabHosts{
    "gitlab.com",    "salsa.debian.org",       "invent.kde.org",
    "dev.gajim.org", "gitlab.freedesktop.org", "framagit.org"};
constexpr std::array<std::string_view, 4> kForgejoHosts{
    "codeberg.org", "gitea.com", "git.disroot.org", "forge.fedoraproject.org"};

/// Not its lists, trackers and manuals.
constexpr std::array<std::string_view, 3> kSourcehutHosts{"sr.ht", "git.sr.ht", "hg.sr.ht"};

/// Where packages are published: their path is COLLECTION/NAME[/MARK]/VERSION.
struct Registry {
  std::string_view host;
  std::string_view collection;
  std::string_view mark;  // may be empty
};

constexpr std::array<Registry, 7> kRegistries{{{"pypi.org", "project", ""},
                                               {"crates.io", "crates", ""},
                                               {"rubygems.org", "gems", "versions"},
                                               {"npmjs.com", "package", "v"},
                                               {"hex.pm", "packages", ""},
                                               {"nuget.org", "packages", ""},
                                               {"pub.dev", "packages", "versions"}}};

using Segments = std::vector<std::string>;

struct Address {
  std::string host;
  Segments path;
};

/// Tags with a slash or a plus sign come percent-encoded.
std::optional<Address> read_address(std::string_view url) {
  Address address{bare_host(url), path_segments(split_url(url).path)};
  if (address.host.empty()) return std::nullopt;
  std::ranges::transform(address.path, address.path.begin(), percent_decoded);
  return address;
}

std::string join(const Segments& segments, std::size_t from, std::size_t to) {
  std::string out;
  for (std::size_t at = from; at < std::min(to, segments.size()); ++at)
    out += (out.empty() ? "" : "/") + segments[at];
  return out;
}

bool at(const Segments& path, std::size_t index, std::string_view word) {
  return index < path.size() && path[index] == word;
}

void read_repository(ForgeUrl& found, const Segments& path, std::size_t length) {
  found.owner = join(path, 0, length - 1);
  found.repository = path[length - 1];
  if (found.repository.ends_with(".git")) found.repository.resize(found.repository.size() - 4);
}

void set_tag(ForgeUrl& found, std::string tag) {
  found.tag = std::move(tag);
  found.page = found.tag.empty() ? ForgePage::Other : ForgePage::Release;
}

/// What stands elsewhere than a release: a commit, a list of them, anything.
ForgePage other_page(const Segments& path, std::size_t rest) {
  if (at(path, rest, "commit") || at(path, rest, "commits")) return ForgePage::Commit;
  return at(path, rest, "compare") ? ForgePage::Compare : ForgePage::Other;
}

/// What stands behind OWNER/REPOSITORY on GitHub and on Forgejo.
void read_page(ForgeUrl& found, const Segments& path, std::size_t rest) {
  if (rest >= path.size()) {
    found.page = ForgePage::Repository;
  } else if ((at(path, rest, "releases") || at(path, rest, "src")) &&
             at(path, rest + 1, "tag")) {
    set_tag(found, join(path, rest + 2, path.size()));
  } else {
    found.page = other_page(path, rest);
  }
}

/// What stands behind "/-/" on GitLab.
void read_gitlab_page(ForgeUrl& found, const Segments& path, std::size_t rest) {
  if (rest >= path.size()) {
    found.page = ForgePage::Repository;
  } else if (at(path, rest, "releases") || at(path, rest, "tags")) {
    set_tag(found, join(path, rest + 1, path.size()));
  } else {
    found.page = other_page(path, rest);
  }
}

std::optional<ForgeUrl> read_gitlab(const Address& address) {
  const Segments& path = address.path;
  const auto dash =
      static_cast<std::size_t>(std::find(path.begin(), path.end(), "-") - path.begin());
  const bool known =
      is_one_of(kGitLabHosts, address.host) || address.host.starts_with("gitlab.");
  if (dash < 2 || (dash == path.size() && !known)) return std::nullopt;
  ForgeUrl found{Forge::GitLab, ForgePage::Other, address.host, {}, {}, {}, {}};
  read_repository(found, path, dash);
  read_gitlab_page(found, path, dash + 1);
  return found;
}

std::optional<ForgeUrl> read_sourcehut(const Address& address) {
  const Segments& path = address.path;
  ForgeUrl found{Forge::Sourcehut, ForgePage::Other, address.host, {}, {}, {}, {}};
  read_repository(found, path, 2);
  if (path.size() == 2) found.page = ForgePage::Repository;
  if (at(path, 2, "refs")) set_tag(found, join(path, 3, path.size()));
  if (at(path, 2, "commit") || at(path, 2, "log")) found.page = ForgePage::Commit;
  return found;
}

std::optional<ForgeUrl> read_sourceforge(const Address& address) {
  const Segments& path = address.path;
  if (!at(path, 0, "projects") || path.size() < 2) return std::nullopt;
  ForgeUrl found{Forge::SourceForge, ForgePage::Repository, address.host, {}, path[1], {}, {}};
  if (!at(path, 2, "files")) return found;
  found.page = ForgePage::File;
  found.file = join(path, 3, path.back() == "download" ? path.size() - 1 : path.size());
  return found;
}

/// npm's names may have two parts: "@harbour/quay".
std::optional<ForgeUrl> read_registry(const Address& address) {
  const Segments& path = address.path;
  const auto registry = std::ranges::find(kRegistries, address.host, &Registry::host);
  if (registry == kRegistries.end() || !at(path, 0, registry->collection) || path.size() < 2)
    return std::nullopt;
  const std::size_t name_end = path[1].starts_with("@") ? 3 : 2;
  ForgeUrl found{Forge::Registry,
                 ForgePage::Repository,
                 address.host,
                 path[0],
                 join(path, 1, name_end),
                 {},
                 {}};
  const std::size_t version = name_end + (registry->mark.empty() ? 0 : 1);
  const bool marked = registry->mark.empty() || at(path, name_end, registry->mark);
  if (marked && version < path.size() && find_version(path[version]))
    set_tag(found, path[version]);
  return found;
}

std::optional<ForgeUrl> read_owner_and_repository(const Address& address, Forge forge) {
  if (address.path.size() < 2) return std::nullopt;
  ForgeUrl found{forge, ForgePage::Other, address.host, {}, {}, {}, {}};
  read_repository(found, address.path, 2);
  read_page(found, address.path, 2);
  return found;
}

/// A self-hosted Forgejo or Gitea shows in its paths only.
bool looks_like_forgejo(const Segments& path) {
  return path.size() > 4 && ((path[2] == "releases" && path[3] == "tag") ||
                             (path[2] == "src" && path[3] == "tag"));
}

}  // namespace

std::string ForgeUrl::key() const {
  return lower(host + "/" + (owner.empty() ? "" : owner + "/") + repository);
}

std::string ForgeUrl::owner_name() const {
  return lower(owner.starts_with('~') ? std::string_view(owner).substr(1) : owner);
}

std::string ForgeUrl::home() const {
  if (forge == Forge::SourceForge) return "https://" + host + "/projects/" + repository + "/";
  return "https://" + host + "/" + owner + "/" + repository;
}

std::optional<ForgeUrl> read_forge_url(std::string_view url) {
  const std::optional<Address> address = read_address(url);
  if (!address || address->path.empty()) return std::nullopt;
  const Segments& path = address->path;
  if (address->host == "github.com") return read_owner_and_repository(*address, Forge::GitHub);
  if (address->host == "sourceforge.net") return read_sourceforge(*address);
  if (auto package = read_registry(*address)) return package;
  if (path.size() >= 2 && path[0].starts_with("~") &&
      (is_one_of(kSourcehutHosts, address->host) || at(path, 2, "refs")))
    return read_sourcehut(*address);
  if (auto gitlab = read_gitlab(*address)) return gitlab;
  if (is_one_of(kForgejoHosts, address->host) || looks_like_forgejo(path))
    return read_owner_and_repository(*address, Forge::Forgejo);
  return std::nullopt;
}

std::string compare_url(const ForgeUrl& release, std::string_view from_tag,
                        std::string_view to_tag) {
  if (from_tag.empty() || to_tag.empty()) return {};
  const std::string range = std::string(from_tag) + "..." + std::string(to_tag);
  switch (release.forge) {
    case Forge::GitHub:
    case Forge::Forgejo:
      return release.home() + "/compare/" + range;
    case Forge::GitLab:
      return release.home() + "/-/compare/" + range;
    case Forge::Sourcehut:
    case Forge::SourceForge:
    case Forge::Registry:
      return {};
  }
  return {};
}

}  // namespace collector
