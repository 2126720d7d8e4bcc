// The items, as feeds and people brought them.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace collector {

class Connection;
struct Item;
struct ItemHistory;
struct ItemQuery;
struct Placement;
struct Signature;
struct StoredItem;

class Items {
 public:
  explicit Items(Connection& connection) : connection_(connection) {}

  /// Hands them over one by one, by date, then id; without their content, which only item()
  /// reads. `take` must not call the store.
  void each(const ItemQuery& query, const std::function<void(StoredItem&&)>& take);
  /// The same all at once: for a month, not for everything there is.
  std::vector<StoredItem> find(const ItemQuery& query);
  /// `id` may be abbreviated. Throws Error when it fits no item or several.
  StoredItem item(const std::string& id);
  ItemHistory history(const std::string& id);
  /// An entry by hand: kept from the start. Its `feed` is empty; a page that was added before
  /// is not added twice. Returns its id.
  std::string add(const Item& item, const Signature& by);
  /// Returns how many changed.
  int place(std::span<const Placement> placements);

 private:
  Connection& connection_;
};

}  // namespace collector
