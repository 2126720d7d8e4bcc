#include "parse/html_names.h"

#include "core/utf8.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <iterator>

namespace collector {

std::string html_entity(std::string_view name) {
  const std::string key(name);
  const htmlEntityDesc* entity =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(key.c_str()));
  return entity == nullptr ? std::string() : to_utf8(entity->value);
}

bool is_void_html(std::string_view name) {
  constexpr std::string_view kVoid[] = {"area", "br",    "col",   "embed", "hr",
                                        "img",  "input", "param", "track", "wbr"};
  return std::find(std::begin(kVoid), std::end(kVoid), name) != std::end(kVoid);
}

bool is_html_element(std::string_view name) {
  // Words that feeds use themselves (title, link, summary, source, …) are no sign of HTML.
  constexpr std::string_view kHtml[] = {
      "a",      "abbr",   "article", "b",   "big", "blockquote", "center",  "code",  "dd",
      "del",    "div",    "dl",      "dt",  "em",  "figure",     "font",    "form",  "h1",
      "h2",     "h3",     "h4",      "h5",  "h6",  "i",          "iframe",  "ins",   "li",
      "nobr",   "ol",     "p",       "pre", "s",   "script",     "section", "small", "span",
      "strike", "strong", "style",   "sub", "sup", "table",      "tbody",   "td",    "th",
      "thead",  "tr",     "tt",      "u",   "ul",  "var",        "video"};
  return is_void_html(name) ||
         std::find(std::begin(kHtml), std::end(kHtml), name) != std::end(kHtml);
}

}  // namespace collector
