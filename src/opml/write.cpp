#include "core/text.h"
#include "opml/opml.h"

#include <algorithm>

namespace collector {

namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const std::string_view escape = markup_escape(c);
    // XML has no way to write the other control characters.
    const char plain = static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    escape.empty() ? out += plain : out += escape;
  }
  return out;
}

std::string attribute(const char* name, const std::string& value) {
  return value.empty() ? "" : " " + std::string(name) + "=\"" + escaped(value) + "\"";
}

/// "/clients/Gajim"; a comma would part two categories, a slash two levels.
std::string category_of(const OpmlFeed& feed) {
  std::string category;
  for (std::string folder : feed.folders) {
    std::replace_if(
        folder.begin(), folder.end(), [](char c) { return c == ',' || c == '/'; }, ' ');
    category += "/" + folder;
  }
  return category;
}

std::string outline(const OpmlFeed& feed, const std::string& indent) {
  const std::string& name = feed.title.empty() ? feed.url : feed.title;
  return indent + "<outline type=\"rss\"" + attribute("text", name) + attribute("title", name) +
         attribute("xmlUrl", feed.url) + attribute("htmlUrl", feed.home) +
         attribute("language", feed.language) + attribute("category", category_of(feed)) +
         "/>\n";
}

const std::string& first_folder(const OpmlFeed& feed) {
  static const std::string kNone;
  return feed.folders.empty() ? kNone : feed.folders.front();
}

}  // namespace

std::string write_opml(const std::string& title, const std::vector<OpmlFeed>& feeds) {
  std::vector<std::string> folders;
  for (const OpmlFeed& feed : feeds) {
    if (std::find(folders.begin(), folders.end(), first_folder(feed)) == folders.end())
      folders.push_back(first_folder(feed));
  }
  std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n  <head>\n    "
      "<title>" +
      escaped(title) + "</title>\n  </head>\n  <body>\n";
  for (const std::string& folder : folders) {
    const bool loose = folder.empty();
    if (!loose)
      text += "    <outline" + attribute("text", folder) + attribute("title", folder) + ">\n";
    for (const OpmlFeed& feed : feeds) {
      if (first_folder(feed) == folder) text += outline(feed, loose ? "    " : "      ");
    }
    if (!loose) text += "    </outline>\n";
  }
  return text + "  </body>\n</opml>\n";
}

}  // namespace collector
