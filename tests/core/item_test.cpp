#include "core/item.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("every state has a word that reads back as itself") {
  const auto state = GENERATE(State::Undecided, State::Kept, State::Dropped, State::Removed,
                              State::Noise, State::Quarantined, State::Printed);

  CHECK(parse_state(to_string(state)) == state);
}

TEST_CASE("a word that names no state is no state") {
  CHECK_FALSE(parse_state("pruned").has_value());
  CHECK_FALSE(parse_state("").has_value());
  CHECK_FALSE(parse_state("Kept").has_value());
}

TEST_CASE("kinds, date sources and decisions read back as themselves") {
  CHECK(parse_item_kind(to_string(ItemKind::Prerelease)) == ItemKind::Prerelease);
  CHECK(parse_date_source(to_string(DateSource::FirstSeen)) == DateSource::FirstSeen);
  CHECK(parse_decision_kind(to_string(DecisionKind::Merge)) == DecisionKind::Merge);
}
