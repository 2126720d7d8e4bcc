#include "cli/progress.h"

#include "cli/terminal.h"

#include <fmt/format.h>

#include <iostream>

namespace collector {

namespace {

constexpr int kBarColumns = 24;

std::string bar(int done, int total) {
  const int filled = total == 0 ? 0 : kBarColumns * done / total;
  std::string text;
  for (int i = 0; i < kBarColumns; ++i)
    text += i < filled ? "=" : " ";
  return text;
}

}  // namespace

Progress::Progress(const Session& session)
    : wanted_(session.verbosity() != Verbosity::Quiet && errors_on_terminal()) {}

Progress::~Progress() {
  clear();
}

void Progress::show(const UpdateReport& so_far) {
  if (!wanted_) return;
  std::cerr << fmt::format(
                   "\r[{}] {}/{}: {} fetched, {} unchanged, {} failed; {} new items\x1b[K",
                   bar(so_far.done(), so_far.asked), so_far.done(), so_far.asked,
                   so_far.fetched, so_far.not_modified, so_far.failures.size(), so_far.added)
            << std::flush;
  shown_ = true;
}

void Progress::clear() {
  if (shown_) std::cerr << "\r\x1b[K" << std::flush;
  shown_ = false;
}

}  // namespace collector
