#include "update/feed_filter.h"

#include <algorithm>

namespace collector {

namespace {

bool any_matches(const std::vector<Pattern>& patterns, const Item& item) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) {
    return pattern.matches(item.title) || pattern.matches(item.url);
  });
}

}  // namespace

FeedFilter::FeedFilter(const FeedSource& source) {
  for (const std::string& text : source.include)
    include_.emplace_back(text);
  for (const std::string& text : source.exclude)
    exclude_.emplace_back(text);
}

bool FeedFilter::admits(const Item& item) const {
  return (include_.empty() || any_matches(include_, item)) && !any_matches(exclude_, item);
}

}  // namespace collector
