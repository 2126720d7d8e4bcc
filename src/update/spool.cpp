#include "update/spool.h"

#include "core/error.h"

namespace collector {

/// Once the file takes no more, all that follows waits in memory, behind it.
void Spool::append(std::string_view bytes) {
  if (file_ == nullptr && memory_.size() + bytes.size() > in_memory_) move_to_file();
  if (file_ != nullptr && memory_.empty() && write(bytes)) return;
  memory_.append(bytes);
}

/// Tried once: what waits in memory then stays there.
void Spool::move_to_file() {
  in_memory_ = std::string::npos;
  file_.reset(std::tmpfile());
  if (file_ == nullptr) return;
  std::setbuf(file_.get(), nullptr);  // so that a full disk is heard of at once
  if (write(memory_)) {
    std::string().swap(memory_);  // assigned to, it would keep its room
  } else {
    file_.reset();
  }
}

bool Spool::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) return false;
  in_file_ += bytes.size();
  return true;
}

std::string Spool::text() const {
  if (file_ == nullptr) return memory_;
  std::string text(in_file_, '\0');
  std::rewind(file_.get());
  if (std::fread(text.data(), 1, text.size(), file_.get()) != text.size())
    throw Error("its temporary copy cannot be read");
  return text.append(memory_);
}

}  // namespace collector
