#include "cli/commands/commands.h"
#include "cli/item_output.h"
#include "cli/options.h"
#include "cli/session.h"
#include "config/config.h"
#include "core/shown_text.h"
#include "news/stories.h"
#include "review/decision_text.h"
#include "review/explanation.h"
#include "store/decisions.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/standing.h"
#include "store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace collector {

namespace {

// How far from an item its other sources may lie.
constexpr seconds kStoryReach = std::chrono::days{31};

struct Asked {
  std::string id;
};

void declare(Asked& asked, Options& options) {
  options.argument("ID", asked.id, "the item; a unique beginning of its id is enough");
}

void print(const std::string& line) {
  std::cout << harmless(line) << '\n';
}

void explain_section(const StoredItem& stored) {
  const Item& item = stored.item;
  print(fmt::format("Section: {}{}", item.section,
                    stored.moved ? ", where a reviewer put it" : ""));
  if (!stored.moved) print(fmt::format("  confidence {:.2f}", item.confidence));
  for (const std::string& reason : item.reasons)
    print("  " + reason);
}

void explain_date(const StoredItem& stored) {
  const Item& item = stored.item;
  print(fmt::format("Date: {}, {}", format_utc(item.date), date_meaning(item.date_source)));
  print(fmt::format("  first seen {}", format_utc(stored.first_seen)));
}

void explain_state(const StoredItem& stored, Decisions& decisions) {
  print(fmt::format("State: {}, {}", to_string(stored.state), state_meaning(stored)));
  for (const std::string& remark : remarks(stored))
    print("  " + remark);
  for (const Decision& decision : decisions.on(stored.id))
    print("  " + decision_text(decision));
}

void explain_story(const StoredItem& stored, const Config& config, Store& store) {
  ItemQuery near;
  near.window = Window{stored.item.date - kStoryReach, stored.item.date + kStoryReach};
  const std::vector<StoredItem> items = store.items().find(near);
  const std::vector<Decision> corrections = standing_decisions(store.decisions().all());
  const ProjectRegistry projects(config.projects);
  for (const Story& story : find_stories(items, corrections, config.feeds, projects)) {
    const bool is_its = std::any_of(story.items.begin(), story.items.end(),
                                    [&](const StoredItem* i) { return i->id == stored.id; });
    if (!is_its) continue;
    print(story.items.size() == 1 ? "Story: its only source" : "Story: one with");
    for (const StoredItem* other : story.items) {
      if (other->id == stored.id) continue;
      print(fmt::format("  {} {} ({})", other->id, readable_title(*other), other->item.feed));
    }
    for (const std::string& evidence : story.evidence)
      print("  because " + evidence);
  }
}

ExitCode explain(const Asked& asked, Session& session) {
  Store& store = session.store(Access::Read);
  const StoredItem stored = store.items().item(asked.id);
  print(fmt::format("{} {}", stored.id, readable_title(stored)));
  explain_section(stored);
  explain_date(stored);
  explain_state(stored, store.decisions());
  explain_story(stored, session.known_config(), store);
  return ExitCode::Done;
}

}  // namespace

Command explain_command() {
  return command("explain", "why an item has its section, date, state and story", declare,
                 explain);
}

}  // namespace collector
