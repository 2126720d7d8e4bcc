#include "news/recognise.h"

#include "news/recognised.h"
#include "support/catch.h"

using namespace collector;

namespace {

ProjectRegistry registry() {
  std::vector<Project> projects(6);
  projects[0].name = "libstrophe";
  projects[0].section = "libraries";
  projects[0].repositories = {"https://github.com/strophe/libstrophe"};
  projects[1].name = "Openfire";
  projects[1].section = "servers";
  projects[1].group = "ignite realtime community";
  projects[2].name = "QXmpp";
  projects[2].repositories = {"https://invent.kde.org/libraries/qxmpp",
                              "https://github.com/qxmpp-project/qxmpp"};
  projects[3].name = "Psi+";
  projects[3].aliases = {"psiplus"};
  projects[3].repositories = {"https://sourceforge.net/projects/psiplus"};
  projects[4].name = "Snikket Server";
  projects[4].home = "https://snikket.org/service";
  projects[5].name = "slixmpp";
  projects[5].repositories = {"https://codeberg.org/poezio/slixmpp"};
  return ProjectRegistry(projects);
}

struct Case {
  const char* url;
  const char* title;
  const char* project;
  const char* version;
  const char* headline;
  ItemKind kind;
};

Item recognised(const std::string& url, const std::string& title) {
  static const ProjectRegistry projects = registry();
  return test::recognised(url, title, projects);
}

}  // namespace

