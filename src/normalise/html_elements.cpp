#include "normalise/html_elements.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

constexpr std::array<std::string_view, 142> kElements = {
    "a",          "abbr",     "acronym", "address",    "applet",   "area",    "article",
    "aside",      "audio",    "b",       "base",       "basefont", "bdi",     "bdo",
    "bgsound",    "big",      "blink",   "blockquote", "body",     "br",      "button",
    "canvas",     "caption",  "center",  "cite",       "code",     "col",     "colgroup",
    "data",       "datalist", "dd",      "del",        "details",  "dfn",     "dialog",
    "dir",        "div",      "dl",      "dt",         "em",       "embed",   "fieldset",
    "figcaption", "figure",   "font",    "footer",     "form",     "frame",   "frameset",
    "h1",         "h2",       "h3",      "h4",         "h5",       "h6",      "head",
    "header",     "hgroup",   "hr",      "html",       "i",        "iframe",  "image",
    "img",        "input",    "ins",     "isindex",    "kbd",      "keygen",  "label",
    "layer",      "legend",   "li",      "link",       "listing",  "main",    "map",
    "mark",       "marquee",  "math",    "menu",       "menuitem", "meta",    "meter",
    "nav",        "nobr",     "noembed", "noframes",   "noscript", "object",  "ol",
    "optgroup",   "option",   "output",  "p",          "param",    "picture", "plaintext",
    "pre",        "progress", "q",       "rb",         "rp",       "rt",      "rtc",
    "ruby",       "s",        "samp",    "script",     "search",   "section", "select",
    "slot",       "small",    "source",  "span",       "strike",   "strong",  "style",
    "sub",        "summary",  "sup",     "svg",        "table",    "tbody",   "td",
    "template",   "textarea", "tfoot",   "th",         "thead",    "time",    "title",
    "tr",         "track",    "tt",      "u",          "ul",       "var",     "video",
    "wbr",        "xmp"};

static_assert(std::ranges::is_sorted(kElements));

constexpr std::string_view kSpaces = " \t\r\n";
// How far behind a tag its end tag is looked for: what stands in between is a word or two.
constexpr std::size_t kNearby = 1000;

/// A dash or a colon with a letter behind it; addresses of mail and lists of types are none.
bool is_compound(std::string_view name) {
  const std::size_t sign = std::min(name.find_first_of("-:"), name.size());
  return sign + 1 < name.size() && is_letter(name[sign + 1]) &&
         name.find_first_of("@,(") == std::string_view::npos;
}

/// A word and "=".
bool begins_with_attribute(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
  const std::size_t end =
      text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_:");
  return end != 0 && end != std::string_view::npos && text[end] == '=';
}

bool has_end_tag(std::string_view name, std::string_view behind) {
  behind = behind.substr(0, kNearby);
  for (auto at = behind.find("</"); at != std::string_view::npos;
       at = behind.find("</", at + 2))
    if (starts_ignoring_case(behind.substr(at + 2), name)) return true;
  return false;
}

}  // namespace

bool known_to_html(std::string_view name) {
  return std::ranges::binary_search(kElements, name);
}

bool is_made_up(TagKind kind, std::string_view name, std::string_view behind) {
  const std::string_view tag = behind.substr(0, behind.find_first_of("<>"));
  const bool ends = tag.size() < behind.size() && behind[tag.size()] == '>';
  const std::string_view attributes =
      tag.substr(std::min(tag.find_first_of(kSpaces), tag.size()));
  return ends && (begins_with_attribute(attributes) ||
                  (is_compound(name) && (kind == TagKind::End || has_end_tag(name, behind))));
}

}  // namespace collector
