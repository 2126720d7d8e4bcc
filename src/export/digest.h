// A window of stories, grouped and ordered as the newsletter prints them.
#pragma once

#include "config/config.h"
#include "core/item.h"
#include "core/time.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace collector {

/// One bullet. A group (a vendor's bullet) has `entries` and no link of its own.
struct DigestEntry {
  std::vector<std::string> ids;
  std::string markdown;  // as printed, without the bullet
  std::string title;
  std::string url;                // absolute
  std::vector<std::string> urls;  // every link of the story, its other sources' included
  std::string project;
  std::vector<std::string> versions;  // oldest first
  std::string group;
  std::string language;
  std::vector<DigestEntry> entries;
};

struct DigestSection {
  std::string section;
  std::string heading;
  std::string subsection;  // "Last Call", for extensions only
  std::vector<DigestEntry> entries;
};

struct Digest {
  std::string month;  // "2024-01", or empty when `from` and `to` are given
  std::string from;   // days, both included
  std::string to;
  std::vector<DigestSection> sections;
  std::vector<DigestEntry> offered;  // outside the window, worth a look
};

/// `items` are those of the window in the states that an export prints.
Digest make_digest(std::span<const StoredItem> items, std::span<const Decision> corrections,
                   const Config& config);

/// The sections as Markdown: headings, bullets, nothing else.
std::string to_markdown(const Digest& digest, const Config& config);

/// The contract's shape of `export --format json`.
std::string to_json(const Digest& digest);

}  // namespace collector
