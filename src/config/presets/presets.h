// The configurations built into the program; presets/*.yaml, embedded when it is built.
#pragma once

namespace collector {

extern const char* const kPresetXmpp;

}  // namespace collector
