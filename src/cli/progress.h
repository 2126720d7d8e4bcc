// The line that tells how far a run has come; only on a terminal, gone when the run has ended.
#pragma once

#include "cli/session.h"
#include "update/update.h"

namespace collector {

class Progress {
 public:
  explicit Progress(const Session& session);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(const UpdateReport& so_far);
  void clear();

 private:
  bool wanted_;
  bool shown_ = false;
};

}  // namespace collector
