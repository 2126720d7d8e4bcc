// A digest as the newsletter's Markdown.
#pragma once

#include "export/digest.h"
#include "newsletter/entry_words.h"

#include <string>

namespace collector {

/// Whether the hints for editors are written, too, each as an HTML comment.
enum class Hints { Omitted, Written };

/// Whether each bullet is written as one of a check-list: "[x]" kept, "[ ]" undecided.
enum class Boxes { Omitted, Written };

/// What a draft has that the newsletter has not.
struct DraftMarks {
  Hints hints = Hints::Omitted;
  Boxes boxes = Boxes::Omitted;
  Markers markers = Markers::Omitted;  // by which items each entry is known
};

/// Headings and bullets of the configured sections; ends with a line break unless there is
/// nothing at all. That no extension changed is said only where a list of them is followed.
std::string to_markdown(const Digest& digest, const Config& config,
                        const DraftMarks& marks = {});

/// The same with nothing but hints.
inline std::string to_markdown(const Digest& digest, const Config& config, Hints hints) {
  return to_markdown(digest, config, DraftMarks{hints, Boxes::Omitted, Markers::Omitted});
}

}  // namespace collector
