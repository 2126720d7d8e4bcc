// HTML as feeds carry it: turned to plain text, or made safe to show. Iterative and bounded;
// never regular expressions on markup.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// The text of an HTML fragment on one line: markup stripped, entities decoded once, white
/// space squeezed (U+00A0 kept), no script or style. Reading stops once `max_bytes` of text are
/// there (cut between characters).
std::string html_to_text(std::string_view html, std::size_t max_bytes = SIZE_MAX);

/// The same for a title: what looks like a tag, but is none of HTML's, is part of its words
/// ("Vec<T>", "<message/> stanzas"), for feeds escape titles once too seldom.
std::string html_title(std::string_view html, std::size_t max_bytes = SIZE_MAX);

/// A line of an HTML fragment as a browser would show it.
struct HtmlLine {
  enum class Kind { Text, Heading, ListItem };
  Kind kind = Kind::Text;
  std::string text;  // as html_to_text gives it, never empty
};

/// The lines of an HTML fragment. Reading stops once `max_bytes` of markup are read.
std::vector<HtmlLine> html_lines(std::string_view html, std::size_t max_bytes = SIZE_MAX);

/// Plain text on one line: white space squeezed, control characters gone.
std::string squeeze(std::string_view text, std::size_t max_bytes = SIZE_MAX);

/// `text` with the entities in it decoded: for text that was escaped once too often. What looks
/// like a tag stays as it is.
std::string decode_entities(std::string_view text);

/// HTML that is safe to show anywhere: an allow-list of elements and attributes, links resolved
/// against `base_url`.
std::string sanitise_html(std::string_view html, std::string_view base_url);

/// Plain text as HTML: & < > " escaped.
std::string escape_html(std::string_view text);

}  // namespace collector
