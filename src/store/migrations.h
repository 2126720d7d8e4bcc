// From an empty file, or an older form of the store, to the present one.
#pragma once

#include "store/sqlite.h"

#include <span>
#include <string>

namespace collector {

/// One step of the schema; a file of schema/sqlite, built into the program.
struct Migration {
  int version;  // the database's user_version once the step is done
  const char* sql;
  void (*rest)(Connection&) = nullptr;  // then: what SQL cannot say; null: nothing
};

extern const char* const kSchema001;  // schema/sqlite/001_initial.sql
extern const char* const kSchema002;  // schema/sqlite/002_event_days.sql
extern const char* const kSchema003;  // schema/sqlite/003_drafts.sql
extern const char* const kSchema004;  // schema/sqlite/004_feed_site.sql
extern const char* const kSchema005;  // schema/sqlite/005_long_documents.sql
extern const char* const kSchema006;  // schema/sqlite/006_feed_filter.sql
extern const char* const kSchema007;  // schema/sqlite/007_feed_warnings.sql
extern const char* const kSchema008;  // schema/sqlite/008_told_releases.sql
extern const char* const kSchema009;  // schema/sqlite/009_release_marks.sql

/// Every step, in order.
std::span<const Migration> all_migrations();

/// The form this database has: 0 when it is empty. Throws StoreError when it is not ours, or
/// newer than this program.
int schema_version(Connection& connection, std::span<const Migration> migrations);

/// Brings the database to the last step, all steps in one transaction. What was there before is
/// copied aside first; the name of that copy is returned, empty when nothing was copied.
std::string migrate(Connection& connection, std::span<const Migration> migrations);

}  // namespace collector
