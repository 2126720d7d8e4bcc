// The forms of link that one page has had: generators rename their paths, forges know a release
// by several. One table; the rest of a URL's spelling is canonical_url.cpp's part.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// The path that is written as a query, which is emptied: Movim before 2024 had
/// "/?node/pubsub.movim.eu/Movim/SLUG". Empty when `query` is no such path.
std::string take_path(std::string& query);

/// Rewrites the path of a page to the form that stands for all of them; other pages stay as
/// they are. `path` is empty or begins with a slash and does not end with one. What a form
/// looks like tells the generator, not the host: all of them run on many.
void apply_link_forms(std::string& path);

}  // namespace collector
