// By what spellings a printed release is known, and what is another one.
#include "store/issue.h"
#include "store/items.h"
#include "store/ledger.h"
#include "store/poll.h"
#include "store_fixture.h"
#include "support/catch.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

using namespace collector;

namespace {

Item release_of(const std::string& feed, const std::string& project,
                const std::string& version) {
  Item item = entry(feed, feed + ' ' + project + ' ' + version, 9);
  item.project = project;
  item.version = version;
  return item;
}

/// What is printed of the releases of a feed.
std::vector<std::string> printed_of(StoreFixture& fixture, const std::string& feed) {
  std::vector<std::string> printed;
  for (const StoredItem& one : fixture.items({.state = State::Printed, .feed = feed}))
    printed.push_back(one.item.project + ' ' + one.item.version);
  std::ranges::sort(printed);
  return printed;
}

/// Some releases of a feed, by their projects and versions.
FeedUpdate releases(const std::string& feed,
                    const std::vector<std::pair<std::string, std::string>>& all) {
  std::vector<Item> items;
  items.reserve(all.size());
  for (const auto& [project, version] : all)
    items.push_back(release_of(feed, project, version));
  return poll(feed, items, january(41));
}

Item prerelease_of(const std::string& feed, const std::string& project,
                   const std::string& version) {
  Item item = release_of(feed, project, version);
  item.key = item.guid = item.title = "pre-" + item.title;
  item.url = item.canonical_url = item.url + "-pre";
  item.kind = ItemKind::Prerelease;
  return item;
}

}  // namespace

TEST_CASE_METHOD(StoreFixture, "a release is known by all spellings of its name and version") {
  const auto feed = [](const std::string& name) {
    return poll(name,
                {release_of(name, "heron-im", "2.4.0"), release_of(name, "HeronIM", "v2.4"),
                 release_of(name, "heron-im", "2.4-rc1"), release_of(name, "heron-im", "2.4.1"),
                 release_of(name, "heron-im", "2.40"), release_of(name, "heron-im", "24.0"),
                 release_of(name, "heron", "2.4"), release_of(name, "heron-im+", "2.4"),
                 release_of(name, "Heron IM 2", "2.4"), release_of(name, "Heron", "IM 2.4"),
                 release_of(name, "Heron IM Easy", "2.4")},
                january(41));
  };
  save(*store, feed("early"));
  store->ledger().close(issue_with({.project = "Heron IM", .versions = {"2.4"}}));
  save(*store, feed("late"));

  for (const char* name : {"early", "late"}) {
    CHECK(printed_of(*this, name) ==
          std::vector<std::string>{"HeronIM v2.4", "heron-im 2.4.0"});
  }
  store->ledger().reopen("2024-01", january(42));
  CHECK(items({.state = State::Printed}).empty());
  CHECK(store->check().empty());
}

TEST_CASE_METHOD(StoreFixture,
                 "zeros in front of a number part versions, those behind do not") {
  const auto feed = [](const std::string& name) {
    return releases(name, {{"libfoo", "v1.01"},
                           {"libfoo", "1.01.0"},
                           {"libfoo", "1.1"},
                           {"libfoo", "1.001"},
                           {"libfoo", "01.1"},
                           {"libfoo", "24.2"}});
  };
  save(*store, feed("early"));
  store->ledger().close(issue_with({.project = "libfoo", .versions = {"1.01", "24.02"}}));
  save(*store, feed("late"));

  for (const char* name : {"early", "late"})
    CHECK(printed_of(*this, name) == std::vector<std::string>{"libfoo 1.01.0", "libfoo v1.01"});
}

TEST_CASE_METHOD(StoreFixture, "signs part the names of projects, but for blanks and lines") {
  const std::vector<std::pair<std::string, std::string>> names{
      {"@xmpp/client", "xmpp-client"}, {"@vue/cli", "vue-cli"}, {"xmpp.py", "xmpppy"},
      {"XMPP C#", "XMPP C"},           {"Psi+", "Psi"},         {"a/b", "ab"}};
  std::vector<std::pair<std::string, std::string>> others;
  Issue issue = issue_with({});
  for (const auto& [name, other] : names) {
    issue.entries.push_back({.project = name, .versions = {"1.0"}});
    others.emplace_back(other, "1.0");
  }
  others.emplace_back("XMPP_c#", "1.0");
  save(*store, releases("early", others));
  store->ledger().close(issue);
  save(*store, releases("late", others));

  for (const char* name : {"early", "late"})
    CHECK(printed_of(*this, name) == std::vector<std::string>{"XMPP_c# 1.0"});
}

