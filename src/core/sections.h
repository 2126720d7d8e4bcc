// The names of sections: those that the program itself knows, and any as people type it.
#pragma once

#include "core/item.h"
#include "core/newsletter.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

// A newsletter may lack any of them, and have others.
inline constexpr const char* kAnnouncements = "announcements";  // paragraphs with headings
inline constexpr const char* kEvents = "events";
inline constexpr const char* kTalks = "talks";
inline constexpr const char* kArticles = "articles";  // of what nothing better is known
inline constexpr const char* kClients = "clients";
inline constexpr const char* kServers = "servers";
inline constexpr const char* kLibraries = "libraries";
inline constexpr const char* kExtensions = "extensions";  // of the protocol; in subsections

/// What rules and answers name instead of a section where something is no news.
inline constexpr const char* kNoise = "noise";

// Subsections of the extensions, by what happened to one. Any other is called by its new
// status.
inline constexpr const char* kProposedPart = "Proposed";
inline constexpr const char* kNewPart = "New";
inline constexpr const char* kUpdatedPart = "Updated";
inline constexpr const char* kLastCallPart = "Last Call";

/// What stands there is read in the order in which it came, not by the alphabet.
constexpr bool is_by_date(std::string_view section) {
  return section == kAnnouncements || section == kEvents;
}

/// It lists software.
constexpr bool is_software(std::string_view section) {
  return section == kClients || section == kServers || section == kLibraries;
}

/// Where the section of that name stands among `sections`; their number where none has it.
std::size_t place_of_section(std::string_view name, std::span<const Section> sections);

/// The section itself, null where there is none.
const Section* find_section(std::string_view name, std::span<const Section> sections);

/// Adds a section at the end that is all name, unless `sections` have it.
void add_section_once(const std::string& name, std::vector<Section>& sections);

/// Nobody chose the section of `stored` and little speaks for it: an editor had better look.
bool is_section_guessed(const StoredItem& stored);

/// What to say of a name that none of `sections` has, with the one that was probably meant or
/// all there are; empty when one has it.
std::string unknown_section(std::string_view name, std::span<const Section> sections);

}  // namespace collector
