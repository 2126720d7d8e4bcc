#include "export/candidates.h"

#include "config/config.h"
#include "export/selection.h"

#include <algorithm>
#include <iterator>

namespace collector {

namespace {

constexpr const char* kHeldBack = "a pre-release, held back for the stable release";
constexpr const char* kOwnPost = "the newsletter's own post";

bool any_in(const Story& story, State state) {
  return std::any_of(story.items.begin(), story.items.end(),
                     [state](const StoredItem* item) { return item->state == state; });
}

void add(std::vector<Story> stories, const std::string& left_out,
         std::vector<Candidate>& candidates) {
  for (Story& story : stories)
    candidates.push_back({std::move(story), left_out});
}

bool is_printable(const Story& story) {
  const State state = story_state(story);
  return state == State::Kept || state == State::Undecided;
}

bool is_own_post(const Story& story, std::string_view own_title) {
  return std::none_of(story.items.begin(), story.items.end(), [&](const StoredItem* item) {
    return is_selected(*item, Selection::Candidates, own_title);
  });
}

}  // namespace

std::vector<Candidate> find_candidates(std::span<const StoredItem> items,
                                       std::span<const Decision> corrections,
                                       const Config& config, const ProjectRegistry& projects) {
  std::vector<Story> stories = find_stories(items, corrections, config.feeds, projects);
  std::vector<Candidate> candidates;
  const auto middle = std::stable_partition(stories.begin(), stories.end(), is_printable);
  std::vector<Story> others(std::make_move_iterator(middle),
                            std::make_move_iterator(stories.end()));
  stories.erase(middle, stories.end());
  // What was set aside as noise holds no pre-release back.
  const auto noise = std::stable_partition(
      others.begin(), others.end(),
      [](const Story& story) { return is_turned_down(story_state(story)); });
  Visibility visibility = visible_stories(std::move(stories), projects, config.feeds,
                                          std::span(others.begin(), noise));
  add(std::move(others), "", candidates);
  add(std::move(visibility.shown), "", candidates);
  add(std::move(visibility.held_back), kHeldBack, candidates);
  for (Candidate& candidate : candidates) {
    const bool open = story_state(candidate.story) == State::Undecided;
    if (open && is_own_post(candidate.story, config.newsletter.title))
      candidate.left_out = kOwnPost;
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) {
                     return a.story.lead().date < b.story.lead().date;
                   });
  return candidates;
}

State story_state(const Story& story) {
  if (any_in(story, State::Kept)) return State::Kept;
  if (any_in(story, State::Undecided)) return State::Undecided;
  return story.items.front()->state;
}

}  // namespace collector
