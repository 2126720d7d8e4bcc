#include "news/early_words.h"

#include "news/recognised.h"
#include "support/catch.h"

using namespace collector;

namespace {

Item of_heron(const std::string& title) {
  return test::recognised("https://heron.example/3.3", title, {});
}

}  // namespace

TEST_CASE("words may stand between a version and what tells that it is a pre-release") {
  const auto kind = [](const std::string& behind) {
    return of_heron("Heron 3.3" + behind).kind;
  };
  CHECK(kind(" public beta available") == ItemKind::Prerelease);
  CHECK(kind(" First Release Candidate") == ItemKind::Prerelease);
  CHECK(kind(" (second open alpha) released") == ItemKind::Prerelease);
  CHECK(kind(" released, first beta of 3.4 to come") == ItemKind::Release);
  CHECK(kind(" first release of the year") != ItemKind::Prerelease);
}

TEST_CASE("words before the name may tell that it is a pre-release") {
  const auto version = [](const std::string& title) { return of_heron(title).version; };
  CHECK(version("Beta release: Heron 3.3") == "3.3-beta");
  CHECK(version("New alpha: Heron 3.3 released") == "3.3-alpha");
  CHECK(version("Second release candidate of Heron 3.3 is out") == "3.3-rc2");
  CHECK(version("Heron 3.3: beta of the new editor") == "3.3");
  CHECK(version("New release: Heron 3.3") == "3.3");
}

TEST_CASE("what tells that it is a pre-release is no part of the name") {
  const auto [title, headline] = GENERATE(table<const char*, const char*>({
      {"Second release candidate of Heron 3.3", "Heron 3.3-rc2"},
      {"Release candidate 2 for Heron 3.3", "Heron 3.3-rc2"},
      {"RC2 of Heron 3.3 available", "Heron 3.3-rc2"},
      {"First beta of Heron 3.3", "Heron 3.3-beta1"},
      {"First public beta of Heron 3.3", "Heron 3.3-beta1"},
      {"Announcing the first beta of Heron 3.3", "Heron 3.3-beta1"},
      {"Ada Tern: Third alpha release of Heron 3.3", "Heron 3.3-alpha3"},
      {"Beta of Heron 3.3", "Heron 3.3-beta"},
      {"Heron Beta 3.3", "Heron 3.3-beta"},
      {"Heron alpha version 3.3 released", "Heron 3.3-alpha"},
      {"Heron: Beta 3.3", "Heron 3.3-beta"},
      {"Heron nightly 3.3.0-20240105", "Heron 3.3.0-20240105-nightly"},
      {"Heron nightly 2024.01.05", "Heron 2024.01.05-nightly"},
      {"Heron nightly build 3.3", "Heron 3.3-nightly"},
      {"Heron development snapshot 3.3", "Heron 3.3-snapshot"},
      {"Heron daily build 3.3", "Heron 3.3-daily"},
  }));
  CAPTURE(title);

  const Item item = of_heron(title);

  CHECK(item.kind == ItemKind::Prerelease);
  CHECK(item.headline == headline);
}

TEST_CASE("what tells that it is a pre-release may be set off behind the version") {
  const auto [title, version] = GENERATE(table<const char*, const char*>({
      {"Heron 3.3: first alpha", "3.3-alpha1"},
      {"Heron 3.3: the first alpha is out", "3.3-alpha1"},
      {"Heron 3.3 – beta", "3.3-beta"},
      {"Heron 3.3 — Beta 2!", "3.3-beta2"},
      {"Heron 3.3 - second release candidate released", "3.3-rc2"},
      {"Heron 3.3, beta", "3.3-beta"},
      {"Heron 3.3 (beta)", "3.3-beta"},
      {"Heron 3.3 nightly build", "3.3-nightly"},
      {"Heron 3.3 daily build", "3.3-daily"},
      {"Heron 3.3-20240105 nightly", "3.3-20240105-nightly"},
  }));
  CAPTURE(title);

  const Item item = of_heron(title);

  CHECK(item.kind == ItemKind::Prerelease);
  CHECK(item.project == "Heron");
  CHECK(item.version == version);
}

TEST_CASE("a stable release may speak of betas") {
  const char* title =
      GENERATE("Heron 3.3 – Preview pane and more", "Heron 3.3: alpha channel support",
               "Heron 3.3: Beta is over", "Heron 3.3: alpha, beta and stable channels",
               "Heron 3.3 – beta of the new editor", "Heron 3.3: from beta to stable",
               "Heron 3.3: nightly backups", "Heron 3.3 - out of beta");
  CAPTURE(title);

  const Item item = of_heron(title);

  CHECK(item.kind == ItemKind::Release);
  CHECK(item.headline == "Heron 3.3");
}

TEST_CASE("names may be such words") {
  const auto [title, headline] =
      GENERATE(table<const char*, const char*>({{"Alpha 3.3", "Alpha 3.3"},
                                                {"Beta Heron 3.3", "Beta Heron 3.3"},
                                                {"Nightly News 3.3", "Nightly News 3.3"},
                                                {"Heron Weekly 3.3", "Heron Weekly 3.3"}}));
  CAPTURE(title);

  const Item item = of_heron(title);

  CHECK(item.kind == ItemKind::Release);
  CHECK(item.headline == headline);
}

TEST_CASE("a preview of what is to come is no pre-release") {
  CHECK(of_heron("A preview of Heron 3.3").kind == ItemKind::Article);
}

TEST_CASE("marks of pre-releases are read in other scripts") {
  const char* title = GENERATE("かげ 3.3.0 ベータ版", "Kage 3.3.0（测试版）发布",
                               "Ёж 3.3.0 бета", "Kage 3.3.0 베타");
  CAPTURE(title);

  const Item item =
      test::recognised("https://github.com/o/kage/releases/tag/v3.3.0", title, {});

  CHECK(item.kind == ItemKind::Prerelease);
}