TEST_CASE("an item's project, version, kind and readable title are told") {
  const auto wanted = GENERATE(values<Case>({
      {"https://github.com/strophe/libstrophe/releases/tag/0.13.0", "0.13.0", "libstrophe",
       "0.13.0", "libstrophe 0.13.0", ItemKind::Release},
      {"https://github.com/xmppo/go-xmpp/releases/tag/v0.2.17", "Release v0.2.17", "go-xmpp",
       "0.2.17", "go-xmpp 0.2.17", ItemKind::Release},
      {"https://codeberg.org/poezio/slixmpp/releases/tag/slix-1.8.5", "slix-1.8.5", "slixmpp",
       "1.8.5", "slixmpp 1.8.5", ItemKind::Release},
      {"https://gitlab.com/xmpp-rs/xmpp-rs/-/tags/minidom-0.19.0", "minidom-0.19.0", "minidom",
       "0.19.0", "minidom 0.19.0", ItemKind::Release},
      {"https://invent.kde.org/libraries/qxmpp/-/tags/v1.11.1", "v1.11.1", "QXmpp", "1.11.1",
       "QXmpp 1.11.1", ItemKind::Release},
      {"https://github.com/qxmpp-project/qxmpp/releases/tag/v1.9.0", "v1.9.0", "QXmpp", "1.9.0",
       "QXmpp 1.9.0", ItemKind::Release},
      {"https://github.com/igniterealtime/openfire-presence-plugin/releases/tag/v1.7.2",
       "Presence Service plugin 1.7.2", "Presence Service plugin", "1.7.2",
       "Presence Service plugin 1.7.2", ItemKind::Release},
      {"https://discourse.igniterealtime.org/t/x/1", "HTTP File Upload plugin 1.4.0 released",
       "HTTP File Upload plugin", "1.4.0", "HTTP File Upload plugin 1.4.0", ItemKind::Release},
      {"https://discourse.igniterealtime.org/t/x/2", "Openfire 4.8.0 Released!", "Openfire",
       "4.8.0", "Openfire 4.8.0", ItemKind::Release},
      {"https://github.com/igniterealtime/Openfire/releases/tag/v4.8.0beta",
       "Openfire 4.8.0 Beta", "Openfire", "4.8.0-beta", "Openfire 4.8.0-beta",
       ItemKind::Prerelease},
      {"https://github.com/monal-im/Monal/releases/tag/Build_iOS_1046",
       "Monal 6.4.13 for iOS and macOS", "Monal", "6.4.13", "Monal 6.4.13", ItemKind::Release},
      {"https://sourceforge.net/projects/psiplus/files/Windows/Builds/"
       "psi-plus-1.5.2109.0-install.exe/download",
       "/Windows/Builds/psi-plus-1.5.2109.0-install.exe", "Psi+", "1.5.2109.0",
       "Psi+ 1.5.2109.0", ItemKind::Release},
      {"https://sourceforge.net/projects/psiplus/files/1.5.2111/win32/psi-plus.exe/download",
       "/1.5.2111/win32/psi-plus.exe", "Psi+", "1.5.2111", "Psi+ 1.5.2111", ItemKind::Release},
      {"https://sourceforge.net/projects/psiplus/files/win32/psi-plus.exe/download",
       "/win32/psi-plus.exe", "Psi+", "", "Psi+ /win32/psi-plus.exe", ItemKind::Release},
      {"https://sourceforge.net/projects/psiplus/files/Windows/README.txt/download",
       "/Windows/README.txt", "Psi+", "", "/Windows/README.txt", ItemKind::Noise},
      {"https://git.sr.ht/~singpolyma/cheogram-android/refs/2.19.0-1", "2.19.0-1",
       "cheogram-android", "2.19.0-1", "cheogram-android 2.19.0-1", ItemKind::Release},
      {"https://snikket.org/blog/snikket-server-jan-2024-release/",
       "Snikket Server - January 2024 release", "Snikket Server", "",
       "Snikket Server - January 2024 release", ItemKind::Release},
      {"https://discourse.igniterealtime.org/t/x/3",
       "Unable to login after upgrade to Openfire 4.8.0", "", "",
       "Unable to login after upgrade to Openfire 4.8.0", ItemKind::Article},
      {"https://discourse.igniterealtime.org/t/x/4", "Spark 3.0.2 release date?", "", "",
       "Spark 3.0.2 release date?", ItemKind::Article},
      {"https://planet.example/1", "Ignite Realtime Blog: Openfire 4.8.0 Released!", "Openfire",
       "4.8.0", "Openfire 4.8.0", ItemKind::Release},
      {"https://planet.example/2", "The Harbour: slixmpp 1.8.5", "slixmpp", "1.8.5",
       "slixmpp 1.8.5", ItemKind::Release},
      {"https://planet.example/3", "Ada Heron: DebQuay 0.1.4", "DebQuay", "0.1.4",
       "DebQuay 0.1.4", ItemKind::Release},
      {"https://github.com/python/cpython/releases/tag/v3.15.0b3", "v3.15.0b3", "cpython",
       "3.15.0b3", "cpython 3.15.0b3", ItemKind::Prerelease},
      {"https://github.com/harbour/quay/releases/tag/%40quay%2Fclient%400.13.1",
       "@quay/client@0.13.1", "@quay/client", "0.13.1", "@quay/client 0.13.1",
       ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/pier/v1.2.3", "pier/v1.2.3", "pier",
       "1.2.3", "pier 1.2.3", ItemKind::Release},
      {"https://github.com/harbour/android/releases/tag/v3.1.0", "v3.1.0", "harbour/android",
       "3.1.0", "harbour/android 3.1.0", ItemKind::Release},
      {"https://github.com/harbour/android/releases/tag/v3.1.0", "Android 3.1.0",
       "harbour/android", "3.1.0", "harbour/android 3.1.0", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/cli-v1.0.0", "cli v1.0.0", "quay cli",
       "1.0.0", "quay cli 1.0.0", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/windows-1.2.3", "Windows-1.2.3", "quay",
       "1.2.3", "quay 1.2.3", ItemKind::Release},
      {"https://salsa.debian.org/harbour/quay/-/tags/upstream%2F2.4.0", "upstream/2.4.0",
       "quay", "2.4.0", "quay 2.4.0", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/nightly-1.2.3", "nightly-1.2.3", "quay",
       "1.2.3", "quay 1.2.3", ItemKind::Prerelease},
      {"https://github.com/harbour/quay/releases/tag/dev-tools-1.2.3", "1.2.3", "dev-tools",
       "1.2.3", "dev-tools 1.2.3", ItemKind::Release},
      {"https://lists.sr.ht/~heron/public-inbox/%3Cabc%3E", "[ANNOUNCE] Tug 0.10.0", "Tug",
       "0.10.0", "Tug 0.10.0", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/release/1.2.3", "[1.2.3] - 2024-01-02",
       "quay", "1.2.3", "quay 1.2.3", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/quay1.24.1", "quay1.24.1", "quay",
       "1.24.1", "quay 1.24.1", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/quay1.25rc2", "quay1.25rc2", "quay",
       "1.25rc2", "quay 1.25rc2", ItemKind::Prerelease},
      {"https://github.com/harbour/quay/releases/tag/REL_17_2", "REL_17_2", "quay", "17.2",
       "quay 17.2", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/releases/quay-15.1.0",
       "releases/quay-15.1.0", "quay", "15.1.0", "quay 15.1.0", ItemKind::Release},
      {"https://github.com/harbour/clients/releases/tag/cli-v2026.7.0", "cli-v2026.7.0",
       "harbour/clients cli", "2026.7.0", "harbour/clients cli 2026.7.0", ItemKind::Release},
      {"https://github.com/harbour/HarbourDesktop/releases/tag/desktop-v2.3.0",
       "desktop-v2.3.0", "HarbourDesktop", "2.3.0", "HarbourDesktop 2.3.0", ItemKind::Release},
      {"https://github.com/harbour/libquay/releases/tag/lib-v2.3.0", "lib-v2.3.0", "libquay",
       "2.3.0", "libquay 2.3.0", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/3.33.0-0.2.pre", "3.33.0-0.2.pre", "quay",
       "3.33.0-0.2.pre", "quay 3.33.0-0.2.pre", ItemKind::Prerelease},
      {"https://github.com/harbour/quay/releases/tag/weekly-2026.07.22", "weekly-2026.07.22",
       "quay", "", "weekly-2026.07.22", ItemKind::Noise},
      {"https://github.com/harbour/quay/releases/tag/v3-beta", "v3-beta", "quay", "",
       "quay v3-beta", ItemKind::Prerelease},
      {"https://github.com/harbour/quay/releases/tag/0.9", "Pre-release", "quay", "0.9",
       "quay 0.9", ItemKind::Prerelease},
      {"https://github.com/harbour/quay/releases/tag/v1.2.3-rc.1",
       "Quay 1.2.3 Release Candidate 1", "Quay", "1.2.3-rc1", "Quay 1.2.3-rc1",
       ItemKind::Prerelease},
      {"https://github.com/harbour/quay/releases/tag/v2.0.0-beta.1", "Quay 2.0", "Quay",
       "2.0.0-beta.1", "Quay 2.0.0-beta.1", ItemKind::Prerelease},
      {"https://github.com/harbour/quay/releases/tag/1.2.3-b3", "Beta 3 of 1.2.3", "quay",
       "1.2.3-b3", "quay 1.2.3-b3", ItemKind::Prerelease},
      {"https://github.com/harbour/quay/releases/tag/v0.3.0", "Update to Tide 6.10", "quay",
       "0.3.0", "quay 0.3.0", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/v0.3.0", "Quay 0.3.0 Beta", "Quay",
       "0.3.0-beta", "Quay 0.3.0-beta", ItemKind::Prerelease},
      {"https://github.com/harbour/quay/releases/tag/2024.01.05", "Quay 0.3.0", "Quay", "0.3.0",
       "Quay 0.3.0", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/v5", "v5", "quay", "", "quay v5",
       ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/nightly", "Nightly build", "quay", "",
       "Nightly build", ItemKind::Noise},
      {"https://github.com/harbour/quay/releases/tag/nightly-2026-07-22", "", "quay", "", "",
       ItemKind::Noise},
      {"https://github.com/harbour/quay/releases/tag/canary-1432", "Canary build 1432", "quay",
       "", "Canary build 1432", ItemKind::Noise},
      {"https://github.com/harbour/quay/releases/tag/main-512", "Quay 5.0", "Quay", "5.0",
       "Quay 5.0", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/daily-2026-11-03", "Quay 5.3", "Quay",
       "5.3", "Quay 5.3", ItemKind::Release},
      {"https://github.com/harbour/quay/releases/tag/latest-512", "Quay 2026.11.03", "Quay", "",
       "Quay 2026.11.03", ItemKind::Noise},
      {"https://github.com/harbour/quay/releases/tag/dev", "Quay 5.3", "Quay", "", "Quay 5.3",
       ItemKind::Noise},
      {"https://github.com/harbour/desk/releases/tag/pier/6.4.90", "Pier 6.5 Beta", "pier",
       "6.5-beta", "pier 6.5-beta", ItemKind::Prerelease},
      {"https://github.com/harbour/quay/compare/v2.0.0...v2.1.0", "с 2.0.0 по 2.1.0", "quay",
       "", "с 2.0.0 по 2.1.0", ItemKind::Noise},
      {"https://github.com/harbour/quay/compare/v2.0.0...v2.1.0", "Quay 2.1.0", "Quay", "2.1.0",
       "Quay 2.1.0", ItemKind::Release},
      {"https://github.com/harbour/quay/compare/v2.4.0...v2.5.0?expand=1", "Quay 2.5", "Quay",
       "2.5", "Quay 2.5", ItemKind::Release},
      {"https://github.com/harbour/quay/compare/v1.0...v1.1.0", "Comparing v1.0...v1.1.0",
       "quay", "", "Comparing v1.0...v1.1.0", ItemKind::Noise},
      {"https://gitlab.com/harbour/quay/-/compare/v2.0.0...v2.1.0", "Version 2.1.0", "quay",
       "2.1.0", "quay 2.1.0", ItemKind::Release},
      {"https://github.com/harbour/quay/compare/v2.0.0...v2.1.0", "changes since 2.0.0", "quay",
       "", "changes since 2.0.0", ItemKind::Noise},
      {"https://pypi.org/project/slixmpp/1.8.5/", "1.8.5", "slixmpp", "1.8.5", "slixmpp 1.8.5",
       ItemKind::Release},
      {"https://pypi.org/project/aioquay/1.2.4rc1/", "1.2.4rc1", "aioquay", "1.2.4rc1",
       "aioquay 1.2.4rc1", ItemKind::Prerelease},
      {"https://crates.io/crates/quay-xmpp/3.5.0",
       "New crate version published: quay-xmpp v3.5.0", "quay-xmpp", "3.5.0", "quay-xmpp 3.5.0",
       ItemKind::Release},
      {"https://rubygems.org/gems/quay/versions/2.0.1", "quay (2.0.1)", "quay", "2.0.1",
       "quay 2.0.1", ItemKind::Release},
      {"https://github.com/o/r/commit/0a1b", "fix typo", "r", "", "fix typo", ItemKind::Noise},
      {"https://xmpp.org/extensions/xep-0484.html", "Version 0.1.0 of XEP-0484 (FAST)", "", "",
       "Version 0.1.0 of XEP-0484 (FAST)", ItemKind::Specification},
      {"https://blog.example/slixmpp-1-8-6.html", "1.8.6", "slixmpp", "1.8.6", "slixmpp 1.8.6",
       ItemKind::Release},
      {"https://blog.example/post", "Announcing Openfire 4.8.0", "Openfire", "4.8.0",
       "Openfire 4.8.0", ItemKind::Release},
      {"https://blog.example/post", "Here comes Openfire 4.8.0", "Openfire", "4.8.0",
       "Openfire 4.8.0", ItemKind::Release},
      {"https://blog.example/post", "slixmpp has been published in version 1.8.5", "slixmpp",
       "1.8.5", "slixmpp 1.8.5", ItemKind::Release},
      {"https://blog.example/post", "How to move from here to Openfire 4.8.0", "", "",
       "How to move from here to Openfire 4.8.0", ItemKind::Article},
      {"https://blog.example/post", "Notes on the Berlin sprint: a report", "", "",
       "Notes on the Berlin sprint: a report", ItemKind::Article},
      {"https://blog.example/post", "Meetup in Berlin", "", "", "Meetup in Berlin",
       ItemKind::Event},
      {"https://blog.example/post", "Happy Birthday, Jabber!", "", "",
       "Happy Birthday, Jabber!", ItemKind::Announcement},
      {"https://blog.example/post", "Quicksy_Build 12", "", "", "Quicksy_Build 12",
       ItemKind::Article},
      {"https://wiki.example/w/index.php?title=Main_Page", "Main Page", "", "", "Main Page",
       ItemKind::Article},
      {"https://makertube.net/w/snmicWeGWyk9jbNP25CDNZ", "XMPP im Alltag", "", "",
       "XMPP im Alltag", ItemKind::Talk},
  }));
  CAPTURE(wanted.url, wanted.title);

  const Item item = recognised(wanted.url, wanted.title);

  CHECK(item.project == wanted.project);
  CHECK(item.version == wanted.version);
  CHECK(item.headline == wanted.headline);
  CHECK(item.kind == wanted.kind);
  CHECK(item.title == wanted.title);
}

