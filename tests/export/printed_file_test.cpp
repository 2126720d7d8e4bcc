#include "export/printed_file.h"

#include "config/config.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/poll.h"
#include "store/polls.h"
#include "store/store.h"
#include "support/catch.h"

#include <string>

using namespace collector;

namespace {

/// One step of an extension, as the list of extensions tells it.
Item step(const std::string& part, const std::string& version, const std::string& url) {
  Item item;
  item.feed = "XEPs";
  item.key = item.guid = url + part + version;
  item.url = item.canonical_url = url;
  item.title = "Nets";
  item.kind = ItemKind::Specification;
  item.section = "extensions";
  item.categories = {part};
  item.version = version;
  return item;
}

/// A post of a diary that has one page a month.
Item post(const std::string& title, const std::string& url, const std::string& page) {
  Item item;
  item.feed = "Diary";
  item.key = item.guid = title;
  item.title = title;
  item.url = url;
  item.canonical_url = page;
  item.section = "articles";
  return item;
}

/// `markdown` read back where the list of extensions told of `steps`.
Digest read_specifications(const std::vector<Item>& steps, const std::string& markdown) {
  const auto store = open_store(":memory:", Access::Write);
  FeedUpdate update;
  update.state.name = "XEPs";
  update.specifications.emplace_back().title = "Nets";
  update.items = steps;
  store->polls().save({&update, 1}, UtcTime{});
  return read_printed(markdown, Window{UtcTime{}, UtcTime{std::chrono::days{31}}},
                      parse_config("", ""), *store);
}

}  // namespace

TEST_CASE("posts that share a page are told apart by the place on it") {
  const auto store = open_store(":memory:", Access::Write);
  const std::string page = "https://diary.example/2024-01.html";
  FeedUpdate update;
  update.state.name = "Diary";
  update.items = {post("At sea", page + "#08", page), post("At anchor", page + "#13", page),
                  post("Ashore", page, page), post("Ashore again", page, page)};
  store->polls().save({&update, 1}, UtcTime{});
  const auto ids_of = [&](const std::string& link) {
    const Digest printed = read_printed("## Articles\n\n- [Some day](" + link + ")\n",
                                        Window{UtcTime{}, UtcTime{std::chrono::days{31}}},
                                        parse_config("", ""), *store);
    return printed.sections.at(0).entries.at(0).ids;
  };

  REQUIRE(ids_of(page + "#08").size() == 1);
  CHECK(store->items().item(ids_of(page + "#08").front()).item.title == "At sea");
  REQUIRE(ids_of(page + "#13").size() == 1);
  CHECK(store->items().item(ids_of(page + "#13").front()).item.title == "At anchor");
  CHECK(ids_of(page).empty());
  CHECK(ids_of(page + "#21").empty());
}

TEST_CASE("a printed extension is the step that was printed, numbered or not") {
  std::vector<Item> steps{
      step("Proposed", "0.0.1", "https://xmpp.org/extensions/inbox/nets.html"),
      step("Updated", "0.2.0", "https://xmpp.org/extensions/xep-0999.html"),
      step("Updated", "0.3.0", "https://xmpp.org/extensions/xep-0999.html")};

  const Digest printed = read_specifications(
      steps,
      "## Extensions and specifications\n\n### Proposed\n\n"
      "- [Nets](/extensions/inbox/nets.html)\n  - How to mend them.\n\n"
      "### Updated\n\n- Version 0.3.0 of [XEP-0999](/extensions/xep-0999.html) (Ropes)\n");

  REQUIRE(printed.sections.size() == 2);
  CHECK(printed.sections[0].entries.at(0).ids.size() == 1);
  CHECK(printed.sections[0].entries.at(0).versions == std::vector<std::string>{"0.0.1"});
  CHECK(printed.sections[1].entries.at(0).ids.size() == 1);
  CHECK(printed.sections[1].entries.at(0).versions == std::vector<std::string>{"0.3.0"});
}

TEST_CASE("a printed extension is every step whose changes stand below it") {
  const std::string page = "https://xmpp.org/extensions/xep-0999.html";
  std::vector<Item> steps{step("Updated", "0.1.1", page), step("Updated", "0.2.0", page),
                          step("Updated", "0.3.0", page)};
  steps[0].summary = "Longer ropes. (ada)";
  steps[1].summary = "Mend `holes`; see XEP-0001. (bo)\nMore.";
  steps[2].summary = "Tie knots. (bo)";

  const Digest printed = read_specifications(
      steps,
      "## Extensions and specifications\n\n### Updated\n\n"
      "- Version 0.3.0 of [XEP-0999](/extensions/xep-0999.html) (Ropes)\n"
      "  - Mend holes; see [XEP-0001](/extensions/xep-0001.html). Tie knots. (bo)\n");

  CHECK(printed.sections.at(0).entries.at(0).versions ==
        std::vector<std::string>{"0.2.0", "0.3.0"});
}

TEST_CASE("a step is not told by some words of another one's changes") {
  const std::string page = "https://xmpp.org/extensions/xep-0999.html";
  std::vector<Item> steps{step("Updated", "0.2.0", page), step("Updated", "0.3.0", page)};
  steps[0].summary = "Fix the prefixes of all examples. (ada)";
  steps[1].summary = "Fix";

  const Digest printed =
      read_specifications(steps,
                          "## Extensions and specifications\n\n### Updated\n\n"
                          "- Version 0.2.0 of [XEP-0999](/extensions/xep-0999.html) (Ropes)\n"
                          "  - Fix the prefixes of all examples. (ada)\n");

  CHECK(printed.sections.at(0).entries.at(0).versions == std::vector<std::string>{"0.2.0"});
}

TEST_CASE("a printed link that tells of two versions puts both on record") {
  const auto store = open_store(":memory:", Access::Write);
  FeedUpdate update;
  update.state.name = "Tags";
  Item& tag = update.items.emplace_back();
  tag.feed = "Tags";
  tag.key = tag.guid = tag.url = tag.canonical_url = "https://code.example/heron/1.2.7";
  tag.title = tag.version = "1.2.7";
  tag.project = "Heron";
  tag.kind = ItemKind::Release;
  tag.section = "clients";
  store->polls().save({&update, 1}, UtcTime{});
  Config config = parse_config("", "");
  config.projects.emplace_back().name = "Heron";

  const Digest printed = read_printed(
      "## Clients\n\n- Heron has released versions "
      "[1.3 and 1.2.7](https://heron.example/news) of its bird.\n",
      Window{UtcTime{}, UtcTime{std::chrono::days{31}}}, config, *store);

  const DigestEntry& entry = printed.sections.at(0).entries.at(0);
  CHECK(entry.versions == std::vector<std::string>{"1.3", "1.2.7"});
  CHECK(entry.ids.size() == 1);
}
