#include "export/candidates.h"

#include "config/config.h"
#include "support/catch.h"

using namespace collector;

namespace {

constexpr UtcTime kDay{std::chrono::days{19731}};

StoredItem item(const std::string& id, const std::string& title, State state) {
  StoredItem stored;
  stored.id = id;
  stored.state = state;
  stored.item.feed = "feed " + id;
  stored.item.title = title;
  stored.item.date = kDay;
  return stored;
}

StoredItem release(const std::string& id, const std::string& version, State state) {
  StoredItem stored = item(id, "Wonder " + version, state);
  stored.item.project = "Wonder";
  stored.item.version = version;
  stored.item.kind = version.ends_with("-rc1") ? ItemKind::Prerelease : ItemKind::Release;
  return stored;
}

std::vector<Candidate> candidates(const std::vector<StoredItem>& items) {
  Config config;
  config.newsletter.title = "The Newsletter";
  return find_candidates(items, {}, config, ProjectRegistry{});
}

const std::string& left_out(const std::vector<Candidate>& candidates, const std::string& id) {
  for (const Candidate& candidate : candidates) {
    if (candidate.story.items.front()->id == id) return candidate.left_out;
  }
  throw std::runtime_error("no candidate " + id);
}

}  // namespace

TEST_CASE("every story is a candidate, whatever its state") {
  const std::vector items{item("a", "About apples", State::Undecided),
                          item("b", "About pears", State::Dropped),
                          item("c", "About plums", State::Noise)};

  const auto found = candidates(items);

  REQUIRE(found.size() == 3);
  for (const Candidate& candidate : found)
    CHECK(candidate.left_out.empty());
}

TEST_CASE("a pre-release beside its stable release is left out, unless that one is noise") {
  const std::vector both{release("a", "2.0-rc1", State::Undecided),
                         release("b", "2.0", State::Undecided)};
  CHECK_FALSE(left_out(candidates(both), "a").empty());
  CHECK(left_out(candidates(both), "b").empty());

  const std::vector noise{release("a", "2.0-rc1", State::Undecided),
                          release("b", "2.0", State::Noise)};
  CHECK(left_out(candidates(noise), "a").empty());
}

TEST_CASE("a stable release that an editor did not want still holds its pre-release back") {
  for (const State unwanted : {State::Dropped, State::Removed}) {
    const std::vector items{release("a", "2.0-rc1", State::Undecided),
                            release("b", "2.0", unwanted)};
    CHECK_FALSE(left_out(candidates(items), "a").empty());
    CHECK(left_out(candidates(items), "b").empty());
  }
}

TEST_CASE("a post of the newsletter itself is left out until somebody keeps it") {
  const std::vector posts{item("a", "The Newsletter January", State::Undecided),
                          item("b", "The Newsletter February", State::Kept)};

  CHECK_FALSE(left_out(candidates(posts), "a").empty());
  CHECK(left_out(candidates(posts), "b").empty());
}

TEST_CASE("a story is kept as soon as one of its items is, and open while one is undecided") {
  const StoredItem kept = item("a", "", State::Kept);
  const StoredItem open = item("b", "", State::Undecided);
  const StoredItem dropped = item("c", "", State::Dropped);

  CHECK(story_state({{&dropped, &open, &kept}, {}}) == State::Kept);
  CHECK(story_state({{&dropped, &open}, {}}) == State::Undecided);
  CHECK(story_state({{&dropped}, {}}) == State::Dropped);
}
