// What a database in an older form knows, once it is brought to the present one.
#include "core/feed.h"
#include "store/documents.h"
#include "store/feeds.h"
#include "store/issue.h"
#include "store/items.h"
#include "store/ledger.h"
#include "store/migrations.h"
#include "store/poll.h"
#include "store_fixture.h"
#include "support/catch.h"

#include <string>
#include <vector>

using namespace collector;

namespace {

/// A database in the form of `migrations`, in which `sql` was run.
std::string older_database(const TemporaryFolder& folder, std::size_t migrations,
                           const std::string& sql) {
  const std::string path = folder.path("news.db");
  Connection connection(path, OpenMode::ReadWrite);
  migrate(connection, all_migrations().first(migrations));
  connection.execute(sql);
  return path;
}

const std::string kClosed =
    "INSERT INTO issues (number, month, from_at, until_at, closed_at, markdown, json)"
    "  VALUES (1, '2024-01', 1704067200, 1706745600, 1706745600, 'As printed.', '{}');";
const std::string kEntries =
    "INSERT INTO printed_entries (number, issue, section, title, project, items, versions,"
    "  urls) VALUES ";

Item release(const std::string& name, const std::string& project, const std::string& version) {
  Item item = entry("tags", name, 9);
  item.project = project;
  item.version = version;
  return item;
}

/// Each with the row of its entry before it.
std::string marks_in(const std::string& path) {
  Connection connection(path, OpenMode::ReadOnly);
  return connection.value<std::string>(
      "SELECT group_concat(entry || ' ' || mark, '; ') FROM printed_marks");
}

}  // namespace

TEST_CASE("what commands left for each other outlives the new form of its table") {
  const TemporaryFolder folder;
  const std::string path =
      older_database(folder, 4, "INSERT INTO documents VALUES ('configuration', 'feeds: []')");

  const auto store = open_store(path, Access::Write);

  CHECK(store->documents().configuration() == "feeds: []");
  store->documents().remember_configuration("feeds: [] # none");
  CHECK(store->documents().configuration() == "feeds: [] # none");
  CHECK(store->documents().model().empty());
}

TEST_CASE("a feed of an older database is known as one that has no filters and no ttl") {
  const TemporaryFolder folder;
  const std::string path = older_database(
      folder, 5,
      "INSERT INTO feeds (name, url, etag) VALUES ('planet', 'https://a.example', 'x')");

  const FeedState state = open_store(path, Access::Write)->feeds().all().at(0);

  CHECK(state.validators.etag == "x");
  CHECK(state.filter == 0);
  CHECK(state.ttl == seconds{0});
}

TEST_CASE("what was odd about the feeds of an older database is known still") {
  const TemporaryFolder folder;
  const std::string path = older_database(
      folder, 6,
      "INSERT INTO feeds (name, url, failing_since_at, warning) VALUES"
      " ('a', '', NULL, ''),"
      " ('b', '', 1704067200, 'probably dead: failing since 2024-01-01'),"
      " ('c', '', NULL, 'slow: 12 s for the last answer'),"
      " ('d', '', NULL, 'suspicious: its title was \"The \"Städte\" 9\"'),"
      " ('e', '', NULL, 'suspicious: moved to another host, b.example'),"
      " ('f', '', NULL, 'the list has 3 extensions where it had 20; the former state is"
      " kept')");

  std::vector<FeedWarning> warnings;
  for (const FeedState& state : open_store(path, Access::Write)->feeds().all())
    warnings.push_back(state.warning);

  CHECK(warnings == std::vector<FeedWarning>{{},
                                             {FeedOddity::Dead},
                                             {FeedOddity::Slow, {"12"}},
                                             {FeedOddity::Retitled, {"The \"Städte\" 9"}},
                                             {FeedOddity::OtherHost, {"b.example"}},
                                             {FeedOddity::ShortList, {"3", "20"}}});
}

TEST_CASE("what an older database has printed is printed still, whoever's it is") {
  const TemporaryFolder folder;
  const std::string path =
      older_database(folder, 7,
                     kClosed + kEntries +
                         "(1, 1, 'libraries', 'libfoo 1.0', 'libfoo', '', '1.0', '');"
                         "INSERT INTO printed_marks VALUES ('LibFoo 1.0', 1)");
  Item tag = release("tag", "LibFoo", "1.0");
  tag.owner = "ann";
  Item post = release("post", "LibFoo", "1.0");
  post.further_versions = {"1.1"};
  const auto store = open_store(path, Access::Write);

  save(*store, poll("tags", {tag, post}, january(41)));

  CHECK(store->items().find({.state = State::Printed}).at(0).item.title == "About tag");
  CHECK(store->items().find({.state = State::Undecided}).at(0).item.title == "About post");
}

