#include "export/selection.h"

#include "support/catch.h"

using namespace collector;

namespace {

std::vector<StoredItem> items() {
  const auto item = [](State state, const std::string& title) {
    StoredItem stored;
    stored.state = state;
    stored.item.title = title;
    return stored;
  };
  return {item(State::Undecided, "undecided"),
          item(State::Kept, "kept"),
          item(State::Dropped, "dropped"),
          item(State::Removed, "removed"),
          item(State::Noise, "noise"),
          item(State::Quarantined, "quarantined"),
          item(State::Printed, "printed"),
          item(State::Undecided, "The sample NEWS of May"),
          item(State::Kept, "The Sample News, reviewed")};
}

std::vector<std::string> titles(const std::vector<StoredItem>& items) {
  std::vector<std::string> titles;
  for (const StoredItem& stored : items)
    titles.push_back(stored.item.title);
  return titles;
}

}  // namespace

TEST_CASE("an issue prints what is kept or undecided, but not its own posts") {
  CHECK(titles(select_items(items(), Selection::Candidates, "The Sample News")) ==
        std::vector<std::string>{"undecided", "kept", "The Sample News, reviewed"});
}

TEST_CASE("a final issue prints only what was kept") {
  CHECK(titles(select_items(items(), Selection::Kept, "")) ==
        std::vector<std::string>{"kept", "The Sample News, reviewed"});
}
