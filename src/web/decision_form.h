// What a form asks to be decided, and its way into the log.
#pragma once

#include "core/item.h"
#include "core/newsletter.h"
#include "core/time.h"
#include "web/message.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace collector {

class Decisions;
class Store;

/// One item as a form names it, "4fe8b3d9fb.12": the item, and the latest decision on it that
/// whoever sent the form had seen.
struct SeenItem {
  std::string id;
  std::int64_t seen = 0;
};

/// A form of /decide, its checks aside.
struct DecisionForm {
  DecisionKind kind = DecisionKind::Keep;
  std::vector<std::vector<SeenItem>> stories;  // the first item of each leads
  std::string section;                         // Move
  std::string field;                           // Edit: "title" or "text"
  std::string value;                           // Edit: the new words
  std::string why;
  std::string back;  // the page it was sent from
  std::string next;  // the story to go on with
};

/// Throws Refusal (400) when it makes no sense.
DecisionForm read_decision_form(const Fields& fields);

/// Decides, all or nothing, and returns the decisions. Stories are kept, dropped and moved with
/// all their items; an edit, a note and a merge concern those that lead; an undo takes back the
/// latest stroke on each story. Throws what apply() throws.
std::vector<Decision> decide(const DecisionForm& form, const std::string& who, UtcTime now,
                             std::span<const Section> sections, Store& store);

/// Every item of the form with what has been decided on it by now: what a second try must say
/// it has seen.
std::vector<std::vector<SeenItem>> seen_now(const DecisionForm& form, Decisions& log);

/// "4fe8b3d9fb.12 …", as a form carries a story.
std::string to_reference(std::span<const SeenItem> story);

}  // namespace collector
