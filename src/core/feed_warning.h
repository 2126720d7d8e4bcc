// What is odd about a feed though it may well be read.
#pragma once

#include <string>
#include <vector>

namespace collector {

/// Behind each but the first and Dead, what `FeedWarning::names` has.
enum class FeedOddity {
  None,
  Dead,       // it has failed for weeks, since FeedState::failing_since
  Slow,       // for how many seconds its last answer was waited for
  Retitled,   // the title it had
  OtherHost,  // the host it has moved to
  ShortList,  // how many extensions its list has, and how many it had
};

/// An oddity as the last poll found it; a sentence is made of it where it is shown.
struct FeedWarning {
  FeedOddity oddity = FeedOddity::None;
  std::vector<std::string> names = {};  // what the sentence names, in its order

  bool operator==(const FeedWarning&) const = default;
};

}  // namespace collector
