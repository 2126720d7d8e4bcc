// What every command finds when it starts: the global options, and what they lead to.
#pragma once

#include "cli/global_options.h"
#include "core/time.h"
#include "store/access.h"
#include "store/run_lock.h"

#include <memory>
#include <string>
#include <string_view>

namespace collector {

struct Config;
class Store;

enum class Verbosity { Quiet, Normal, Verbose };

/// One run of the program. Configuration and store are opened when a command first asks.
class Session {
 public:
  explicit Session(GlobalOptions options);
  ~Session();

  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  [[nodiscard]] const GlobalOptions& options() const { return options_; }

  [[nodiscard]] Verbosity verbosity() const;

  /// One line on standard error, made harmless; none under -q.
  void tell(std::string_view sentence) const;

  /// Are colours wanted where there is a terminal? --no-color and NO_COLOR say no.
  [[nodiscard]] bool colour_wanted() const;

  /// The time of this run: --now, else the clock at the start; the same for its whole length.
  [[nodiscard]] UtcTime now() const { return now_; }

  /// The configuration given or found; the defaults, with an empty path, when there is none.
  const Config& config();

  /// The same for the one who needs it as his own; whoever asks later has it read again.
  Config give_config();

  /// For commands that need only the store: the configuration given or found, else the one of
  /// the last fetch, with the home pages that feeds have named. Given --db but no --config,
  /// none is looked for.
  const Config& known_config();

  /// The database of this run.
  std::string database();

  /// The model that `learn` has left in the database; empty when there is no database yet, or
  /// none was learned.
  std::string learned_model();

  /// Keeps other runs away from the database; taken before a run opens it, for a first run
  /// makes it and another form changes it. Throws LockedError after waiting for `wait`.
  RunLock lock_run(seconds wait);

  /// Opened for reading until a command wants to write.
  Store& store(Access access);

  /// For commands that change what is stored and would find nothing in a new database: throws
  /// StoreError when there is none, so that a mistyped name makes none.
  void require_database();

 private:
  /// The same as database(); makes the folder of the default one.
  std::string writable_database();

  Config stored_config();

  GlobalOptions options_;
  UtcTime now_;
  std::unique_ptr<Config> config_;
  std::unique_ptr<Config> known_config_;
  std::unique_ptr<Store> store_;
  Access access_ = Access::Read;
};

}  // namespace collector
