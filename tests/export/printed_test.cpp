#include "export/printed.h"

#include "config/config.h"
#include "export/digest.h"
#include "support/catch.h"

using namespace collector;

namespace {

Issue issue(UtcTime until, const std::string& project) {
  Issue closed;
  closed.window.until = until;
  closed.entries.resize(2);
  closed.entries[0].project = project;
  closed.entries[0].versions = {"1.0"};
  closed.entries[0].urls = {"https://codeberg.org/i/quay/releases/tag/v1.0"};
  closed.entries[1].project = "an article's";
  return closed;
}

}  // namespace

TEST_CASE("the releases of earlier issues count, reopened issues do not") {
  const UtcTime start{std::chrono::days{20000}};
  std::vector<Issue> issues{issue(start, "before"), issue(start + seconds{1}, "after"),
                            issue(start, "reopened")};
  issues[2].reopened = start;

  const auto releases = printed_releases(issues, start);

  REQUIRE(releases.size() == 1);
  CHECK(releases[0].project == "before");
  CHECK(releases[0].urls == issues[0].entries[0].urls);
}

TEST_CASE("a bullet tells what changed since the version printed last") {
  StoredItem stored;
  stored.item.section = "clients";
  stored.item.kind = ItemKind::Release;
  stored.item.project = "Quay";
  stored.item.version = "1.1";
  stored.item.url = "https://codeberg.org/i/quay/releases/tag/v1.1";
  const std::vector<PrintedRelease> printed{
      {"Quay", {"https://codeberg.org/i/quay/releases/tag/v1.0"}}};

  const Digest digest = make_digest({stored}, {}, parse_config("", ""), printed);

  REQUIRE(digest.sections.size() == 1);
  CHECK_THAT(digest.sections[0].entries.at(0).markdown,
             ContainsSubstring("See the changes from [1.0 to 1.1]"
                               "(https://codeberg.org/i/quay/compare/v1.0...v1.1)."));
}

TEST_CASE("the link to what changed names the version as the sentence does") {
  std::vector<StoredItem> stored(2);
  for (StoredItem& one : stored) {
    one.item.section = "clients";
    one.item.kind = ItemKind::Release;
    one.item.project = "Quay";
  }
  stored[0].item.url = "https://quay.example/1.1";
  stored[0].item.version = "1.1";
  stored[1].item.url = "https://codeberg.org/i/quay/releases/tag/v1.1.0";
  stored[1].item.version = "1.1.0";
  const std::vector<PrintedRelease> printed{
      {"Quay", {"https://codeberg.org/i/quay/releases/tag/v1.0.0"}}};

  const Digest digest = make_digest(stored, {}, parse_config("", ""), printed);

  REQUIRE(digest.sections.size() == 1);
  CHECK_THAT(digest.sections[0].entries.at(0).markdown,
             ContainsSubstring("[1.1.0](") && ContainsSubstring("[1.0.0 to 1.1.0]("));
}

TEST_CASE("a stable release holds its pre-releases back, be it printed or turned down") {
  std::vector<StoredItem> items(2);
  for (StoredItem& stored : items) {
    stored.item.section = "clients";
    stored.item.project = "Quay";
  }
  items[0].id = "stable";
  items[0].state = State::Printed;
  items[0].item.kind = ItemKind::Release;
  items[0].item.version = "1.1";
  items[0].item.url = "https://quay.example/1.1";
  items[1].id = "candidate";
  items[1].item.kind = ItemKind::Prerelease;
  items[1].item.version = "1.1-rc1";
  items[1].item.url = "https://quay.example/1.1-rc1";

  for (const State state : {State::Printed, State::Dropped, State::Removed}) {
    items[0].state = state;
    CHECK(make_digest(items, {}, parse_config("", "")).sections.empty());
  }
  items.erase(items.begin());
  CHECK(make_digest(items, {}, parse_config("", "")).sections.size() == 1);
}