TEST_CASE("a program's birthday is an article, the protocol's an announcement") {
  CHECK(recognised("https://blog.example/post", "Happy Birthday, Openfire!").kind ==
        ItemKind::Article);
}

TEST_CASE("a tag may name another product of the same repository") {
  std::vector<Project> projects(2);
  projects[0].name = "Monal";
  projects[0].repositories = {"https://github.com/monal-im/Monal"};
  projects[1].name = "Quicksy";
  Item item;
  item.url = "https://github.com/monal-im/Monal/releases/tag/Quicksy_Build_iOS_1046";
  item.title = "6.4.13 (Quicksy)";

  recognise(item, FeedSource{}, "Release notes from Monal", ProjectRegistry(projects));

  CHECK(item.headline == "Quicksy 6.4.13");
}

TEST_CASE("the feed's own settings come before what is found") {
  const ProjectRegistry projects = registry();
  FeedSource source;
  source.project = "Prose";
  source.group = "Prose family";
  source.language = "de";
  Item item;
  item.url = "https://github.com/prose-im/prose-app-web/releases/tag/0.12.0";
  item.title = "0.12.0";

  recognise(item, source, "Release notes from prose-app-web", projects);

  CHECK(item.headline == "Prose 0.12.0");
  CHECK(item.group == "Prose family");
  CHECK(item.language == "de");
}

