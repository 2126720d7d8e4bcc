// Several threads print documents to one stream, which come out in their order all the same.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <ostream>

namespace collector {

/// Whose turn it is to write to the stream; documents are numbered from 0.
class Turns {
 public:
  /// The stream outlives this, and nobody else writes to it meanwhile.
  explicit Turns(std::ostream& out) : out_(out) {}

 private:
  friend class Turn;

  std::ostream& out_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t turn_ = 0;
};

/// The turn of one document, which ends with this object.
class Turn {
 public:
  Turn(Turns& turns, std::size_t number) : turns_(turns), number_(number) {}

  /// Waits for the turn.
  ~Turn();
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  /// The stream, once all documents before have been written.
  std::ostream& out();

 private:
  void wait();

  Turns& turns_;
  const std::size_t number_;
};

}  // namespace collector