TEST_CASE_METHOD(StoreFixture, "a pre-release whose version hides it is not what it leads to") {
  save(*store, poll("blog", {prerelease_of("blog", "libfoo", "3.3")}, january(10)));
  store->ledger().close(
      issue_with({.project = "libfoo", .item_ids = {items().at(0).id}, .versions = {"3.3"}}));

  save(*store,
       poll("late",
            {release_of("late", "libfoo", "3.3.0"), prerelease_of("late", "LibFoo", "v3.3"),
             prerelease_of("late", "libfoo", "3.3-rc1")},
            january(41)));

  CHECK(printed_of(*this, "late") == std::vector<std::string>{"LibFoo v3.3"});
  store->ledger().reopen("2024-01", january(42));
  CHECK(items({.state = State::Printed}).empty());
}

TEST_CASE_METHOD(StoreFixture, "a bullet on both marks the release and its pre-release") {
  save(*store,
       poll("blog",
            {prerelease_of("blog", "libfoo", "3.3"), release_of("blog", "libfoo", "3.3.0"),
             prerelease_of("blog", "libfoo", "3.4-rc1")},
            january(10)));
  std::vector<std::string> ids;
  for (const StoredItem& one : items())
    ids.push_back(one.id);
  store->ledger().close(
      issue_with({.project = "libfoo", .item_ids = ids, .versions = {"3.3", "3.4-rc1"}}));

  save(*store,
       poll("late",
            {release_of("late", "libfoo", "3.3"), prerelease_of("late", "libfoo", "3.3.0"),
             prerelease_of("late", "libfoo", "3.4rc1")},
            january(41)));

  CHECK(printed_of(*this, "late").size() == 3);
}

TEST_CASE_METHOD(StoreFixture, "a page that a feed gives all its entries tells of none") {
  const auto at_one_page = [](Item item) {
    item.url = item.canonical_url = "https://heron.example/changes";
    return item;
  };
  Item two = release_of("heron", "heron", "1.2");
  two.further_versions = {"1.3"};
  save(*store,
       poll("heron", {at_one_page(release_of("heron", "heron", "1.1")), at_one_page(two)},
            january(33)));
  store->ledger().close(issue_with({.project = "heron",
                                    .item_ids = {id_of("About heron heron 1.1")},
                                    .versions = {"1.1"},
                                    .pages = {"https://heron.example/changes"}}));

  CHECK(printed_of(*this, "heron") == std::vector<std::string>{"heron 1.1"});
}

TEST_CASE_METHOD(StoreFixture, "1.10 is not 1.1, and 2.0 is 2.0.0") {
  store->ledger().close(issue_with({.project = "libfoo", .versions = {"1.1", "2.0"}}));

  save(*store,
       poll("tags",
            {release_of("tags", "libfoo", "1.10"), release_of("tags", "libfoo", "2.0.0")},
            january(41)));

  CHECK(items({.state = State::Undecided}).at(0).item.version == "1.10");
  CHECK(items({.state = State::Printed}).at(0).item.version == "2.0.0");
}

TEST_CASE_METHOD(StoreFixture, "a repository spells its project's name its own way") {
  const auto tag = [](const std::string& feed, const std::string& owner) {
    Item item = release_of(feed, "heron-im", "2.4.0");
    item.owner = owner;
    return item;
  };
  save(*store, poll("ann", {tag("ann", "ann")}, january(10)));
  store->ledger().close(
      issue_with({.project = "Heron IM", .item_ids = {items().at(0).id}, .versions = {"2.4"}}));

  save(*store, poll("bob", {tag("bob", "bob")}, january(41)));
  save(*store, poll("mirror", {tag("mirror", "ann")}, january(41)));

  CHECK(items({.feed = "bob"}).at(0).state == State::Undecided);
  CHECK(items({.feed = "mirror"}).at(0).state == State::Printed);
}