TEST_CASE("a project's vendor is the group of its items") {
  CHECK(recognised("https://discourse.igniterealtime.org/t/x/2", "Openfire 4.8.0").group ==
        "ignite realtime community");
}

TEST_CASE("a project's own feed may open its titles with the version") {
  FeedSource source;
  source.project = "Casa";
  const auto kind = [&](const FeedSource& feed, const std::string& title) {
    Item item;
    item.url = "https://casa.example/blog/1";
    item.title = title;
    recognise(item, feed, "", ProjectRegistry{});
    return item.kind;
  };

  CHECK(kind(source, "2026.7: A new look for dashboards") == ItemKind::Release);
  CHECK(kind(source, "2026.8 beta: Test with us") == ItemKind::Prerelease);
  CHECK(kind(source, "2026.8: coming in August") == ItemKind::Article);
  CHECK(kind(source, "18.11: Stammtisch in Berlin") == ItemKind::Event);
  CHECK(kind(source, "07.03: Casa meetup") == ItemKind::Event);
  CHECK(kind(source, "18.11: News from the garden") == ItemKind::Article);
  CHECK(kind(source, "10.000: so many downloads") == ItemKind::Article);
  CHECK(kind(source, "2.0: a retrospective") == ItemKind::Article);
  CHECK(kind(source, "24.13: A new look") == ItemKind::Release);
  CHECK(kind(source, "2026.7 in numbers: a look back") == ItemKind::Article);
  CHECK(kind(FeedSource{}, "2026.7: A new look for dashboards") == ItemKind::Article);
}
