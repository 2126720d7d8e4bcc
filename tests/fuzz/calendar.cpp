#include "calendar/days.h"
#include "core/error.h"
#include "feed_input.h"
#include "parse/feed_reader.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace collector;

namespace {

/// The days of an event are in order, not too many, and at least one.
void check_days(const RawEntry& event) {
  if (event.days.empty() || event.days.size() > kMostDays) std::abort();
  if (!std::is_sorted(event.days.begin(), event.days.end())) std::abort();
  for (const DaySpan& days : event.days)
    if (days.last < days.first) std::abort();
}

}  // namespace

// Everything behind the opening line is the fuzzer's: it never strays into XML.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr UtcTime kNow = std::chrono::sys_days(std::chrono::year(2026) / 11 / 28);
  const std::string document =
      "BEGIN:VCALENDAR\r\n" + std::string(reinterpret_cast<const char*>(data), size);
  check_document(document);
  RawFeed feed = read_feed(document);
  work_out_days(feed, kNow);
  for (const RawEntry& event : feed.entries)
    check_days(event);
  return 0;
}
