// Two people have decided differently.
#pragma once

#include "core/error.h"

#include <string>

namespace collector {

/// Somebody else has decided meanwhile: nothing was stored.
class ConflictError : public Error {
 public:
  explicit ConflictError(const std::string& message) : Error(message, ExitCode::Conflict) {}
};

}  // namespace collector
