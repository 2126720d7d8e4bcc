#include "parse/link_choice.h"

namespace collector {

namespace {

bool starts_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

}  // namespace

bool looks_like_page(std::string_view text) {
  return (starts_with(text, "http://") || starts_with(text, "https://")) &&
         text.find_first_of(" \t\r\n") == std::string_view::npos;
}

bool is_page_type(std::string_view media_type) {
  return starts_with(media_type, "text/html") ||
         starts_with(media_type, "application/xhtml+xml");
}

std::string atom_page(const std::vector<Link>& links) {
  const Link* first = nullptr;
  for (const Link& link : links) {
    if (!link.rel.empty() && link.rel != "alternate") continue;
    if (is_page_type(link.type)) return link.href;
    if (first == nullptr) first = &link;
  }
  return first == nullptr ? std::string{} : first->href;
}

std::string rss_page(const RawEntry& entry, const std::string& own) {
  if (!entry.original_link.empty()) return entry.original_link;
  if (!own.empty()) return own;
  std::string named = atom_page(entry.links);
  if (!named.empty()) return named;
  return entry.id_is_link && looks_like_page(entry.id) ? entry.id : std::string{};
}

std::string rss_feed_page(const RawFeed& feed, const std::string& own) {
  return own.empty() ? atom_page(feed.links) : own;
}

}  // namespace collector
