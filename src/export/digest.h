// A window of stories, grouped and ordered as the newsletter prints them. Which items are worth
// printing was decided before; how they look on paper comes after.
#pragma once

#include "core/item.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

struct Config;

struct PrintedRelease;  // news/stories.h

/// One bullet, or one headed paragraph of the announcements.
struct DigestEntry {
  std::vector<std::string> ids;
  std::string markdown;           // as printed, without the bullet; further lines are indented
  std::string title;              // plain text
  std::string url;                // absolute; empty for a group
  std::vector<std::string> urls;  // every link of the story, its other sources' included
  std::string project;
  std::vector<std::string> versions;  // oldest first
  std::string group;                  // the vendor's bullet it belongs to, or is
  std::string language;               // BCP 47
  bool kept = false;                  // a reviewer wants it printed
  std::vector<DigestEntry> entries;   // of a group
  std::vector<std::string> hints;     // for editors, a plain sentence each
  bool release = false;               // of software, be its version known or not
  bool recurs = false;                // printed again while it lasts, so nothing for the ledger
};

struct DigestSection {
  std::string section;
  std::string subsection;  // "Last Call"; extensions only
  std::string heading;
  std::vector<DigestEntry> entries;
};

/// The one of `sections` that is the same part of the same section as `like`, put at the end
/// without an entry where there is none.
DigestSection& same_section(const DigestSection& like, std::vector<DigestSection>& sections);

struct Digest {
  std::string month;  // "2024-01", or empty when `from` and `to` are given
  std::string from;   // days, both included
  std::string to;
  std::vector<DigestSection> sections;  // those with entries, in the newsletter's order
  std::vector<DigestSection> offered;   // outside the window, worth a look
};

/// `items` are those of the window that the export shall print, pre-releases included: which of
/// them are held back is told here. Printed ones among them only tell which of the others are
/// old news, and those turned down only hold pre-releases back. `corrections` are the decisions
/// on them, oldest first; `printed` are the releases of earlier issues.
Digest make_digest(std::vector<StoredItem> items, std::span<const Decision> corrections,
                   const Config& config, std::span<const PrintedRelease> printed = {});

}  // namespace collector
