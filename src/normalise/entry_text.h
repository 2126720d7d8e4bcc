// The words of an entry: its title, made when there is none, and the beginning of its text.
#pragma once

#include "core/feed.h"

#include <string>
#include <string_view>

namespace collector {

/// Plain text on one line, whatever the feed wrote; text that was escaped twice is repaired.
std::string plain_title(const Text& text);

/// The beginning of the entry's text, without what generators put under every post.
std::string plain_summary(const RawEntry& entry);

/// A title for an entry that has none (Mastodon, Movim) and this summary: the first line of its
/// text where that is one, else the first words.
std::string made_title(const RawEntry& entry, std::string_view summary);

/// HTML as the feed gave it, at most as much as is worth keeping; plain text is escaped. The
/// entry gives it up.
std::string take_content(RawEntry& entry);

}  // namespace collector
