// Lists of feeds as readers exchange them: OPML 2.0 (http://opml.org/spec2.opml), and the 1.0
// and 1.1 that some still write.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// One subscription.
struct OpmlFeed {
  std::string title;  // "title", else "text"; may be empty
  std::string url;    // "xmlUrl", as written
  std::string home;   // "htmlUrl"
  std::string language;
  /// The folders it lies in, outermost first; else the parts of its first category
  /// ("/Boating/Ports").
  std::vector<std::string> folders;
};

/// The subscriptions of a document, in its order. What it includes from elsewhere is not
/// fetched. Throws Error, "PATH:LINE: why", when it is no OPML; `path` is for the complaint.
std::vector<OpmlFeed> read_opml(std::string_view document, const std::string& path);

/// A whole document. Feeds of the same first folder lie in one outline; the whole path is their
/// category too.
std::string write_opml(const std::string& title, const std::vector<OpmlFeed>& feeds);

}  // namespace collector
