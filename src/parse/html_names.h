// What HTML calls things: its entities and the elements that tell it from a feed.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// The UTF-8 text of an entity of HTML 4 ("nbsp", "eacute"); empty when there is none of that
/// name.
std::string html_entity(std::string_view name);

/// An element that has no end tag: br, img, …
bool is_void_html(std::string_view name);

/// Any element that stands in running text or holds it: b, p, div, table, …
bool is_html_element(std::string_view name);

}  // namespace collector
