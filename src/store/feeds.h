// The feeds as their last polls left them.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace collector {

class Connection;
struct FeedState;
struct Specification;

class Feeds {
 public:
  explicit Feeds(Connection& connection) : connection_(connection) {}

  /// What is known of each feed, by name.
  std::vector<FeedState> all();
  /// The same one by one, in no order. Their `quarantined` is not told: it would cost as much
  /// again, and polling has no use for it. `take` must not call the store.
  void each(const std::function<void(FeedState&&)>& take);
  /// The same of the feeds of these names, in their order; an empty state of a feed that was
  /// never polled.
  void each_named(std::span<const std::string> names,
                  const std::function<void(FeedState&&)>& take);
  /// The list of extensions as `feed` last stated it; empty when it never did.
  std::vector<Specification> specifications(const std::string& feed);

 private:
  Connection& connection_;
};

}  // namespace collector
