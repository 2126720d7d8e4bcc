// What the program asks of a store, in its own nouns: feeds, items, months, decisions. No rows,
// no SQL.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "core/specification.h"

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace collector {

/// Everything one poll of one feed leaves behind; stored whole or not at all.
struct FeedUpdate {
  FeedState state;          // `items` and `last_new_item` are the store's own business
  std::vector<Item> items;  // empty after a 304 or a failure
  bool first_poll = false;  // the feed has never been read before: undated entries are doubtful
  /// A list of extensions as it now stands; replaces what was known of this feed unless empty.
  /// `items` are then what changed in it (kind Specification), each with a key of its own:
  /// several share a link, none is ever withdrawn, adopted or quarantined.
  std::vector<Specification> specifications;
};

/// What a stored update changed.
struct UpdateSummary {
  int added = 0;
  int changed = 0;
  int quarantined = 0;
};

/// A host that asked to be left alone (429, 503, 403 with Retry-After).
struct HostHold {
  std::string host;
  UtcTime until{};
  std::string reason;
};

/// Which items are wanted; empty members do not restrict.
struct ItemQuery {
  std::optional<Window> window;  // of Item::date
  std::string section;
  std::optional<State> state;
  std::string text;  // words looked for in title and short text
};

enum class Access { Read, Write };

/// The one virtual interface of the program. Not thread-safe: one thread owns a store.
/// Every method throws StoreError with one line when the store cannot do what is asked.
class Store {
 public:
  virtual ~Store() = default;

  // ---- feeds ----
  virtual std::vector<FeedState> feeds() = 0;
  /// Several polled feeds in one transaction; the summaries in their order.
  virtual std::vector<UpdateSummary> save(std::span<const FeedUpdate> updates, UtcTime now) = 0;
  virtual std::vector<HostHold> holds(UtcTime now) = 0;
  virtual void hold(const HostHold& hold) = 0;

  /// The list of extensions as `feed` last stated it; empty when it never did.
  virtual std::vector<Specification> specifications(const std::string& feed) = 0;

  // ---- what readers need to know of the configuration ----
  virtual void remember_configuration(const std::string& text) = 0;
  /// The text given last, empty when there was none.
  virtual std::string configuration() = 0;

  // ---- items ----
  /// By date, then id.
  virtual std::vector<StoredItem> items(const ItemQuery& query) = 0;
  /// `id` may be abbreviated. Throws Error when it fits no item or several.
  virtual StoredItem item(const std::string& id) = 0;

  // ---- decisions ----
  /// All or none of them.
  virtual void decide(std::span<const Decision> decisions) = 0;
  /// Of one item, or of all when `id` is empty; oldest first.
  virtual std::vector<Decision> decisions(const std::string& id) = 0;
};

/// Opens the store at `path`; Write creates it or brings it to the present schema. Throws
/// StoreError.
std::unique_ptr<Store> open_store(const std::string& path, Access access);

}  // namespace collector
