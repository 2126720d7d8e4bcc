// What an HTML page says of itself to programs: its title, date, author and language, which
// program made it, and which feeds it names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// A feed that a page names.
struct NamedFeed {
  std::string url;    // absolute
  std::string title;  // may be empty
  std::string type;   // media type in lower case; empty for a mere link
};

/// Texts are plain and on one line; what the page does not say is empty.
struct WebPage {
  std::string title;        // og:title, what <title> and heading share, JSON-LD's, else
                            // <title>, else the first heading; without the site's name
  std::string author;       // JSON-LD, else meta author, else a link with rel=author
  std::string published;    // as written, the first that is a date: JSON-LD, meta elements and
                            // their like, the first <time>
  std::string modified;     // likewise
  std::string language;     // BCP 47: <html lang>, else JSON-LD, else og:locale
  std::string description;  // og:description, else meta description
  std::string generator;    // meta generator
  std::string platform;     // og:platform, else og:site_name
  std::string keywords;     // meta keywords
  std::string channel;      // itemprop channelId, or identifier: YouTube's
  std::string canonical;    // link rel=canonical, absolute
  std::vector<NamedFeed> feeds;   // link rel=alternate of a feed's type, in the page's order
  std::vector<NamedFeed> linked;  // other links that look as if they led to feeds
};

/// Reads a page (UTF-8) that was found at `url`. Never throws for what is in it.
WebPage read_web_page(std::string_view html, std::string_view url);

}  // namespace collector
