// What a document is that is no feed, in words that help.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// "an HTML page; it names the feed https://…", "a bot challenge instead of the feed", "empty",
/// "an OPML list of feeds", "plain text", … `root` is the first XML element, empty when there
/// is none.
std::string describe_refused(std::string_view document, std::string_view root);

}  // namespace collector
