// What was printed when, and what that means for what comes later.
#include "store/ledger.h"

#include "core/error.h"
#include "store/issue.h"
#include "store/items.h"
#include "store/poll.h"
#include "store_fixture.h"
#include "support/catch.h"

using namespace collector;

namespace {

Item release(const std::string& feed, const std::string& name) {
  Item item = entry(feed, name, 9);
  item.project = "libfoo";
  item.version = "1.0";
  return item;
}

}  // namespace

TEST_CASE_METHOD(StoreFixture, "what an issue prints is printed until it is reopened") {
  save(*store, poll("planet", {entry("planet", "a", 8), entry("planet", "b", 9)}, january(10)));
  const std::string id = id_of("About a");
  decide(DecisionKind::Keep, id);

  store->ledger().close(issue_with({.section = "articles", .item_ids = {id}}));
  CHECK(item(id).state == State::Printed);
  CHECK(item(id).printed_in == "2024-01");
  CHECK(item(id_of("About b")).state == State::Undecided);
  CHECK(store->check().empty());

  store->ledger().reopen("2024-01", january(36));
  CHECK(item(id).state == State::Kept);
  CHECK(store->check().empty());
}

TEST_CASE_METHOD(StoreFixture, "an issue comes back as it was closed") {
  const PrintedEntry printed{.section = "libraries",
                             .title = "libfoo 1.0",
                             .project = "libfoo",
                             .item_ids = {},
                             .versions = {"1.0"},
                             .urls = {"http://www.foo.example/"},
                             .pages = {"https://foo.example/"}};
  store->ledger().close(issue_with(printed));

  const Issue issue = store->ledger().issues().at(0);

  CHECK(issue.month == "2024-01");
  CHECK(issue.markdown == "# News\n");
  CHECK(issue.window.until == january(32));
  CHECK(issue.entries.at(0).versions == printed.versions);
  CHECK(issue.entries.at(0).urls == printed.urls);
  CHECK(issue.entries.at(0).pages == printed.pages);
}

TEST_CASE_METHOD(StoreFixture, "a page that was printed is printed wherever it turns up") {
  save(*store, poll("planet", {entry("planet", "a", 8)}, january(10)));
  store->ledger().close(issue_with(
      {.section = "articles", .pages = {"https://blog.example/a", "https://blog.example/b"}}));

  save(*store, poll("other", {entry("other", "b", 40)}, january(41)));

  CHECK(item(id_of("About a")).state == State::Printed);
  CHECK(item(id_of("About b")).state == State::Printed);
}

TEST_CASE_METHOD(StoreFixture,
                 "a late copy is known by every page that a printed item has had") {
  const auto at = [](Item item, const std::string& page) {
    item.url = item.canonical_url = "https://blog.example/" + page;
    return item;
  };
  const Item a = entry("planet", "a", 8);
  const Item b = entry("planet", "b", 9);
  save(*store, poll("planet", {a, b}, january(10)));
  save(*store, poll("planet", {at(a, "a-moved"), b}, january(11)));
  save(*store,
       poll("shop", {at(entry("shop", "c", 8), "all"), at(entry("shop", "d", 8), "all")},
            january(11)));
  Issue issue = issue_with({.section = "articles", .item_ids = {id_of("About a")}});
  issue.entries.push_back({.section = "articles", .item_ids = {id_of("About b")}});
  issue.entries.push_back({.section = "articles", .item_ids = {id_of("About c")}});

  store->ledger().close(issue);
  std::vector<Item> late;
  for (const char* page : {"a", "a-moved", "b", "all"})
    late.push_back(at(entry("other", std::string("late ") + page, 12), page));
  save(*store, poll("other", late, january(41)));

  CHECK(item(id_of("About late a")).state == State::Printed);
  CHECK(item(id_of("About late a-moved")).state == State::Printed);
  CHECK(item(id_of("About late b")).state == State::Printed);
  // A page that several entries of one feed share tells of none of them.
  CHECK(item(id_of("About late all")).state == State::Undecided);
  CHECK(store->check().empty());
}

TEST_CASE_METHOD(StoreFixture, "a release that was printed is printed whatever its page") {
  save(*store, poll("planet", {release("planet", "a")}, january(10)));
  store->ledger().close(
      issue_with({.section = "libraries", .project = "libfoo", .versions = {"1.0"}}));

  save(*store, poll("other", {release("other", "b")}, january(41)));

  CHECK(items({.state = State::Printed}).size() == 2);
}

