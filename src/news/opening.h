// Posts without a title (Mastodon, Movim) bear the beginning of their text as one; the first
// sentence is what people read as it.
#pragma once

#include "core/item.h"

#include <string>
#include <string_view>

namespace collector {

/// True when `at` is the end of `text`, or the space, after the end of a sentence; full-width
/// stops ("。") need no space behind them.
bool ends_sentence(std::string_view text, std::size_t at);

/// The first sentence of a post, fit to be its title: without its full stop and the tags behind
/// it. Short exclamations ("Yes!") take the next one along.
std::string opening_sentence(std::string_view text);

/// True when the title is the text, or the beginning of it followed by an ellipsis.
bool title_is_text(const Item& item);

/// True when the title is text that runs on behind a first sentence: surely no title of its
/// own.
bool is_post(const Item& item);

}  // namespace collector
