// Several threads print documents to one stream, which come out in their order all the same.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <ostream>
#include <streambuf>
#include <string>
#include <string_view>

namespace collector {

/// Whose turn it is to write to the stream; documents are numbered from 0.
class Turns {
 public:
  /// The stream outlives this, and nobody else writes to it meanwhile.
  explicit Turns(std::ostream& out) : out_(out) {}

  /// True when all documents before `number` have been written.
  [[nodiscard]] bool has_come(std::size_t number);
  void wait_for(std::size_t number);
  /// Only by the one whose turn it is.
  void write(std::string_view bytes);
  void next();

 private:
  std::ostream& out_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t turn_ = 0;
};

/// One document on its way out: written through when its turn has come, kept until then. Its
/// end waits for its turn.
class TurnBuffer : public std::streambuf {
 public:
  TurnBuffer(Turns& turns, std::size_t number) : turns_(turns), number_(number) {}

  ~TurnBuffer() override;
  TurnBuffer(const TurnBuffer&) = delete;
  TurnBuffer& operator=(const TurnBuffer&) = delete;

 protected:
  std::streamsize xsputn(const char* bytes, std::streamsize count) override;
  int_type overflow(int_type c) override;

 private:
  Turns& turns_;
  const std::size_t number_;
  std::string waiting_;
};

}  // namespace collector
