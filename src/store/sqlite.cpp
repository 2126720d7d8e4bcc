#include "store/sqlite.h"

#include "core/error.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <utility>

namespace collector {

namespace {

// How long a writer waits for another one before it gives up.
constexpr int kBusyMilliseconds = 10'000;

/// What `code` means and what to do about it, for people. The sentences follow
/// https://www.sqlite.org/rescode.html.
std::string explain(int code, const char* detail) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return "the disk is full; make room and run it again, what was stored is safe";
    case SQLITE_READONLY:
      return "may not be written to; give the user who runs collector write access to the file "
             "and its folder";
    case SQLITE_CANTOPEN:
      return "cannot be opened; check that its folder exists and that you may write there";
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return "access is denied; check the permissions of the file and its folder";
    case SQLITE_NOTADB:
      return "is no collector database; name another file with --db";
    case SQLITE_CORRUPT:
      return "is damaged; run 'collector db check', and put back a copy made by 'collector db "
             "backup'";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is being written by another program; try again when it has ended";
    case SQLITE_IOERR:
      return fmt::format("reading or writing failed ({}); check the disk, and that it has room",
                         detail);
    default:
      return fmt::format("the database refused: {}", detail);
  }
}

int flags_of(OpenMode mode) {
  // One thread at a time uses a connection, so SQLite's own locks between threads are not
  // needed.
  constexpr int kAlways = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_URI;
  if (mode == OpenMode::ReadWrite) return kAlways | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  return kAlways | SQLITE_OPEN_READONLY;
}

/// `path` as a URI that SQLite takes for nothing but a file.
std::string uri_of(const std::string& path, OpenMode mode) {
  // Of two slashes at the beginning a URI would take what follows for a host.
  std::string uri = path.starts_with('/') ? "file://" : "file:";
  for (const char c : path) {
    if (c == '%' || c == '?' || c == '#') {
      uri += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    } else {
      uri += c;
    }
  }
  return mode == OpenMode::Immutable ? uri + "?immutable=1" : uri;
}

}  // namespace

// ---- Statement ----

Statement::~Statement() {
  sqlite3_reset(statement_);
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) connection_.check(code);
  return false;
}

void Statement::run() {
  while (step()) {
  }
  rewind();
}

void Statement::rewind() {
  sqlite3_reset(statement_);
  bound_ = 0;
}

void Statement::bind_next(std::int64_t value) {
  connection_.check(sqlite3_bind_int64(statement_, ++bound_, value));
}

void Statement::bind_next(double value) {
  connection_.check(sqlite3_bind_double(statement_, ++bound_, value));
}

void Statement::bind_next(std::string_view value) {
  // A null pointer would bind NULL, where an empty text is meant.
  const char* text = value.data() == nullptr ? "" : value.data();
  connection_.check(sqlite3_bind_text64(statement_, ++bound_, text, value.size(), SQLITE_STATIC,
                                        SQLITE_UTF8));
}

void Statement::bind_next(std::optional<UtcTime> value) {
  value ? bind_next(*value) : bind_nothing();
}

void Statement::bind_next(std::optional<int> value) {
  value ? bind_next(*value) : bind_nothing();
}

void Statement::bind_nothing() {
  connection_.check(sqlite3_bind_null(statement_, ++bound_));
}

void Statement::read_column(int column, std::int64_t& value) {
  value = sqlite3_column_int64(statement_, column);
}

void Statement::read_column(int column, int& value) {
  value = sqlite3_column_int(statement_, column);
}

void Statement::read_column(int column, bool& value) {
  value = sqlite3_column_int(statement_, column) != 0;
}

void Statement::read_column(int column, double& value) {
  value = sqlite3_column_double(statement_, column);
}

void Statement::read_column(int column, std::string& value) {
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  value.assign(text == nullptr ? "" : text,
               static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

void Statement::read_column(int column, UtcTime& value) {
  value = UtcTime(seconds(sqlite3_column_int64(statement_, column)));
}

void Statement::read_column(int column, seconds& value) {
  value = seconds(sqlite3_column_int64(statement_, column));
}

void Statement::read_column(int column, std::optional<UtcTime>& value) {
  value.reset();
  if (!is_nothing(column)) read_column(column, value.emplace());
}

void Statement::read_column(int column, std::optional<int>& value) {
  value.reset();
  if (!is_nothing(column)) read_column(column, value.emplace());
}

bool Statement::is_nothing(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

// ---- Connection ----

Connection::Connection(const std::string& path, OpenMode mode) : path_(path) {
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(uri_of(path, mode).c_str(), &handle, flags_of(mode), nullptr);
  handle_.reset(handle);
  check(code);
  sqlite3_busy_timeout(handle, kBusyMilliseconds);
  // "select "typo"" would otherwise yield the text typo, and a strange database could call
  // functions through its schema.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
}

Connection::~Connection() {
  if (handle_ && !last_words_.empty())
    sqlite3_exec(handle_.get(), last_words_.c_str(), nullptr, nullptr, nullptr);
}

void Connection::execute(const std::string& sql) {
  check(sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

Statement Connection::statement(std::string_view sql) {
  auto kept = statements_.find(sql);
  if (kept == statements_.end()) {
    sqlite3_stmt* statement = nullptr;
    check(sqlite3_prepare_v3(handle_.get(), sql.data(), static_cast<int>(sql.size()),
                             SQLITE_PREPARE_PERSISTENT, &statement, nullptr));
    Prepared prepared(statement);  // should there be no memory to keep it
    kept = statements_.emplace(sql, std::move(prepared)).first;
  }
  return {*this, kept->second.get()};
}

std::int64_t Connection::last_row() const {
  return sqlite3_last_insert_rowid(handle_.get());
}

std::int64_t Connection::changes() const {
  return sqlite3_changes64(handle_.get());
}

bool Connection::is_read_only() const {
  return sqlite3_db_readonly(handle_.get(), "main") == 1;
}

void Connection::check(int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  const char* detail = handle_ ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  throw StoreError(fmt::format("{}: {}", path_, explain(code, detail)));
}

// ---- Transaction ----

Transaction::Transaction(Connection& connection, Kind kind) : connection_(connection) {
  // Immediate: a transaction that reads first and writes later could find itself overtaken.
  connection_.execute(kind == Kind::Write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    connection_.execute("ROLLBACK");
  } catch (const Error&) {
    // Some failures (a full disk) have rolled it back already.
  }
}

void Transaction::commit() {
  connection_.execute("COMMIT");
  open_ = false;
}

}  // namespace collector
