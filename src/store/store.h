// What the program asks of a store, in its own nouns; each of them has a header of its own. No
// rows, no SQL. Each call is done whole or not at all, and stays done when it has returned.
#pragma once

#include "store/access.h"

#include <memory>
#include <string>
#include <vector>

namespace collector {

class Connection;
class Decisions;
class Documents;
class Drafts;
class Feeds;
class Items;
class Ledger;
class Polls;

/// Hands out its parts, which end with it. Not thread-safe: one thread at a time. It and they
/// throw StoreError with one line when they cannot do what is asked.
class Store {
 public:
  Store(Connection connection, std::string migration_note);
  ~Store();
  Store(const Store&) = delete;
  Store& operator=(const Store&) = delete;
  Store(Store&&) = delete;
  Store& operator=(Store&&) = delete;

  Feeds& feeds();
  Polls& polls();
  Items& items();
  Decisions& decisions();
  Ledger& ledger();
  Drafts& drafts();
  Documents& documents();

  /// What is wrong with it, one sentence each; nothing when all is well.
  std::vector<std::string> check();
  /// A copy as of now in a new file; safe while another run fetches.
  void backup(const std::string& path);

  /// A plain sentence when opening brought an older database to the present form, else empty.
  [[nodiscard]] const std::string& migration_note() const { return migration_note_; }

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
  std::string migration_note_;
};

/// Opens the store at `path`; Write creates it or brings it to the present form. Throws
/// StoreError.
std::unique_ptr<Store> open_store(const std::string& path, Access access);

}  // namespace collector
