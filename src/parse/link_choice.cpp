#include "parse/link_choice.h"

#include "core/text.h"

namespace collector {

namespace {

/// The lower, the rather people can read what is there: software has JSON as its alternate.
/// "ALTERNATE" may stand beside the "alternate" that is meant (RFC 4287 section 4.2.7.2).
int rank_of(const Link& link) {
  const int as_written = link.rel.empty() || link.rel == "alternate" ? 0 : 3;
  if (is_page_type(link.type)) return as_written;
  return as_written + (link.type.empty() ? 1 : 2);
}

/// "/blog/a", unless a service numbers its recordings so.
bool is_path_of_page(const RawEntry& entry) {
  return entry.id.starts_with('/') && !entry.id.starts_with("//") && entry.enclosures.empty();
}

}  // namespace

std::string_view relation(std::string_view rel) {
  constexpr std::string_view kRegistry = "http://www.iana.org/assignments/relation/";
  if (rel.starts_with(kRegistry)) rel.remove_prefix(kRegistry.size());
  return rel.empty() ? "alternate" : rel;
}

bool looks_like_page(std::string_view text) {
  return (starts_ignoring_case(text, "http://") || starts_ignoring_case(text, "https://")) &&
         text.find_first_of(" \t\r\n") == std::string_view::npos;
}

bool is_page_type(std::string_view media_type) {
  return starts_ignoring_case(media_type, "text/html") ||
         starts_ignoring_case(media_type, "application/xhtml+xml");
}

std::string atom_page(const std::vector<Link>& links) {
  const Link* best = nullptr;
  for (const Link& link : links) {
    if (!link.is("alternate")) continue;
    if (best == nullptr || rank_of(link) < rank_of(*best)) best = &link;
  }
  return best == nullptr ? std::string{} : best->href;
}

std::string rss_page(const RawEntry& entry, const std::string& own) {
  if (!entry.original_link.empty()) return entry.original_link;
  if (!own.empty()) return own;
  std::string named = atom_page(entry.links);
  if (!named.empty()) return named;
  const bool is_page = looks_like_page(entry.id) || is_path_of_page(entry);
  return entry.id_is_link && is_page ? entry.id : std::string{};
}

std::string rss_feed_page(const RawFeed& feed, const std::string& own) {
  return own.empty() ? atom_page(feed.links) : own;
}

}  // namespace collector
