#include "store_acts.h"

#include "new_store.h"
#include "store/decisions.h"
#include "store/documents.h"
#include "store/draft.h"
#include "store/drafts.h"
#include "store/feeds.h"
#include "store/issue.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/ledger.h"
#include "store/placement.h"
#include "store/poll.h"
#include "store/polls.h"
#include "support/catch.h"
#include "support/stored_items.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace collector {

namespace {

const Window kJanuary{january(1), january(32)};

Decision decision(DecisionKind kind, const std::string& id, const std::string& value = "",
                  const std::string& field = "") {
  return {.kind = kind,
          .item_id = id,
          .by = {"eva", "", january(20)},
          .value = value,
          .field = field};
}

Issue january_issue(std::vector<PrintedEntry> entries, const std::string& month = "2024-01") {
  Issue issue = issue_with({});
  issue.month = month;
  issue.markdown = std::string(20'000, 'm');
  issue.entries = std::move(entries);
  return issue;
}

Draft draft(const std::string& text) {
  return {
      .window = kJanuary, .output = "/home/eva/draft.md", .text = text, .when = january(20)};
}

Item event(const std::string& name, int day) {
  Item item = entry("calendar", name, 1);
  const Day first = std::chrono::floor<std::chrono::days>(january(day));
  item.days = {{first, first + std::chrono::days{1}}};
  return item;
}

FeedUpdate list_of_extensions(const std::string& version) {
  FeedUpdate update = poll("xeps", {}, january(10));
  for (int n = 1; n <= 40; ++n) {
    Specification one;
    one.number = std::to_string(n);
    one.version = version;
    one.abstract = std::string(200, 'x');
    update.specifications.push_back(one);
  }
  return update;
}

void review(Store& store) {
  store.decisions().record(std::vector{
      decision(DecisionKind::Drop, id_of("About two", store)),
      decision(DecisionKind::Remove, id_of("About three", store)),
      decision(DecisionKind::Move, id_of("About one", store), "clients"),
      decision(DecisionKind::Edit, id_of("About one", store), "Another title", "title")});
}

void close_january(Store& store) {
  store.ledger().close(
      january_issue({{.section = "articles", .item_ids = {id_of("About one", store)}},
                     {.section = "articles", .pages = {"https://blog.example/two"}}}));
}

void add_by_hand(Store& store) {
  Item item = entry("", "by hand", 15);
  item.feed.clear();
  store.items().add(item, {"eva", "", january(20)});
}

void classify_anew(Store& store) {
  Placement placement;
  placement.id = id_of("About two", store);
  placement.section = "servers";
  store.items().place(std::vector{placement});
}

void poll_again(Store& store) {
  Item renamed = entry("a", "one", 8);
  renamed.key = renamed.guid = "another guid";
  renamed.content = std::string(40'000, 'x');
  FeedUpdate update =
      poll("a", {entry("a", "four", 11), renamed, entry("a", "three", 9)}, january(12));
  update.state.validators.etag = "new";
  FeedUpdate calendar =
      poll("calendar", {event("meeting", 14), event("party", 25)}, january(12));
  store.polls().save(std::vector{update, calendar}, january(12));
}

}  // namespace

void put_store(const std::string& filled, const std::string& path) {
  for (const char* beside : {"", "-wal", "-shm"})
    std::filesystem::remove(path + beside);
  std::filesystem::copy_file(filled, path);
}

std::string store_contents(const std::string& path) {
  const auto store = open_store(path, Access::Read);
  CHECK(store->check().empty());
  std::string text =
      store->documents().configuration() + '\n' + store->documents().model() + '\n';
  for (const FeedState& feed : store->feeds().all())
    text += feed.name + ' ' + feed.validators.etag + ' ' + std::to_string(feed.items) + '\n';
  for (const StoredItem& stored : stored_items(*store)) {
    const ItemHistory history = store->items().history(stored.id);
    text += stored.item.title + ' ' + to_string(stored.state) + ' ' + stored.item.section +
            ' ' + stored.edited_title + ' ' + stored.printed_in + ' ' +
            std::to_string(history.versions.size()) + std::to_string(history.keys.size()) +
            (stored.withdrawn ? " withdrawn" : "");
    for (const DaySpan& days : stored.item.days)
      text += ' ' + format_day_span(days);
    text += '\n';
  }
  for (const Decision& decision : store->decisions().all())
    text += std::string(to_string(decision.kind)) + ' ' + decision.value + '\n';
  for (const Issue& issue : store->ledger().issues())
    text += issue.month + (issue.reopened ? " open " : " closed ") +
            std::to_string(issue.entries.size()) + '\n';
  for (const Draft& draft : store->drafts().all())
    text += draft.output + ' ' + draft.text + '\n';
  for (const HostHold& hold : store->polls().holds(january(1)))
    text += hold.host + '\n';
  for (const Specification& one : store->feeds().specifications("xeps"))
    text += one.number + ' ' + one.version + '\n';
  return text;
}

void fill_store(Store& store) {
  save(store, poll("a", {entry("a", "one", 8), entry("a", "two", 9), entry("a", "three", 9)},
                   january(10)));
  save(store, poll("calendar", {event("meeting", 12), event("summit", 20)}, january(10)));
  save(store, list_of_extensions("1"));
  store.decisions().record(
      std::vector{decision(DecisionKind::Keep, id_of("About one", store))});
  store.ledger().close(
      january_issue({{.section = "articles", .pages = {"https://x.example/"}}}, "2023-12"));
  store.drafts().remember(draft("first"));
  store.documents().remember_model("model");
}

const std::vector<Act>& store_acts() {
  static const std::vector<Act> acts{
      {"decisions of a review", review},
      {"undo",
       [](Store& store) {
         store.decisions().record(
             std::vector{decision(DecisionKind::Undo, id_of("About one", store))});
       }},
      {"closing an issue", close_january},
      {"reopening an issue",
       [](Store& store) { store.ledger().reopen("2023-12", january(36)); }},
      {"a draft",
       [](Store& store) { store.drafts().remember(draft(std::string(30'000, 'd'))); }},
      {"an entry by hand", add_by_hand},
      {"classifying anew", classify_anew},
      {"a poll with new, changed and withdrawn entries and events", poll_again},
      {"a list of extensions", [](Store& store) { save(store, list_of_extensions("2")); }},
      {"a host's wish",
       [](Store& store) {
         store.polls().hold({"a.example", january(7), "429"}, january(1));
       }},
      {"a model",
       [](Store& store) { store.documents().remember_model(std::string(100'000, 'm')); }},
      {"a configuration",
       [](Store& store) { store.documents().remember_configuration(std::string(9'000, 'c')); }},
  };
  return acts;
}

}  // namespace collector
