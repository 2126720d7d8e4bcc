#include "newsletter/weekdays.h"

#include "core/event.h"
#include "core/months.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <optional>

namespace collector {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::weekday;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 7> kDays = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

constexpr const char* kDay = "(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?";
constexpr const char* kNumber = "([0-9]{1,2})(?:st|nd|rd|th)?";
constexpr const char* kYear = "(?:,? ([0-9]{4})\\b)?";
// Other days of the same month may stand between: "Friday, 23rd and Saturday, 24th of May".
constexpr const char* kBetween =
    "((?:[ ,&\\-\u2013]|of|and|to|the|[A-Z][a-z]+day|[0-9]{1,2}(?:st|nd|rd|th))*?)";

constexpr const char* kIso = "([0-9]{4})-([0-9]{2})-([0-9]{2})\\b";
// "in June, from Friday 19th to Sunday 21st 2026": no other number may stand between.
constexpr const char* kMonthBefore = "[^.;:0-9]{1,30}?\\b";
constexpr const char* kNextDay = "(?:,? and |, | to | ?[-\u2013] ?)";

/// A date as prose gives it.
struct Mention {
  std::string weekday;
  unsigned day = 0;
  std::chrono::month month{};
  int year = 0;        // 0: not said
  bool first = false;  // the month stands behind a later day, and may be the next one
};

Mention mention_of(const std::string& day, const std::string& number, std::chrono::month month,
                   const std::string& year) {
  return {day + "day", static_cast<unsigned>(std::atoi(number.c_str())), month,
          std::atoi(year.c_str()), false};
}

/// "Friday 19th June 2026", "Friday, June 19", "Friday, 2026-06-19": the date that `text`
/// begins with, its weekday first.
std::optional<Mention> weekday_first(re2::StringPiece text) {
  static const RE2 kDayFirst(std::string(kDay) + kNumber + kBetween + kMonthPattern + kYear);
  static const RE2 kMonthFirst(std::string(kDay) + kMonthPattern + " " + kNumber + "\\b" +
                               kYear);
  static const RE2 kIsoDate(std::string(kDay) + kIso);
  std::string day, month, number, year, between;
  re2::StringPiece rest = text;
  if (RE2::Consume(&rest, kDayFirst, &day, &number, &between, &month, &year)) {
    Mention mention = mention_of(day, number, month_named(month), year);
    mention.first = between.find("day") != std::string::npos;
    return mention;
  }
  if (RE2::Consume(&rest, kMonthFirst, &day, &month, &number, &year)) {
    return mention_of(day, number, month_named(month), year);
  }
  if (RE2::Consume(&rest, kIsoDate, &day, &year, &month, &number)) {
    return mention_of(
        day, number, std::chrono::month{static_cast<unsigned>(std::atoi(month.c_str()))}, year);
  }
  return std::nullopt;
}

/// The days behind the month that `text` begins with, unless they have one of their own.
std::vector<Mention> month_before(re2::StringPiece text) {
  static const RE2 kBefore(std::string(kMonthPattern) + kMonthBefore + "(?:" + kDay + kNumber +
                           ")");
  static const RE2 kOpening(std::string(kMonthPattern) + kMonthBefore +
                            "((?:Mon|Tues|Wednes|Thurs|"
                            "Fri|Satur|Sun)day.*)");
  static const RE2 kNext(std::string(kNextDay) + kDay + kNumber);
  static const RE2 kYearBehind(kYear);
  std::string day, month, number, year;
  re2::StringPiece days, opening;
  re2::StringPiece rest = text;
  if (!RE2::Consume(&rest, kBefore, &month, &day, &number)) return {};
  if (RE2::Consume(&text, kOpening, &opening, &days) && weekday_first(days)) return {};
  const std::chrono::month named = month_named(month);
  std::vector<Mention> found{mention_of(day, number, named, "")};
  while (RE2::Consume(&rest, kNext, &day, &number))
    found.push_back(mention_of(day, number, named, ""));
  RE2::Consume(&rest, kYearBehind, &year);
  for (Mention& mention : found)
    mention.year = std::atoi(year.c_str());
  return found;
}

std::vector<Mention> mentions(std::string_view text) {
  std::vector<Mention> found;
  // Each date is looked for anew behind the weekday of the last, as they may share a month.
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] < 'A' || text[at] > 'Z') continue;
    const re2::StringPiece rest(text.data() + at, text.size() - at);
    if (const auto mention = weekday_first(rest)) found.push_back(*mention);
    const std::vector<Mention> more = month_before(rest);
    found.insert(found.end(), more.begin(), more.end());
  }
  return found;
}

std::string_view weekday_of(year_month_day date) {
  return kDays[weekday{sys_days{date}}.c_encoding()];
}

std::optional<year_month_day> date_of(const Mention& mention, int year) {
  const year_month_day date{std::chrono::year{year}, mention.month,
                            std::chrono::day{mention.day}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

/// The year that brings the date nearest to `near`.
int likely_year(const Mention& mention, year_month_day near) {
  int best = static_cast<int>(near.year());
  days distance = days::max();
  for (int year = best - 1, last = best + 1; year <= last; ++year) {
    const auto date = date_of(mention, year);
    if (!date) continue;
    const days apart = std::chrono::abs(sys_days{*date} - sys_days{near});
    if (apart < distance) {
      distance = apart;
      best = year;
    }
  }
  return best;
}

std::string complaint(const Mention& mention, int year, std::string_view right) {
  const std::string date = std::to_string(mention.day) + " " +
                           std::string(english_name(mention.month)) + " " +
                           std::to_string(year);
  return date + " is a " + std::string(right) + ", not a " + mention.weekday;
}

}  // namespace

std::vector<std::string> wrong_weekdays(std::string_view text, std::string_view day) {
  std::vector<std::string> wrong;
  const auto near = parse_day(day);
  for (const Mention& mention : mentions(text)) {
    if (mention.year == 0 && !near) continue;
    const int year = mention.year != 0 ? mention.year : likely_year(mention, *near);
    const auto date = date_of(mention, year);
    if (!date) continue;  // "Friday 31st - Saturday 1st February": the first month is not said
    const std::string_view right = weekday_of(*date);
    const bool next_month =
        mention.first && weekday_of(*date - std::chrono::months{1}) == mention.weekday;
    std::string found = complaint(mention, year, right);
    const bool known = std::find(wrong.begin(), wrong.end(), found) != wrong.end();
    if (right != mention.weekday && !next_month && !known) wrong.push_back(std::move(found));
  }
  return wrong;
}

}  // namespace collector
