// Strangers' text as Markdown: whatever a feed says, it stays text. Nothing written here opens
// a heading, a link, an HTML tag, a Hugo shortcode or a new line.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// Plain text for the middle of a line.
std::string markdown_text(std::string_view text);

/// The same, fit to open a line too.
std::string markdown_line(std::string_view text);

/// The text of a heading, without its number signs.
std::string markdown_heading(std::string_view text);

/// `[text](url)`; only the text when `url` is empty. `url` is printed as it is, but for what
/// would end the link.
std::string markdown_link(std::string_view text, std::string_view url);

/// What stands inside an HTML comment, which no text can end.
std::string markdown_comment(std::string_view text);

}  // namespace collector
