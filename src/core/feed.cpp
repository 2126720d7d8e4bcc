#include "core/feed.h"

#include <algorithm>
#include <array>

namespace collector {

const char* to_string(FeedFormat format) {
  switch (format) {
    case FeedFormat::Unknown:
      return "unknown";
    case FeedFormat::Rss20:
      return "rss20";
    case FeedFormat::Rss10:
      return "rss10";
    case FeedFormat::Rss090:
      return "rss090";
    case FeedFormat::Rss091:
      return "rss091";
    case FeedFormat::Rss092:
      return "rss092";
    case FeedFormat::Rss093:
      return "rss093";
    case FeedFormat::Rss094:
      return "rss094";
    case FeedFormat::Rss:
      return "rss";
    case FeedFormat::Atom10:
      return "atom10";
    case FeedFormat::Atom03:
      return "atom03";
    case FeedFormat::Atom:
      return "atom";
    case FeedFormat::Json1:
      return "json1";
    case FeedFormat::Json11:
      return "json11";
    case FeedFormat::XepInfos:
      return "xep-infos";
    case FeedFormat::EventList:
      return "events";
    case FeedFormat::ICalendar:
      return "icalendar";
  }
  return "unknown";
}

bool is_feed_type(std::string_view media_type) {
  static constexpr std::array<std::string_view, 9> kTypes{
      "application/rss+xml",   "application/atom+xml",   "application/feed+json",
      "application/rdf+xml",   "application/x.atom+xml", "application/x-atom+xml",
      "application/x-rss+xml", "text/rss+xml",           "text/atom+xml"};
  return std::ranges::find(kTypes, media_type) != kTypes.end();
}

}  // namespace collector
