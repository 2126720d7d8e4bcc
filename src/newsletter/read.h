// A printed newsletter, read back: what stands in it, under which heading, with which links.
// Judges nothing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace collector {

struct PrintedLink {
  std::string text;  // plain
  std::string url;   // as written
  int line = 0;      // counted from 1
};

/// A bullet, or a paragraph outside of any list.
struct PrintedNote {
  std::string section;   // the heading of level 2 or 3 above it that has no other below
  std::string parent;    // the heading above `section`; empty at level 2
  std::string group;     // the bullet it is nested under, without its colon
  std::string text;      // plain, on one line, without what is nested under it
  std::string language;  // "PT_BR", as its tag says; empty: none
  bool bullet = false;
  int line = 0;
  std::vector<PrintedLink> links;  // without those of what is nested under it
};

struct PrintedNewsletter {
  std::string title;  // of the front matter
  std::string date;   // the same: "2024-02-02"
  std::vector<PrintedNote> notes;
};

/// Reads Markdown as Hugo would, with front matter or without. Never throws.
PrintedNewsletter read_newsletter(std::string_view markdown);

}  // namespace collector
