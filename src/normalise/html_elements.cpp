#include "normalise/html_elements.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

constexpr std::array<std::string_view, 134> kElements = {
    "a",          "abbr",     "acronym",  "address",    "applet",   "area",     "article",
    "aside",      "audio",    "b",        "base",       "basefont", "bdi",      "bdo",
    "bgsound",    "big",      "blink",    "blockquote", "body",     "br",       "button",
    "canvas",     "caption",  "center",   "cite",       "code",     "col",      "colgroup",
    "data",       "datalist", "dd",       "del",        "details",  "dfn",      "dialog",
    "dir",        "div",      "dl",       "dt",         "em",       "embed",    "fieldset",
    "figcaption", "figure",   "font",     "footer",     "form",     "frame",    "frameset",
    "h1",         "h2",       "h3",       "h4",         "h5",       "h6",       "head",
    "header",     "hgroup",   "hr",       "html",       "i",        "iframe",   "img",
    "input",      "ins",      "isindex",  "kbd",        "label",    "layer",    "legend",
    "li",         "link",     "main",     "map",        "mark",     "marquee",  "math",
    "menu",       "meta",     "meter",    "nav",        "nobr",     "noframes", "noscript",
    "object",     "ol",       "optgroup", "option",     "output",   "p",        "param",
    "picture",    "pre",      "progress", "q",          "rb",       "rp",       "rt",
    "ruby",       "s",        "samp",     "script",     "search",   "section",  "select",
    "slot",       "small",    "source",   "span",       "strike",   "strong",   "style",
    "sub",        "summary",  "sup",      "svg",        "table",    "tbody",    "td",
    "template",   "textarea", "tfoot",    "th",         "thead",    "time",     "title",
    "tr",         "track",    "tt",       "u",          "ul",       "var",      "video",
    "wbr"};

static_assert(std::ranges::is_sorted(kElements));

}  // namespace

bool known_to_html(std::string_view name) {
  return std::ranges::binary_search(kElements, name);
}

}  // namespace collector
