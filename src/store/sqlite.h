// SQLite in our words: Connection, Statement, Transaction. Every failure becomes a StoreError
// of one line that names the file and what to do; sqlite3.h stays in sqlite.cpp.
#pragma once

#include "core/owned.h"
#include "core/time.h"

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;
extern "C" int sqlite3_close_v2(sqlite3*);
extern "C" int sqlite3_finalize(sqlite3_stmt*);

namespace collector {

class Connection;

/// A prepared statement in use. It belongs to its connection, which keeps it for the next use;
/// the destructor resets it. Only one use of the same text at a time.
class Statement {
 public:
  Statement(Connection& connection, sqlite3_stmt* statement)
      : connection_(connection), statement_(statement) {}

  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  Statement(Statement&&) = delete;
  Statement& operator=(Statement&&) = delete;

  /// Binds the next parameters in order. Texts must live until the statement has run.
  template <typename... Values>
  Statement& bind(const Values&... values) {
    (bind_next(values), ...);
    return *this;
  }

  /// Goes to the next row; false when there is none.
  bool step();

  /// Runs it to the end, and makes it ready to be bound and run again.
  void run();

  /// Makes it ready to be bound and run again, before its end.
  void rewind();

  /// Reads the columns of the row, in order, into `fields`.
  template <typename... Fields>
  void read(Fields&... fields) {
    int column = 0;
    (read_column(column++, fields), ...);
  }

 private:
  void bind_next(std::int64_t value);

  void bind_next(int value) { bind_next(static_cast<std::int64_t>(value)); }

  void bind_next(bool value) { bind_next(std::int64_t{value}); }

  void bind_next(double value);
  void bind_next(std::string_view value);

  void bind_next(const std::string& value) { bind_next(std::string_view(value)); }

  void bind_next(const char* value) { bind_next(std::string_view(value)); }

  void bind_next(UtcTime value) { bind_next(std::int64_t{value.time_since_epoch().count()}); }

  void bind_next(seconds value) { bind_next(std::int64_t{value.count()}); }

  void bind_next(std::optional<UtcTime> value);
  void bind_next(std::optional<int> value);
  void bind_nothing();

  void read_column(int column, std::int64_t& value);
  void read_column(int column, int& value);
  void read_column(int column, bool& value);
  void read_column(int column, double& value);
  void read_column(int column, std::string& value);
  void read_column(int column, UtcTime& value);
  void read_column(int column, seconds& value);
  void read_column(int column, std::optional<UtcTime>& value);
  void read_column(int column, std::optional<int>& value);
  [[nodiscard]] bool is_nothing(int column) const;

  Connection& connection_;
  sqlite3_stmt* statement_;
  int bound_ = 0;
};

/// How a database file is opened.
enum class OpenMode {
  ReadOnly,
  ReadWrite,  // made when it does not exist
  Immutable,  // read-only, where not even SQLite's own side files can be written
};

/// An open database. Not for several threads at once.
class Connection {
 public:
  Connection(const std::string& path, OpenMode mode);

  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  Connection(Connection&&) = default;
  Connection& operator=(Connection&&) = delete;

  /// Runs statements without parameters.
  void execute(const std::string& sql);

  /// The statement with this text, prepared once and kept.
  Statement statement(std::string_view sql);

  /// The first column of the first row; an empty value when there is no row.
  template <typename Value, typename... Parameters>
  Value value(std::string_view sql, const Parameters&... parameters) {
    Statement query = statement(sql);
    query.bind(parameters...);
    Value found{};
    if (query.step()) query.read(found);
    return found;
  }

  [[nodiscard]] std::int64_t last_row() const;

  /// How many rows the last statement that writes has written.
  [[nodiscard]] std::int64_t changes() const;

  /// The file system or its permissions forbid writing.
  [[nodiscard]] bool is_read_only() const;

  /// Runs `sql` when the connection is closed; should that fail, nobody hears of it.
  void at_close(std::string sql) { last_words_ = std::move(sql); }

  [[nodiscard]] const std::string& path() const { return path_; }

  /// Throws what `code` means for `path()`, unless it means success.
  void check(int code);

 private:
  using Prepared = std::unique_ptr<sqlite3_stmt, Releases<sqlite3_finalize>>;

  std::string path_;
  std::unique_ptr<sqlite3, Releases<sqlite3_close_v2>> handle_;
  std::map<std::string, Prepared, std::less<>> statements_;
  std::string last_words_;
};

/// A transaction; rolled back unless committed.
class Transaction {
 public:
  /// Only one at a time may write. One that reads sees the database as it was at its first
  /// reading, and takes its locks once for all it reads.
  enum class Kind { Write, Read };

  explicit Transaction(Connection& connection, Kind kind = Kind::Write);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  Transaction(Transaction&&) = delete;
  Transaction& operator=(Transaction&&) = delete;

  void commit();

 private:
  Connection& connection_;
  bool open_ = true;
};

}  // namespace collector
