#include "core/item.h"

#include <array>
#include <utility>

namespace collector {

namespace {

template <typename Enum, std::size_t N>
using Names = std::array<std::pair<Enum, const char*>, N>;

constexpr Names<State, 7> kStates{{{State::Undecided, "undecided"},
                                   {State::Kept, "kept"},
                                   {State::Dropped, "dropped"},
                                   {State::Removed, "removed"},
                                   {State::Noise, "noise"},
                                   {State::Quarantined, "quarantined"},
                                   {State::Printed, "printed"}}};

constexpr Names<ItemKind, 8> kKinds{{{ItemKind::Article, "article"},
                                     {ItemKind::Release, "release"},
                                     {ItemKind::Prerelease, "prerelease"},
                                     {ItemKind::Event, "event"},
                                     {ItemKind::Talk, "talk"},
                                     {ItemKind::Announcement, "announcement"},
                                     {ItemKind::Specification, "specification"},
                                     {ItemKind::Noise, "noise"}}};

constexpr Names<DateSource, 3> kDateSources{{{DateSource::Published, "published"},
                                             {DateSource::Updated, "updated"},
                                             {DateSource::FirstSeen, "first_seen"}}};

constexpr Names<DecisionKind, 9> kDecisions{{{DecisionKind::Keep, "keep"},
                                             {DecisionKind::Drop, "drop"},
                                             {DecisionKind::Move, "move"},
                                             {DecisionKind::Edit, "edit"},
                                             {DecisionKind::Merge, "merge"},
                                             {DecisionKind::Split, "split"},
                                             {DecisionKind::Note, "note"},
                                             {DecisionKind::Undo, "undo"},
                                             {DecisionKind::Remove, "remove"}}};

template <typename Enum, std::size_t N>
const char* name_of(const Names<Enum, N>& names, Enum value) {
  for (const auto& [candidate, name] : names) {
    if (candidate == value) return name;
  }
  return "";
}

template <typename Enum, std::size_t N>
std::optional<Enum> value_of(const Names<Enum, N>& names, std::string_view text) {
  for (const auto& [value, name] : names) {
    if (text == name) return value;
  }
  return std::nullopt;
}

}  // namespace

const char* to_string(State state) {
  return name_of(kStates, state);
}

std::optional<State> parse_state(std::string_view text) {
  return value_of(kStates, text);
}

const char* to_string(ItemKind kind) {
  return name_of(kKinds, kind);
}

std::optional<ItemKind> parse_item_kind(std::string_view text) {
  return value_of(kKinds, text);
}

const char* to_string(DateSource source) {
  return name_of(kDateSources, source);
}

std::optional<DateSource> parse_date_source(std::string_view text) {
  return value_of(kDateSources, text);
}

const char* to_string(DecisionKind kind) {
  return name_of(kDecisions, kind);
}

std::optional<DecisionKind> parse_decision_kind(std::string_view text) {
  return value_of(kDecisions, text);
}

}  // namespace collector
