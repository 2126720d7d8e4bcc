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

/// A title for an entry that has none (Mastodon, Movim): the first words of its text.
std::string title_from_text(std::string_view text);

/// HTML as the feed gave it, at most as much as is worth keeping; plain text is escaped. The
/// entry gives it up.
std::string take_content(RawEntry& entry);

}  // namespace collector