TEST_CASE("a printed release of an older database is known by all spellings") {
  const TemporaryFolder folder;
  const std::string path = older_database(
      folder, 8,
      kClosed + kEntries +
          "(1, 1, 'clients', 'Heron IM 2.4.0', 'Heron IM', 'a b', '2.4.0', ''),"
          "  (2, 1, 'clients', 'Gull Chat v1.0', 'Gull Chat', '', 'v1.0', '');"
          "INSERT INTO printed_marks VALUES ('heron im 2.4.0', 1), ('Heron IM 2.4.0', 1),"
          "  ('heron im 2.4-rc1', 1), ('https://heron.example/2.4.0 beta', 1), ('#a b', 1),"
          "  ('gull chat v1.0 @*', 2), ('gull chat v1.0 @ann', 2), ('? 1.0', 2)");
  {
    const auto store = open_store(path, Access::Write);
    Item tag = release("tag", "heron-im", "2.4");
    Item ann = release("ann", "gull-chat", "1.0.0");
    ann.owner = "ann";
    Item bob = ann;
    bob.key = bob.canonical_url = bob.title = "bob";
    bob.owner = "bob";
    save(*store, poll("tags", {tag, ann, bob}, january(41)));

    CHECK(store->items().find({.state = State::Printed}).size() == 2);
    CHECK(store->items().find({.state = State::Undecided}).at(0).item.title == "bob");
    CHECK(store->ledger().issues().at(0).markdown == "As printed.");
    CHECK(store->ledger().issues().at(0).entries.at(0).versions.at(0) == "2.4.0");
    CHECK(store->check().empty());
  }
  CHECK(marks_in(path) ==
        "1 #a b; 2 ? 1.0; 2 gullchat 1.0 @*; 2 gullchat 1.0 @ann; 1 heronim 2.4; "
        "1 heronim 2.4rc.1; 1 https://heron.example/2.4.0 beta");
}

TEST_CASE("whose a printed release of an older database is, its items tell") {
  const TemporaryFolder folder;
  std::string path = folder.path("news.db");
  std::vector<std::string> ids;
  {
    Item tag = release("tag", "heron-im", "2.4.0");
    tag.owner = "ann";
    Item beta = release("beta", "Gull", "3.3");
    beta.kind = ItemKind::Prerelease;
    const auto store = open_store(path, Access::Write);
    save(*store, poll("tags", {tag, beta}, january(10)));
    for (const char* title : {"About tag", "About beta"})
      for (const StoredItem& one : store->items().find({}))
        if (one.item.title == title) ids.push_back(one.id);
  }
  {
    Connection connection(path, OpenMode::ReadWrite);
    connection.execute(kClosed + kEntries +
                       "(1, 1, 'clients', '', 'Heron IM', 'gone' || char(10) || '" + ids.at(0) +
                       "', '2.4', ''), (2, 1, 'clients', '', 'Gull', '" + ids.at(1) +
                       "', '3.3', '');"
                       "INSERT INTO printed_marks VALUES ('heron im 2.4', 1), ('gull 3.3', 2),"
                       "  ('gemini://gull.example/a 3.3', 2); PRAGMA user_version = 8");
  }
  { CHECK(open_store(path, Access::Write)->check().empty()); }
  CHECK(marks_in(path) ==
        "2 gemini://gull.example/a 3.3; 2 gull 3.3~; 1 heronim 2.4 @*; 1 heronim 2.4 @ann");
}

TEST_CASE("of an item in an older database nobody has looked for further versions") {
  const TemporaryFolder folder;
  const std::string path = older_database(
      folder, 7,
      "INSERT INTO feeds (number, name, url) VALUES (1, 'planet', '');"
      "INSERT INTO items (id, feed, key, fingerprint, guid, url, canonical_url, links, title,"
      "  author, author_url, language, summary, categories, from_aggregate, date_at,"
      "  date_source, doubtful, first_seen_at, kind, headline, project, version, vendor,"
      "  section, noise, confidence, reasons, quarantined, state) VALUES"
      "  ('a', 1, 'a', 0, '', '', '', '', 'About a', '', '', '', '', '', 0, 1704067200,"
      "   'published', 0, 1704067200, 'release', '', '', '', '', '', 0, 0, '', 0,"
      "   'undecided')");
  const auto store = open_store(path, Access::Write);
  save(*store, poll("tags", {entry("tags", "new", 9)}, january(41)));

  CHECK_FALSE(store->items().find({.feed = "planet"}).at(0).item.versions_known);
  CHECK(store->items().find({.feed = "tags"}).at(0).item.versions_known);
}
