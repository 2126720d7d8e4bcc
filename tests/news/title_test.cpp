#include "news/title.h"

#include "news/recognised.h"
#include "support/catch.h"

using namespace collector;

namespace {

Item recognised(const std::string& url, const std::string& title) {
  static const ProjectRegistry projects = [] {
    std::vector<Project> known(2);
    known[0].name = "Openfire";
    known[0].section = "servers";
    known[1].name = "slixmpp";
    return ProjectRegistry(known);
  }();
  return test::recognised(url, title, projects);
}

}  // namespace

TEST_CASE("who writes of a release has not made one") {
  const char* title = GENERATE(
      "Quay 3.5 LDAP: the install fails", "Openfire 4.8.0 crashes at startup",
      "Openfire 4.8.0: plugins cannot be loaded", "Upgrading Openfire 4.8", "Using Quay 1.8",
      "Ada Heron: Using Quay 1.8", "Review: Dinghy 0.4", "Why Snikket 2.0",
      "My Dinghy 24.04 setup", "Log4j 2.17 and Openfire", "TLS 1.3 in slixmpp",
      "Openfire 5.0 is coming", "Openfire 5.0 roadmap", "Quay 0.5 postponed",
      "Announcing the Quay 0.5 release party", "Openfire 4.7 security advisory",
      "Testing Quay 0.5 before its release", "Towards Quay 1.0",
      "Ada Heron: 2.5.0 version of Quay available",
      "A look at what is new in the release of Quay 4.8", "Version 0.3.0 of the tide tables",
      "2.1 reasons to sail", "Openfire 5.0 will be released in March",
      "Openfire 4.9 is no longer supported", "Openfire 5.0 string freeze",
      "Openfire 4.8.0 in the docks", "Episode 42: Openfire 5.0 with its makers",
      "From Quay 24.12 to Quay 25.10", "XEP-0384 1.0", "Wartung 5.11. ab 22.00 Uhr",
      "Konzert 19.30 Uhr", "Openfire 5.0 is not released yet",
      "Login fails after the update to Openfire 4.8.0", "Openfire 4.8.0 startet nicht mehr",
      "Boje sinkt nach Update auf Quay 2.1: Hilfe", "Erreur avec Openfire 4.8.0");
  CAPTURE(title);

  const Item item = recognised("https://forum.example/t/x/1", title);

  CHECK(item.kind == ItemKind::Article);
  CHECK(item.headline == title);
}

TEST_CASE("whatever announces a known project is no part of its name") {
  const char* title = GENERATE(
      "We have just released Openfire 4.8.0", "🎉 Openfire 4.8.0 released", "🎉Openfire 4.8.0",
      "XMPP-Server Openfire 4.8.0 erschienen", "New Openfire release 4.8.0",
      "Вышел Openfire 4.8.0", "ВЫШЕЛ Openfire 4.8.0", "È uscito Openfire 4.8.0",
      "VERÖFFENTLICHT: Openfire 4.8.0", "LANÇADO Openfire 4.8.0",
      "Nueva versión de Openfire 4.8.0", "Openfire Security Release 4.8.0",
      "Openfire\u00a04.8.0 released", "Openfire “4.8.0” released", "Openfire\u30004.8.0",
      "Openfire –4.8.0", "Openfire stable 4.8.0");
  CAPTURE(title);

  const Item item = recognised("https://blog.example/post", title);

  CHECK(item.kind == ItemKind::Release);
  CHECK(item.headline == "Openfire 4.8.0");
}

TEST_CASE("a name that only ends with a known project's is another") {
  const char* title =
      GENERATE("Apache Openfire 4.8.0", "Openfire client 4.8.0",
               "Candy plugin for Openfire 4.8.0", "La version 4.8.0 d'Openfire est sortie");
  CAPTURE(title);

  CHECK(recognised("https://blog.example/post", title).project != "Openfire");
}

TEST_CASE("a meeting's day and hour are no version") {
  const char* title = GENERATE("Jabber-Stammtisch 18.11. in Köln", "Stammtisch 19.30 Uhr",
                               "Fediverse-Treffen 7.11.", "Treffen am 18.11.");
  CAPTURE(title);

  CHECK(recognised("https://blog.example/post", title).kind == ItemKind::Event);
}

TEST_CASE("a release says so in few words or in those of its language") {
  const char* title = GENERATE(
      "Quay 2.1", "Quay 2.1 brings boats", "Quay 2.1: boats", "Quay 2.1 (Harbour)",
      "Quay 2.1 Harbour", "Quay 2.1 and 2.0.7", "Quay 2.1 fixes a crash",
      "Quay 2.1 released, more to come soon", "Quay's 2.1 release", "Sortie de Quay 2.1",
      "Disponible Quay 2.1", "Quay 2.1 ist erschienen", "Nouveau : Quay 2.1 est disponible",
      "Quay 2.1 вышел", "Review Board 2.1", "Openfire 2.1: fixes errors",
      "Openfire 2.1 behebt Fehler", "Version 2.1", "Openfire 2.1 - kein Google mehr",
      "Openfire 2.1 – Fehler korrigiert", "Openfire 2.1 update: login problems solved",
      "2.1 release", "The new version 2.1 is out now", "Security update: Quay 2.1");
  CAPTURE(title);

  const Item item = recognised("https://blog.example/post", title);

  CHECK(item.kind == ItemKind::Release);
  CHECK(item.version == "2.1");
}
