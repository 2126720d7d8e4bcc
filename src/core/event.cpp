#include "core/event.h"

namespace collector {

namespace {

constexpr std::size_t kDayBytes = 10;

std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  if (text.size() != kDayBytes || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{*year},
                                         std::chrono::month{static_cast<unsigned>(*month)},
                                         std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional<Day>(date) : std::nullopt;
}

std::optional<DaySpan> parse_day_span(std::string_view text) {
  if (text.size() != 2 * kDayBytes + 1 || text[kDayBytes] != '/') return std::nullopt;
  const auto first = parse_day(text.substr(0, kDayBytes));
  const auto last = parse_day(text.substr(kDayBytes + 1));
  if (!first || !last || *last < *first) return std::nullopt;
  return DaySpan{*first, *last};
}

std::string format_day_span(const DaySpan& span) {
  return format_day(span.first) + '/' + format_day(span.last);
}

}  // namespace collector
