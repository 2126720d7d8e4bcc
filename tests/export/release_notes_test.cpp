#include "export/release_notes.h"

#include "store/poll.h"
#include "store/polls.h"
#include "store/store.h"
#include "support/catch.h"
#include "support/stored_items.h"

#include <string>
#include <vector>

using namespace collector;

namespace {

/// A release of Heron whose feed gives this HTML.
Item release(const std::string& content, const std::string& version = "1.2") {
  Item item;
  item.feed = "Heron releases";
  item.key = item.guid = item.url = item.canonical_url = "https://nest.example/" + version;
  item.title = item.version = version;
  item.headline = "Heron " + version;
  item.project = "Heron";
  item.section = "clients";
  item.kind = ItemKind::Release;
  item.content = content;
  return item;
}

std::string gist(const std::string& content) {
  return notes_excerpt(release(content));
}

struct Notes {
  std::string content;
  std::string expected;
};

}  // namespace

TEST_CASE("release notes come down to what is new") {
  const std::vector<Notes> cases = {
      {"<h2>New Features</h2><ul><li>Calls with screen sharing</li><li>Stickers "
       "arrived.</li></ul>",
       "Calls with screen sharing; Stickers arrived"},
      {"<p>A quiet release, bringing:</p><ul><li>faster search</li></ul>",
       "A quiet release, bringing: faster search"},
      {"<p>Bug fixes</p><ul><li>No crash on Sundays</li></ul>", "No crash on Sundays"},
      {"<p>Bug fixes</p>", "Bug fixes"},
      {"<p>Hi,</p><p>we are happy to announce Heron 1.2!</p><p>It swims now. Read more.</p>",
       "It swims now."},
      {"<ul><li><tt>e26e750</tt> Fix the nest by @ana in https://nest.example/pull/7</li></ul>",
       "Fix the nest"},
      {"<ul><li>build(deps): bump twig from 1.0 to 1.1</li><li>chore: sweep the nest</li>"
       "<li>feat: lay two eggs</li></ul>",
       "feat: lay two eggs"},
      {"# Changes\n\n* longer &lt;legs&gt;\n* Bump reed from 2 to 3\n- a sharper beak\n",
       "longer <legs>; a sharper beak"},
      {"/Linux/heron-1.2.AppImage", ""},
      {"release: 1.2", ""},
      {"Heron 1.2", ""},
      {"<p>\u2026</p>", ""},
      {"<p>Full Changelog: https://nest.example/compare/1.1...1.2</p>", ""},
      {"", ""},
  };
  for (const Notes& c : cases) {
    INFO(c.content);
    CHECK(gist(c.content) == c.expected);
  }
}

TEST_CASE("without content the summary tells what is new") {
  Item item = release("");
  item.summary = "Heron 1.2 released. It swims now.";
  CHECK(notes_excerpt(item) == "It swims now.");
}

TEST_CASE("long notes end after a sentence, or after a word") {
  std::string words;
  for (int n = 0; n < 100; ++n)
    words += "fish, ";
  const std::string sentence = "It " + words.substr(0, 222) + "frog. ";

  const std::string cut = gist("<p>It eats " + words + "</p>");
  CHECK(cut.size() <= 283);
  CHECK(cut.ends_with("fish\u2026"));
  CHECK(gist("<p>" + sentence + words + "</p>").ends_with("frog."));
  std::string unparted;
  for (int n = 0; n < 100; ++n)
    unparted += "魚を食べる";
  CHECK(gist("<p>" + unparted + "</p>").ends_with("\u2026"));
  CHECK(gist("<p>" + unparted + "</p>").size() > 200);
  CHECK(gist(std::string(1000, 'x') + " of it").empty());
}

TEST_CASE("a bullet's releases each bring their notes, the fullest of their sources") {
  const auto store = open_store(":memory:", Access::Write);
  FeedUpdate forge;
  forge.state.name = "Heron releases";
  forge.items = {release("<p>It swims now.</p>", "1.2"),
                 release("<p>It dives, too, and stays below for long.</p>", "1.10")};
  FeedUpdate blog;
  blog.state.name = "Heron blog";
  blog.items = {release("<p>It swims now, as herons do.</p>", "1.2")};
  blog.items.front().feed = "Heron blog";
  const std::vector<FeedUpdate> updates = {forge, blog};
  store->polls().save(updates, UtcTime{});
  DigestEntry entry;
  entry.versions = {"1.2", "1.10"};
  entry.release = true;
  entry.ids = stored_ids(*store);
  Digest digest;
  digest.sections = {{"clients", "", "Clients", {entry}}};
  entry.release = false;
  digest.offered = {{"articles", "", "Articles", {entry}}};

  add_release_notes(digest, store->items());

  CHECK(digest.sections.front().entries.front().hints ==
        std::vector<std::string>{"notes on 1.2: It swims now, as herons do.",
                                 "notes on 1.10: It dives, too, and stays below for long."});
  CHECK(digest.offered.front().entries.front().hints.empty());
}