TEST_CASE_METHOD(StoreFixture, "a release is known whatever the case of its project's name") {
  store->ledger().close(issue_with({.project = "LibFoo", .versions = {"1.0"}}));

  save(*store, poll("other", {release("other", "b")}, january(41)));

  CHECK(items({.state = State::Printed}).size() == 1);
}

TEST_CASE_METHOD(StoreFixture, "a post on two versions is printed once both were") {
  const auto post = [](const std::string& name, const std::string& first,
                       const std::string& second) {
    Item item = release("blog", name);
    item.version = first;
    item.further_versions = {second};
    return item;
  };
  save(*store, poll("blog", {post("here", "1.1", "1.2")}, january(10)));
  store->ledger().close(
      issue_with({.section = "libraries", .project = "libfoo", .versions = {"1.0", "1.1"}}));
  save(*store, poll("blog",
                    {post("here", "1.1", "1.2"), post("both", "1.0", "1.1"),
                     post("late", "1.1", "1.2")},
                    january(41)));

  CHECK(store->items().item(id_of("About both")).state == State::Printed);
  CHECK(store->items().item(id_of("About here")).state == State::Undecided);
  CHECK(store->items().item(id_of("About late")).state == State::Undecided);
  // Of what the others are, they are news.
  for (const Item& news : {store->items().item(id_of("About late")).item,
                           items({.state = State::Undecided}).at(0).item}) {
    CHECK(news.version == "1.2");
    CHECK(news.further_versions.empty());
  }
  CHECK(store->items().item(id_of("About both")).item.version == "1.0");

  Issue february =
      issue_with({.section = "libraries", .project = "libfoo", .versions = {"1.2"}});
  february.month = "2024-02";
  store->ledger().close(february);
  CHECK(store->items().item(id_of("About here")).printed_in == "2024-02");
  CHECK(store->items().item(id_of("About late")).printed_in == "2024-02");

  store->ledger().reopen("2024-01", january(70));
  CHECK(store->items().item(id_of("About here")).state == State::Undecided);
  CHECK(store->items().item(id_of("About both")).state == State::Undecided);
  CHECK(store->items().item(id_of("About both")).item.version == "1.0");
  CHECK(store->check().empty());
}

TEST_CASE_METHOD(StoreFixture, "a stranger's release of one name and version is news") {
  const auto owned = [](const std::string& feed, const std::string& name,
                        const std::string& owner) {
    Item item = release(feed, name);
    item.owner = owner;
    return item;
  };
  save(*store, poll("ann", {owned("ann", "tag", "ann")}, january(10)));
  save(*store, poll("bob", {owned("bob", "early stranger", "bob")}, january(10)));
  store->ledger().close(issue_with({.section = "libraries",
                                    .project = "libfoo",
                                    .item_ids = {id_of("About tag")},
                                    .versions = {"1.0"}}));

  save(*store, poll("bob", {owned("bob", "late stranger", "bob")}, january(41)));
  save(*store, poll("mirror", {owned("mirror", "mirror", "ann")}, january(41)));
  save(*store, poll("blog", {release("blog", "post")}, january(41)));
  save(*store, poll("ann", {owned("ann", "neighbour", "ben")}, january(41)));

  CHECK(store->items().item(id_of("About early stranger")).state == State::Undecided);
  CHECK(store->items().item(id_of("About late stranger")).state == State::Undecided);
  CHECK(store->items().item(id_of("About mirror")).state == State::Printed);
  CHECK(store->items().item(id_of("About post")).state == State::Printed);
  CHECK(store->items().item(id_of("About neighbour")).state == State::Undecided);
  CHECK(store->check().empty());
}

TEST_CASE_METHOD(StoreFixture,
                 "whose release was printed without a repository may be anybody's") {
  store->ledger().close(
      issue_with({.section = "libraries", .project = "libfoo", .versions = {"1.0"}}));
  Item tag = release("tags", "tag");
  tag.owner = "ann";

  save(*store, poll("tags", {tag}, january(41)));

  CHECK(store->items().item(id_of("About tag")).state == State::Printed);
}

TEST_CASE_METHOD(StoreFixture, "an issue is closed once, and reopened only when closed") {
  store->ledger().close(issue_with({}));

  CHECK_THROWS_AS(store->ledger().close(issue_with({})), Error);
  store->ledger().reopen("2024-01", january(36));
  CHECK_THROWS_AS(store->ledger().reopen("2024-01", january(36)), Error);
  store->ledger().close(issue_with({}));
  CHECK(store->ledger().issues().size() == 2);
}
