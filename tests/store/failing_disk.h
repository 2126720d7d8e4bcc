// A disk under SQLite that fails when it is told to.
#pragma once

namespace collector {

/// While it lives, every database opened in this process lies on it.
class FailingDisk {
 public:
  enum class Failure { Once, FromThenOn };

  FailingDisk();
  ~FailingDisk();
  FailingDisk(const FailingDisk&) = delete;
  FailingDisk& operator=(const FailingDisk&) = delete;
  FailingDisk(FailingDisk&&) = delete;
  FailingDisk& operator=(FailingDisk&&) = delete;

  /// Lets the `nth` change from now on fail (0: the next one).
  void fail(int nth, Failure failure);

  /// Works again.
  void mend();

  /// True when a change has failed since fail().
  [[nodiscard]] bool has_failed() const;
};

}  // namespace collector
