// What stops the work. Ordinary answers ("not modified", "no date") are values, never
// exceptions.
#pragma once

#include <stdexcept>
#include <string>

namespace collector {

/// How the program ends; other programs branch on it.
enum class ExitCode {
  Done = 0,
  Failed = 1,
  Misused = 2,
  SomeFeedsFailed = 3,
  Differs = 4,
  Locked = 5,
  BadConfiguration = 6,
  Conflict = 7,
};

/// Base of everything thrown here. The message is one line: what, where, what to do.
class Error : public std::runtime_error {
 public:
  explicit Error(const std::string& message, ExitCode exit_code = ExitCode::Failed)
      : std::runtime_error(message), exit_code_(exit_code) {}

  [[nodiscard]] ExitCode exit_code() const noexcept { return exit_code_; }

 private:
  ExitCode exit_code_;
};

/// The command line asks for something that makes no sense.
class UsageError : public Error {
 public:
  explicit UsageError(const std::string& message) : Error(message, ExitCode::Misused) {}
};

/// The configuration is wrong; the message opens with "feeds.yaml:LINE:COLUMN: ".
class ConfigError : public Error {
 public:
  explicit ConfigError(const std::string& message)
      : Error(message, ExitCode::BadConfiguration) {}
};

/// A document is no feed; the message opens with "LINE:COLUMN: ".
class ParseError : public Error {
 public:
  using Error::Error;
};

/// The store cannot do what was asked: full, read-only, damaged, newer than this program.
class StoreError : public Error {
 public:
  using Error::Error;
};

/// Another run holds the lock.
class LockedError : public Error {
 public:
  explicit LockedError(const std::string& message) : Error(message, ExitCode::Locked) {}
};

}  // namespace collector
