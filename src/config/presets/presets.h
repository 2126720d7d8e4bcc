// The configurations built into the program: the files beside this one.
#pragma once

namespace collector {

extern const char* const kPresetXmpp;
/// Stands on the first: only what differs.
extern const char* const kPresetXmpp2024;
/// The sentences of newsletters in other languages than English.
extern const char* const kWordings;
/// What 'collector init' writes.
extern const char* const kFirstConfiguration;
/// The same for a newsletter that stands on no preset.
extern const char* const kFirstConfigurationWithoutPreset;

}  // namespace collector
