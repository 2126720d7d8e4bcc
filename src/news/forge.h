// What a URL says when it leads to a code forge or to a registry of packages: whose repository,
// which tag, what kind of page.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace collector {

enum class Forge { GitHub, GitLab, Forgejo, Sourcehut, SourceForge, Registry };

/// Compare shows the commits between two versions.
enum class ForgePage { Repository, Release, Commit, Compare, File, Other };

/// A page of a forge; of a registry, the package is the repository, its version the tag, and
/// the owner what stands before it in the path ("project" on PyPI). `file` is the path of a
/// download (SourceForge), else empty.
struct ForgeUrl {
  Forge forge = Forge::GitHub;
  ForgePage page = ForgePage::Other;
  std::string host;   // lower case, without "www."
  std::string owner;  // "xmppo", "~singpolyma", "libraries"; nested groups with slashes; may be
                      // empty (SourceForge)
  std::string repository;
  std::string tag;
  std::string file;

  /// "github.com/strophe/libstrophe", lower case: the same for every page of one repository.
  [[nodiscard]] std::string key() const;
  /// The repository's own address.
  [[nodiscard]] std::string home() const;
  /// Who owns it, whatever the forge: in lower case, without SourceHut's "~".
  [[nodiscard]] std::string owner_name() const;
};

/// Reads `url`; nothing when it leads to no forge that can be told by its host or its path.
std::optional<ForgeUrl> read_forge_url(std::string_view url);

/// The page that shows what changed between two tags of `release`'s repository; empty where the
/// forge has none.
std::string compare_url(const ForgeUrl& release, std::string_view from_tag,
                        std::string_view to_tag);

}  // namespace collector
