// The drafts that editors work in.
#pragma once

#include <cstdint>
#include <vector>

namespace collector {

class Connection;
struct Draft;
struct Window;

class Drafts {
 public:
  explicit Drafts(Connection& connection) : connection_(connection) {}

  /// Returns its number. What is forgotten: of the same days, all but the latest of each output
  /// and the twenty latest of all.
  std::int64_t remember(const Draft& draft);
  /// All of them, oldest first.
  std::vector<Draft> all();
  /// Those of exactly these days, oldest first.
  std::vector<Draft> of(const Window& window);

 private:
  Connection& connection_;
};

}  // namespace collector
