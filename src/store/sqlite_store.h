// Store on SQLite: one method for each promise, and no more than a hand-over; the nouns behind
// them have files of their own.
#pragma once

#include "store/sqlite.h"
#include "store/store.h"

#include <string>
#include <vector>

namespace collector {

class SqliteStore final : public Store {
 public:
  /// `migration_note`: see Store.
  SqliteStore(Connection connection, std::string migration_note);

  void each_feed(const std::function<void(FeedState&&)>& take) override;
  void each_feed_named(std::span<const std::string> names,
                       const std::function<void(FeedState&&)>& take) override;
  std::vector<UpdateSummary> save(std::span<FeedUpdate> updates, UtcTime now,
                                  const PlaceNews& place) override;
  std::vector<HostHold> holds(UtcTime now) override;
  void hold(const HostHold& hold, UtcTime now) override;
  std::vector<Specification> specifications(const std::string& feed) override;
  void remember_configuration(const std::string& text) override;
  std::string configuration() override;
  void remember_model(const std::string& text) override;
  std::string model() override;
  void each_item(const ItemQuery& query,
                 const std::function<void(StoredItem&&)>& take) override;
  StoredItem item(const std::string& id) override;
  ItemHistory history(const std::string& id) override;
  std::string add(const Item& item, const Signature& by) override;
  int place(std::span<const Placement> placements) override;
  void decide(std::span<const Decision> decisions, const SeenDecisions& seen) override;
  std::vector<Decision> decisions() override;
  std::vector<Decision> decisions(const std::string& id) override;
  std::int64_t last_decision() override;
  void close_issue(const Issue& issue) override;
  void reopen_issue(const std::string& month, UtcTime when) override;
  std::vector<Issue> issues() override;
  std::int64_t remember_draft(const Draft& draft) override;
  std::vector<Draft> drafts(const std::optional<Window>& window) override;
  std::vector<std::string> check() override;
  void backup(const std::string& path) override;

  std::string migration_note() override { return migration_note_; }

 private:
  void make_room();

  Connection connection_;
  bool has_room_ = false;
  std::string migration_note_;
};

}  // namespace collector
