// One entry of a draft, written anew or touched up.
#pragma once

#include "newsletter/draft_document.h"
#include "newsletter/entry_words.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// How an entry is to be written.
struct EntryLook {
  std::string indent;  // in front of its bullet
  char bullet = '-';
  char box = '\0';          // '\0': none
  std::string marker = {};  // "<!-- c:… -->"; empty: none
  std::vector<std::string> comments = {};
};

/// The whole lines of the bullet or the announcement that `entry` is, with its words.
/// `heading` is the line of an announcement's title, as it stands in its text.
std::string write_entry(const DraftBlock& entry, std::string_view heading,
                        const EntryLook& look);

/// The look that the entry with these `bytes` has: its indentation, its bullet, its box.
EntryLook look_of(const DraftBlock& entry, std::string_view bytes);

/// The first line of `bytes`, without comments at its end.
std::string heading_line(std::string_view bytes);

/// `bytes` with another box than `former`, '\0' for none; all else to the byte.
std::string with_box(std::string_view bytes, char former, char box);

/// `bytes` without some comments and with further ones below, all else to the byte.
std::string with_comments(std::string_view bytes, const std::vector<std::string>& gone,
                          const std::vector<std::string>& added, std::string_view indent);

/// Those of `comments` that are not among `others`.
std::vector<std::string> comments_without(const std::vector<std::string>& comments,
                                          const std::vector<std::string>& others);

}  // namespace collector
