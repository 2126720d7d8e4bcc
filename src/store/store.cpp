#include "store/store.h"

#include "core/error.h"
#include "store/database_file.h"
#include "store/decisions.h"
#include "store/documents.h"
#include "store/drafts.h"
#include "store/feeds.h"
#include "store/items.h"
#include "store/ledger.h"
#include "store/polls.h"
#include "store/sqlite.h"
#include "store/sqlite_check.h"

#include <filesystem>
#include <utility>

namespace collector {

struct Store::Parts {
  Connection connection;
  Feeds feeds{connection};
  Polls polls{connection};
  Items items{connection};
  Decisions decisions{connection};
  Ledger ledger{connection};
  Drafts drafts{connection};
  Documents documents{connection};
};

Store::Store(Connection connection, std::string migration_note)
    : parts_(new Parts{std::move(connection)}), migration_note_(std::move(migration_note)) {}

Store::~Store() = default;

Feeds& Store::feeds() {
  return parts_->feeds;
}

Polls& Store::polls() {
  return parts_->polls;
}

Items& Store::items() {
  return parts_->items;
}

Decisions& Store::decisions() {
  return parts_->decisions;
}

Ledger& Store::ledger() {
  return parts_->ledger;
}

Drafts& Store::drafts() {
  return parts_->drafts;
}

Documents& Store::documents() {
  return parts_->documents;
}

std::vector<std::string> Store::check() {
  return find_faults(parts_->connection);
}

void Store::backup(const std::string& path) {
  if (std::filesystem::exists(path)) {
    throw StoreError(path + ": is there already; name a new file for the copy");
  }
  copy_database(parts_->connection, path);
}

}  // namespace collector
