// The ledger: which issues are closed, and what they print.
#pragma once

#include "core/time.h"

#include <string>
#include <vector>

namespace collector {

class Connection;
struct Issue;

class Ledger {
 public:
  explicit Ledger(Connection& connection) : connection_(connection) {}

  /// What it prints gets the state Printed, late copies of it too. Throws Error when an issue
  /// of that name is closed already.
  void close(const Issue& issue);
  /// Throws Error when no issue of that name is closed.
  void reopen(const std::string& month, UtcTime when);
  /// Oldest first, reopened ones included.
  std::vector<Issue> issues();

 private:
  Connection& connection_;
};

}  // namespace collector
