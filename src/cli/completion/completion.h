// The completion scripts built into the program: the files beside this one.
#pragma once

namespace collector {

extern const char* const kBashCompletion;
extern const char* const kZshCompletion;
extern const char* const kFishCompletion;

}  // namespace collector
