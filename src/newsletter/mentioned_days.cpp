#include "newsletter/mentioned_days.h"

#include "core/months.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace collector {

namespace {

using namespace std::chrono;

// What may stand between the days of a date and its month.
constexpr const char* kDays =
    "((?:[0-9]{1,2}(?:st|nd|rd|th)?\\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|from|and|to|"
    "of|"
    "on|the|"
    "until|[ ,&/–—-])*)";
constexpr const char* kYear = "(20[0-9]{2})?\\b";

/// The last of the numbers that can be a day of a month; 0: there is none.
unsigned last_number(const std::string& text) {
  static const RE2 kNumber("([0-9]+)");
  re2::StringPiece rest(text);
  unsigned last = 0;
  std::string digits;
  while (RE2::FindAndConsume(&rest, kNumber, &digits)) {
    const int number = std::atoi(digits.c_str());
    if (digits.size() <= 2 && number >= 1 && number <= 31)
      last = std::max(last, static_cast<unsigned>(number));
  }
  return last;
}

std::optional<Day> day_of(const std::string& number_text, const std::string& month_name,
                          const std::string& year_text, Day about) {
  const unsigned number = last_number(number_text);
  if (number == 0) return std::nullopt;
  const auto in = [&](year y) {
    return year_month_day{y, month_named(month_name), day{number}};
  };
  if (!year_text.empty()) {
    const year_month_day said = in(year{std::atoi(year_text.c_str())});
    return said.ok() ? std::optional<Day>(said) : std::nullopt;
  }
  const year middle = year_month_day{about}.year();
  std::optional<Day> nearest;
  for (const year y : {middle, middle - years{1}, middle + years{1}}) {
    if (!in(y).ok()) continue;
    const Day candidate{in(y)};
    if (!nearest || abs(candidate - about) < abs(*nearest - about)) nearest = candidate;
  }
  return nearest;
}

void add(std::optional<Day>& latest, const std::optional<Day>& day) {
  if (day && (!latest || *day > *latest)) latest = day;
}

}  // namespace

std::optional<Day> latest_day(std::string_view text, Day about) {
  static const RE2 kDaysFirst(std::string(kDays) + kMonthPattern + ",? ?" + kYear);
  static const RE2 kMonthFirst(std::string(kMonthPattern) + kDays + kYear);
  static const RE2 kIso("\\b([0-9]{4}-[0-9]{2}-[0-9]{2})\\b");
  std::optional<Day> latest;
  std::string days, name, year;
  re2::StringPiece rest(text.data(), text.size());
  while (RE2::FindAndConsume(&rest, kDaysFirst, &days, &name, &year))
    add(latest, day_of(days, name, year, about));
  rest.set(text.data(), text.size());
  while (RE2::FindAndConsume(&rest, kMonthFirst, &name, &days, &year))
    add(latest, day_of(days, name, year, about));
  rest.set(text.data(), text.size());
  while (RE2::FindAndConsume(&rest, kIso, &days))
    add(latest, parse_day(days));
  return latest;
}

bool tells_repetition(std::string_view text) {
  static const RE2 kWords("(?i)\\b(every|monthly|weekly|each month|each week|once a month)\\b");
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), kWords);
}

}  // namespace collector
