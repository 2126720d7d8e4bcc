#include "parse/xml_reading.h"

#include "parse/limits.h"

#include <algorithm>
#include <utility>

namespace collector {

void add_warnings(std::vector<std::string>& all, const std::vector<std::string>& more) {
  for (const std::string& warning : more)
    if (all.size() < kMaxWarnings) all.push_back(warning);
}

void XmlReading::push_whole(std::string_view utf8) {
  for (; !utf8.empty(); utf8.remove_prefix(std::min(kChunkBytes, utf8.size())))
    push(utf8.substr(0, kChunkBytes));
}

RawFeed XmlReading::conclude() {
  const XmlReport& report = end();
  walk_.finish();
  outdated_ = walk_.outdated();
  RawFeed feed = std::move(feed_);
  feed.bozo = report.repaired || report.failed;
  add_warnings(feed.warnings, report.warnings);
  if (!walk_.limit().empty()) {
    feed.warnings.push_back(walk_.limit() + "; reading stopped there");
    feed.truncated = true;
  }
  if (walk_.cut()) {
    feed.warnings.push_back("a text is longer than " + std::to_string(kMaxFieldBytes) +
                            " bytes; its end is left out");
  }
  return feed;
}

}  // namespace collector
