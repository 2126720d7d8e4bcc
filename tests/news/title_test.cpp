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
      "Boje sinkt nach Update auf Quay 2.1: Hilfe", "Erreur avec Openfire 4.8.0",
      "Quay 2.1 in uscita a marzo", "Quay 2.1 на Debian");
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
      "Quay 2.1", "Quay 2.1 brings boats", "Quay 2.1 arrives", "Quay 2.1: boats",
      "Quay 2.1 (Harbour)", "Quay 2.1 Harbour", "Quay 2.1 and 2.0.7", "Quay 2.1 fixes a crash",
      "Quay 2.1 released, more to come soon", "Quay's 2.1 release", "Sortie de Quay 2.1",
      "Disponible Quay 2.1", "Quay 2.1 ist erschienen", "Nouveau : Quay 2.1 est disponible",
      "Quay 2.1 вышел", "Review Board 2.1", "Openfire 2.1: fixes errors",
      "Openfire 2.1 behebt Fehler", "Version 2.1", "Openfire 2.1 - kein Google mehr",
      "Openfire 2.1 – Fehler korrigiert", "Openfire 2.1 update: login problems solved",
      "Quay 2.1 – new features", "Quay 2.1 — boats", "Quay 2.1 🎉", "Quay 2.1 “Autumn”",
      "Quay 2.1 «Autumn»", "Quay 2.1 • boats", "Quay 2.1 · boats", "Quay 2.1 ✨ Stable",
      "Quay 2.1 “Aurora” – a fresh start", "Openfire 2.1 – in Debian", "Quay 2.1 для Android",
      "Quay 2.1 с поддержкой OMEMO", "Quay 2.1 з підтримкою OMEMO", "Quay 2.1 برای Android",
      "Quay 2.1 è uscito", "Quay 2.1 über Flathub", "2.1 release",
      "The new version 2.1 is out now", "Security update: Quay 2.1", "Openfire 2.1 w/ fixes",
      "Openfire 2.1 no bugs", "Openfire 2.1 we made it", "2048 2.1", "Edge 2.1", "Next 2.1");
  CAPTURE(title);

  const Item item = recognised("https://blog.example/post", title);

  CHECK(item.kind == ItemKind::Release);
  CHECK(item.version == "2.1");
}

namespace {

Item in_other_scripts(const std::string& title) {
  static const ProjectRegistry projects = [] {
    std::vector<Project> known(4);
    known[0].name = "かげ";
    known[0].aliases = {"Kage"};
    known[1].name = "Ёж";
    known[1].aliases = {"Їжак"};
    known[2].name = "Żuraw";
    known[3].name = "پارسی";
    known[3].aliases = {"Parsi"};
    return ProjectRegistry(known);
  }();
  return test::recognised("https://blog.example/post", title, projects);
}

}  // namespace

TEST_CASE("a known project's release is told in every script") {
  const auto [title, headline] = GENERATE(table<const char*, const char*>({
      {"【お知らせ】かげ２．０．０をリリースしました", "かげ 2.0.0"},
      {"「かげ」バージョン２．０を公開", "かげ 2.0"},
      {"かげ 2.1.0リリースのお知らせ", "かげ 2.1.0"},
      {"Kage 2.0.0 正式发布，支持多窗口", "かげ 2.0.0"},
      {"Kage 2.1.0을 출시했습니다", "かげ 2.1.0"},
      {"Вышла версия 2.0 программы ЁЖ", "Ёж 2.0"},
      {"Состоялся релиз ёж 2.0.0", "Ёж 2.0.0"},
      {"Выпуск мессенджера Ёж 2.0", "Ёж 2.0"},
      {"Вийшла версія 2.0.0 месенджера Їжак", "Ёж 2.0.0"},
      {"Ukazała się wersja 3.2 edytora Żuraw", "Żuraw 3.2"},
      {"Żuraw 3.3 już dostępny", "Żuraw 3.3"},
      {"پارسی ۲.۰.۰ منتشر شد", "پارسی 2.0.0"},
      {"انتشار پارسی نسخه ۲٫۱", "پارسی 2.1"},
      {"إصدار Parsi ٢٫٠ متاح الآن", "پارسی 2.0"},
      {"שוחררה גרסה 2.0.0 של Parsi", "پارسی 2.0.0"},
  }));
  CAPTURE(title);

  const Item item = in_other_scripts(title);

  CHECK(item.kind == ItemKind::Release);
  CHECK(item.headline == headline);
}

TEST_CASE("who writes of a release in another script has not made one") {
  const char* title = GENERATE(
      "【初心者向け】かげ2.0の使い方を徹底解説！", "かげ2.0.1でログインできない問題の解決方法",
      "かげ２．０がリリースされたので早速試してみた", "かげ 2.1.1のリリースが延期されました",
      "かげ2.0はいつ公開されますか？", "OpenHarmony 6.1 发布候选版", "Kage 2.0에서 로그인 문제",
      "個人開発で作ったサクラエディタのプラグインv1.0.0を公開しました",
      "Ёж 2.1.1 выйдет на следующей неделе", "Ёж 2.0 на Debian", "Żuraw 3.4 w Debianie",
      "Wydano Jeża 2.0.0", "Вышла версия 2.0 чего-то", "چگونه پارسی ۲.۰ را نصب کنیم؟",
      "Beta 2 of 4.7 is here");
  CAPTURE(title);

  const Item item = in_other_scripts(title);

  CHECK(item.kind == ItemKind::Article);
  CHECK(item.headline == title);
}
