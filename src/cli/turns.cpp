#include "cli/turns.h"

#include <utility>

namespace collector {

bool Turns::has_come(std::size_t number) {
  const std::lock_guard lock(mutex_);
  return turn_ == number;
}

void Turns::wait_for(std::size_t number) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return turn_ == number; });
}

void Turns::write(std::string_view bytes) {
  out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

void Turns::next() {
  const std::lock_guard lock(mutex_);
  ++turn_;
  changed_.notify_all();
}

TurnBuffer::~TurnBuffer() {
  turns_.wait_for(number_);
  turns_.write(waiting_);
  turns_.next();
}

std::streamsize TurnBuffer::xsputn(const char* bytes, std::streamsize count) {
  const std::string_view piece(bytes, static_cast<std::size_t>(count));
  if (turns_.has_come(number_)) {
    turns_.write(std::exchange(waiting_, {}));
    turns_.write(piece);
  } else {
    waiting_ += piece;
  }
  return count;
}

TurnBuffer::int_type TurnBuffer::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  const char byte = traits_type::to_char_type(c);
  xsputn(&byte, 1);
  return c;
}

}  // namespace collector
