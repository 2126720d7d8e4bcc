#include "news/forge.h"

#include "core/text.h"
#include "support/catch.h"

using namespace collector;

namespace {

struct Case {
  const char* url;
  const char* key;
  const char* tag;
  ForgePage page;
};

}  // namespace

TEST_CASE("a forge's URL names the repository and the tag") {
  const auto [url, key, tag, page] = GENERATE(values<Case>({
      {"https://github.com/strophe/libstrophe/releases/tag/0.13.0",
       "github.com/strophe/libstrophe", "0.13.0", ForgePage::Release},
      {"https://github.com/monal-im/Monal/releases/tag/Build_iOS_1046",
       "github.com/monal-im/monal", "Build_iOS_1046", ForgePage::Release},
      {"https://codeberg.org/monocles/monocles_chat/releases/tag/CodebergRelease-v2.0.13",
       "codeberg.org/monocles/monocles_chat", "CodebergRelease-v2.0.13", ForgePage::Release},
      {"https://git.example.net/o/r/src/tag/v1.0", "git.example.net/o/r", "v1.0",
       ForgePage::Release},
      {"https://salsa.debian.org/mdosch/go-sendxmpp/-/releases/v0.15.0",
       "salsa.debian.org/mdosch/go-sendxmpp", "v0.15.0", ForgePage::Release},
      {"https://invent.kde.org/libraries/qxmpp/-/tags/v1.11.1",
       "invent.kde.org/libraries/qxmpp", "v1.11.1", ForgePage::Release},
      {"https://gitlab.example.org/a/b/c/-/tags/1.0", "gitlab.example.org/a/b/c", "1.0",
       ForgePage::Release},
      {"https://git.sr.ht/~singpolyma/cheogram-android/refs/2.19.0-1",
       "git.sr.ht/~singpolyma/cheogram-android", "2.19.0-1", ForgePage::Release},
      {"https://github.com/o/r/releases/tag/app%2Fv1.0", "github.com/o/r", "app/v1.0",
       ForgePage::Release},
      {"https://github.com/o/r.git", "github.com/o/r", "", ForgePage::Repository},
      {"https://www.github.com/o/r/?tab=readme", "github.com/o/r", "", ForgePage::Repository},
      {"https://github.com/o/r/releases", "github.com/o/r", "", ForgePage::Other},
      {"https://github.com/o/r/commit/0a1b2c", "github.com/o/r", "", ForgePage::Commit},
      {"https://gitlab.com/o/r/-/commit/0a1b2c", "gitlab.com/o/r", "", ForgePage::Commit},
      {"https://github.com/o/r/compare/v1.0...v1.1", "github.com/o/r", "", ForgePage::Compare},
      {"https://gitlab.com/o/r/-/compare/v1.0...v1.1", "gitlab.com/o/r", "",
       ForgePage::Compare},
      {"https://codeberg.org/o/r", "codeberg.org/o/r", "", ForgePage::Repository},
      {"https://gitlab.com/o/r", "gitlab.com/o/r", "", ForgePage::Repository},
  }));
  CAPTURE(url);

  const auto found = read_forge_url(url);

  REQUIRE(found.has_value());
  CHECK(found->key() == key);
  CHECK(found->tag == tag);
  CHECK(found->page == page);
}

TEST_CASE("a registry's URL names the package and the version") {
  const auto [url, key, tag, page] = GENERATE(values<Case>({
      {"https://pypi.org/project/aioquay/1.2.3/", "pypi.org/project/aioquay", "1.2.3",
       ForgePage::Release},
      {"https://pypi.org/project/aioquay/", "pypi.org/project/aioquay", "",
       ForgePage::Repository},
      {"https://pypi.org/project/aioquay/#history", "pypi.org/project/aioquay", "",
       ForgePage::Repository},
      {"https://crates.io/crates/quay/0.1.0-rc.1", "crates.io/crates/quay", "0.1.0-rc.1",
       ForgePage::Release},
      {"https://crates.io/crates/quay/reverse_dependencies", "crates.io/crates/quay", "",
       ForgePage::Repository},
      {"https://rubygems.org/gems/quay/versions/2.0.1-java", "rubygems.org/gems/quay",
       "2.0.1-java", ForgePage::Release},
      {"https://www.npmjs.com/package/@harbour/quay/v/0.13.1",
       "npmjs.com/package/@harbour/quay", "0.13.1", ForgePage::Release},
      {"https://www.npmjs.com/package/quay", "npmjs.com/package/quay", "",
       ForgePage::Repository},
      {"https://hex.pm/packages/quay/1.0.0", "hex.pm/packages/quay", "1.0.0",
       ForgePage::Release},
  }));
  CAPTURE(url);

  const auto found = read_forge_url(url);

  REQUIRE(found.has_value());
  CHECK(found->forge == Forge::Registry);
  CHECK(found->key() == key);
  CHECK(lower(found->home()) == "https://" + found->key());
  CHECK(found->tag == tag);
  CHECK(found->page == page);
  CHECK(compare_url(*found, "1.0.0", "2.0.0").empty());
}

TEST_CASE("other pages of a registry are none of its packages") {
  CHECK_FALSE(read_forge_url("https://pypi.org/help/").has_value());
  CHECK_FALSE(read_forge_url("https://pypi.org/project/").has_value());
  CHECK_FALSE(read_forge_url("https://crates.io/users/somebody").has_value());
}

TEST_CASE("a SourceForge download is a file of its project") {
  const auto found = read_forge_url(
      "https://sourceforge.net/projects/psiplus/files/Windows/psi-plus-1.5.2109.0-install.exe/"
      "download");

  REQUIRE(found.has_value());
  CHECK(found->page == ForgePage::File);
  CHECK(found->repository == "psiplus");
  CHECK(found->file == "Windows/psi-plus-1.5.2109.0-install.exe");
}

TEST_CASE("what is no forge is none") {
  for (const char* url :
       {"https://lists.sr.ht/~heron/public-inbox",
        "https://gajim.org/posts/2025-08-11-gajim-2.3.4-released/", "https://mov.im/node/a/b/c",
        "https://github.com", "https://github.com/about", "mailto:someone@github.com", ""}) {
    CAPTURE(url);
    CHECK_FALSE(read_forge_url(url).has_value());
  }
}

TEST_CASE("a forge compares two tags where it has a page for that") {
  const auto compare = [](const char* url) {
    return compare_url(*read_forge_url(url), "v1.0", "v1.1");
  };

  CHECK(compare("https://github.com/o/r/releases/tag/v1.1") ==
        "https://github.com/o/r/compare/v1.0...v1.1");
  CHECK(compare("https://codeberg.org/o/r/releases/tag/v1.1") ==
        "https://codeberg.org/o/r/compare/v1.0...v1.1");
  CHECK(compare("https://salsa.debian.org/o/r/-/tags/v1.1") ==
        "https://salsa.debian.org/o/r/-/compare/v1.0...v1.1");
  CHECK(compare("https://git.sr.ht/~o/r/refs/v1.1").empty());
}
