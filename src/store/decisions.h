// What reviewers decided. It changes no item: what an item is now follows from its decisions.
#pragma once

#include "store/seen_decisions.h"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace collector {

class Connection;
struct Decision;

class Decisions {
 public:
  explicit Decisions(Connection& connection) : connection_(connection) {}

  /// All or none of them. The ids may be abbreviated. An Undo takes back the latest decision
  /// of its item that still stands; throws Error when there is none. Throws ConflictError when
  /// somebody has decided on an item of `seen` since, however shortly before.
  void record(std::span<const Decision> decisions, const SeenDecisions& seen);

  /// The same whatever others did.
  void record(std::span<const Decision> decisions) { record(decisions, {}); }

  /// All of them, oldest first.
  std::vector<Decision> all();
  /// Those on one item, oldest first.
  std::vector<Decision> on(const std::string& id);
  /// The number of the latest of all; 0: there is none.
  std::int64_t last();

 private:
  Connection& connection_;
};

}  // namespace collector
