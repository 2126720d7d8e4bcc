// Which entries of a document are which items of the store (contract, "Identity").
#pragma once

#include "store/poll.h"
#include "store/sqlite.h"
#include "store/sqlite_feeds.h"

#include <cstdint>
#include <span>
#include <vector>

namespace collector {

/// One entry of a document, next to the item it is.
struct Match {
  const Item* entry = nullptr;
  std::int64_t item = 0;   // its row; 0: there is none yet
  bool unchanged = false;  // the item says what the entry says
  State state = State::Undecided;
  UtcTime date{};  // of the item as stored
  bool withdrawn = false;
};

/// The row of the item that has, or had, this key in the feed in row `feed`; 0: none.
std::int64_t find_key(Connection& connection, std::int64_t feed, const std::string& key);

/// The entries that count, in document order. Left out are entries that repeat another one of
/// the document, and in an incomplete document those of which it cannot be told whether they
/// are new: they will come again.
std::vector<Match> match_entries(Connection& connection, const FeedRow& feed,
                                 const FeedUpdate& update);

}  // namespace collector
