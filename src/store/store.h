// What the program asks of a store, in its own nouns: feeds, items, months, decisions, issues.
// No rows, no SQL. Each call is done whole or not at all, and stays done when it has returned.
#pragma once

#include "core/feed.h"
#include "core/item.h"
#include "store/access.h"
#include "store/seen_decisions.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace collector {

struct Draft;
struct FeedUpdate;
struct HostHold;
struct Issue;
struct ItemHistory;
struct ItemQuery;
struct Placement;
struct Specification;
struct UpdateSummary;

/// Given the items of one poll before they are stored, with the `places` of those that are new
/// or say something else than they did. May still say of these what they are about and where
/// they belong; must not add or remove any, nor call the store. `number` is the poll's among
/// those that are saved.
using PlaceNews = std::function<void(std::size_t number, std::span<Item> items,
                                     std::span<const std::size_t> places)>;

/// The one virtual interface between stages. Not thread-safe: one thread at a time.
/// Every method throws StoreError with one line when the store cannot do what is asked.
class Store {
 public:
  virtual ~Store() = default;

  // ---- feeds ----
  /// Hands over what is known of each feed, by name. `take` must not call the store.
  virtual void each_feed(const std::function<void(FeedState&&)>& take) = 0;
  /// The same all at once.
  std::vector<FeedState> feeds();
  /// The same of the feeds of these names, in their order; an empty state of a feed that was
  /// never polled. Their `quarantined` is not told.
  virtual void each_feed_named(std::span<const std::string> names,
                               const std::function<void(FeedState&&)>& take) = 0;
  /// Several polled feeds in one transaction; the summaries in their order. `place` is called
  /// for each of them that brings news, whose items it completes before they are stored.
  virtual std::vector<UpdateSummary> save(std::span<FeedUpdate> updates, UtcTime now,
                                          const PlaceNews& place) = 0;
  /// The same of items that have been placed already.
  std::vector<UpdateSummary> save(std::span<const FeedUpdate> updates, UtcTime now);
  /// Those not over yet at `now`, but for any that a clock which was ahead has left.
  virtual std::vector<HostHold> holds(UtcTime now) = 0;
  /// Of several on one host the longest counts.
  virtual void hold(const HostHold& hold, UtcTime now) = 0;

  /// The list of extensions as `feed` last stated it; empty when it never did.
  virtual std::vector<Specification> specifications(const std::string& feed) = 0;

  // ---- documents that commands leave for each other; empty when there was none ----
  virtual void remember_configuration(const std::string& text) = 0;
  virtual std::string configuration() = 0;
  virtual void remember_model(const std::string& text) = 0;
  virtual std::string model() = 0;

  // ---- items ----
  /// Hands the items over one by one, by date, then id; without their content, which only
  /// item() reads. `take` must not call the store.
  virtual void each_item(const ItemQuery& query,
                         const std::function<void(StoredItem&&)>& take) = 0;
  /// The same all at once: for a month, not for everything there is.
  std::vector<StoredItem> items(const ItemQuery& query);
  /// `id` may be abbreviated. Throws Error when it fits no item or several.
  virtual StoredItem item(const std::string& id) = 0;
  virtual ItemHistory history(const std::string& id) = 0;
  /// An entry by hand: kept from the start. Its `feed` is empty; a page that was added before
  /// is not added twice. Returns its id.
  virtual std::string add(const Item& item, const Signature& by) = 0;
  /// Returns how many changed.
  virtual int place(std::span<const Placement> placements) = 0;

  // ---- decisions ----
  /// All or none of them. The ids may be abbreviated. An Undo takes back the latest decision
  /// of its item that still stands; throws Error when there is none. Throws ConflictError when
  /// somebody has decided on an item of `seen` since, however shortly before.
  virtual void decide(std::span<const Decision> decisions, const SeenDecisions& seen) = 0;

  /// The same whatever others did.
  void decide(std::span<const Decision> decisions) { decide(decisions, {}); }

  /// All of them, oldest first.
  virtual std::vector<Decision> decisions() = 0;
  /// Those on one item, oldest first.
  virtual std::vector<Decision> decisions(const std::string& id) = 0;
  /// The number of the latest of all; 0: there is none.
  virtual std::int64_t last_decision() = 0;

  // ---- the ledger ----
  /// What it prints gets the state Printed, late copies of it too. Throws Error when an issue
  /// of that name is closed already.
  virtual void close_issue(const Issue& issue) = 0;
  /// Throws Error when no issue of that name is closed.
  virtual void reopen_issue(const std::string& month, UtcTime when) = 0;
  /// Oldest first, reopened ones included.
  virtual std::vector<Issue> issues() = 0;

  // ---- drafts ----
  /// Returns its number. What is forgotten: of the same days, all but the latest of each output
  /// and the twenty latest of all.
  virtual std::int64_t remember_draft(const Draft& draft) = 0;
  /// Those of exactly these days, or all of them; oldest first.
  virtual std::vector<Draft> drafts(const std::optional<Window>& window) = 0;

  // ---- upkeep ----
  /// What is wrong with it, one sentence each; nothing when all is well.
  virtual std::vector<std::string> check() = 0;
  /// A copy as of now in a new file; safe while another run fetches.
  virtual void backup(const std::string& path) = 0;
  /// A plain sentence when opening brought an older database to the present form, else empty.
  virtual std::string migration_note() = 0;
};

/// Opens the store at `path`; Write creates it or brings it to the present form. Throws
/// StoreError.
std::unique_ptr<Store> open_store(const std::string& path, Access access);

}  // namespace collector
