// What one entry of a draft says, told apart from its bullet, its box and its comments.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

enum class EntryForm { Bullet, Announcement };

struct EntryWords {
  std::vector<std::string> ids;  // of its marker, "<!-- c:7f3a2b91c0 -->"
  char box = '\0';               // ' ', 'x', '-'; '\0': none; '?': one of another kind
  std::string words;             // Markdown, without outer indentation; no line end, no marker
  std::vector<std::string> comments;  // those at the end of lines, whole, without the marker
};

/// `bytes` are the whole lines of an entry.
EntryWords read_words(std::string_view bytes, EntryForm form);

/// What somebody typed for a bullet, as its words: without list mark, box and markers, further
/// lines indented to belong to it.
std::string typed_words(std::string_view typed);

/// Equal for texts that differ in nothing but blank lines, white space at the ends of lines and
/// where a paragraph's lines break.
std::string words_key(std::string_view words);

/// "<!-- c:7f3a2b91c0 -->": by which items an entry is known.
std::string entry_marker(std::span<const std::string> ids);

enum class Markers {
  Omitted,  // none at all
  Short,    // only the first item of each
  Whole,
};

/// The same text with its markers shortened or left out; all else to the byte.
std::string with_markers(std::string_view text, Markers markers);

}  // namespace collector
