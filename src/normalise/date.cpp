#include "normalise/date.h"

#include "core/utf8.h"
#include "normalise/date_pieces.h"

#include <date/tz.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace collector {
namespace {

using namespace std::chrono;

// The longest form in use, JavaScript's Date with its zone in words, has under 80 bytes.
constexpr std::size_t kMaxDateBytes = 120;
// Two digits: there are no feeds from before 1970.
constexpr int kShortYearPivot = 70;

// What RFC 3339 can write again.
constexpr sys_days kFirstDay = year{1} / January / 1;
constexpr sys_days kLastDay = year{9999} / December / 31;

enum class Field { Year, ShortYear, Month, Day, DayOrMonth, Digits };

/// What the values behind a shape are; date_pieces.h explains the letters.
struct Form {
  std::string_view shape;
  std::array<Field, 3> fields;
};

using enum Field;

// Every way to write a day that was met in feeds.
constexpr Form kForms[] = {
    {"nmy", {Day, Month, Year}},                     // 23 Nov 2019
    {"y-n-n", {Year, Month, Day}},                   // 2019-11-23
    {"mny", {Month, Day, Year}},                     // Nov 23, 2019
    {"nmn", {Day, Month, ShortYear}},                // 23 Nov 19
    {"mnn", {Month, Day, ShortYear}},                // Nov 23 19
    {"n-m-y", {Day, Month, Year}},                   // 23-Nov-2019
    {"n-m-n", {Day, Month, ShortYear}},              // 23-Nov-19
    {"n/m/y", {Day, Month, Year}},                   // 23/Nov/2019
    {"n.my", {Day, Month, Year}},                    // 23.Nov 2019
    {"n.m.y", {Day, Month, Year}},                   // 23.Nov.2019
    {"y/n/n", {Year, Month, Day}},                   // 2019/11/23
    {"y.n.n", {Year, Month, Day}},                   // 2019.11.23
    {"ynn", {Year, Month, Day}},                     // 2019년 11월 23일
    {"y-m-n", {Year, Month, Day}},                   // 2019-november-23
    {"ymn", {Year, Month, Day}},                     // 2019 November 23
    {"n.n.y", {Day, Month, Year}},                   // 23.11.2019
    {"n.n.n", {Day, Month, ShortYear}},              // 23.11.19
    {"n-n-y", {DayOrMonth, DayOrMonth, Year}},       // 23-11-2019, 11-23-2019
    {"n/n/y", {DayOrMonth, DayOrMonth, Year}},       // 23/11/2019, 11/23/2019
    {"nny", {DayOrMonth, DayOrMonth, Year}},         // 23 11 2019
    {"n/n/n", {DayOrMonth, DayOrMonth, ShortYear}},  // 11/23/19
    {"y-n", {Year, Month}},                          // 2019-11
    {"y/n", {Year, Month}},                          // 2019/11
    {"ym", {Year, Month}},                           // 2019 November
    {"my", {Month, Year}},                           // Nov. 2019
    {"y", {Year}},                                   // 2019
    {"l", {Digits}},                                 // 20191123, 1574528889, 20191123174809
};

/// What typesetting makes of blanks and hyphens, as plain text has them: programs that write
/// dates for readers put a narrow blank before "AM".
constexpr std::pair<std::string_view, char> kTypeset[] = {
    {"\u00A0", ' '}, {"\u2009", ' '},   {"\u202F", ' '},   {"\u2010", '-'}, {"\u2011", '-'},
    {"\u2012", '-'}, {"\u2013", kDash}, {"\u2014", kDash}, {"\u2212", '-'}};

std::string without_typesetting(std::string_view text) {
  std::string plain(text);
  for (const auto& [written, meant] : kTypeset) {
    for (auto at = plain.find(written); at != std::string::npos; at = plain.find(written)) {
      plain.replace(at, written.size(), 1, meant);
    }
  }
  return plain;
}

/// The numbers of a day before it is known whether they make one.
struct Numbers {
  int year = 1970;
  unsigned month = 1;
  unsigned day = 1;

  [[nodiscard]] std::optional<sys_days> day_of_calendar() const {
    const year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                              std::chrono::day{day}};
    return date.ok() ? std::optional<sys_days>(date) : std::nullopt;
  }
};

/// Day before month or month before day: what exists, what fits the weekday, what goes with AM
/// and PM; else day first, as most of the world writes.
std::optional<sys_days> settle_order(Numbers numbers, const DatePieces& pieces) {
  const auto day_first = numbers.day_of_calendar();
  std::swap(numbers.day, numbers.month);
  const auto month_first = numbers.day_of_calendar();
  if (!day_first || !month_first) {
    return day_first ? day_first : month_first;
  }
  if (pieces.weekday) {
    const auto fits = [&](sys_days day) {
      return static_cast<int>(weekday{day}.c_encoding()) == *pieces.weekday;
    };
    if (fits(*day_first) != fits(*month_first)) {
      return fits(*day_first) ? day_first : month_first;
    }
  }
  return pieces.half_day ? month_first : day_first;
}

std::optional<sys_days> read_day(const Form& form, const DatePieces& pieces) {
  Numbers numbers;
  bool order_open = false;
  for (std::size_t i = 0; i < pieces.count; ++i) {
    const auto value = static_cast<int>(pieces.values[i]);
    switch (form.fields[i]) {
      case Year:
        numbers.year = value;
        break;
      case ShortYear:
        numbers.year = value + (value < kShortYearPivot ? 2000 : 1900);
        break;
      case Month:
        numbers.month = static_cast<unsigned>(value);
        break;
      case Day:
        numbers.day = static_cast<unsigned>(value);
        break;
      case DayOrMonth:
        (order_open ? numbers.month : numbers.day) = static_cast<unsigned>(value);
        order_open = true;
        break;
      case Digits:
        return std::nullopt;
    }
  }
  return order_open ? settle_order(numbers, pieces) : numbers.day_of_calendar();
}

/// "20191123"
std::optional<UtcTime> read_compact_day(std::int64_t value) {
  const Numbers numbers{static_cast<int>(value / 10000),
                        static_cast<unsigned>(value / 100 % 100),
                        static_cast<unsigned>(value % 100)};
  return numbers.day_of_calendar();
}

/// "20191123174809"
std::optional<UtcTime> read_compact_time(std::int64_t value) {
  const auto day = read_compact_day(value / 1'000'000);
  const hours hour{value / 10'000 % 100};
  const minutes minute{value / 100 % 100};
  const seconds second{value % 100};
  const bool exists = day && hour < days{1} && minute < hours{1} && second < minutes{1};
  return exists ? std::optional<UtcTime>(*day + hour + minute + second) : std::nullopt;
}

/// By how many digits they are: a day, seconds since 1970, milliseconds, a day and its time.
std::optional<UtcTime> read_digits(std::int64_t value) {
  constexpr std::int64_t kSecondsBegin = 100'000'000;
  constexpr std::int64_t kMillisecondsBegin = 100'000'000'000;
  constexpr std::int64_t kCompactTimesBegin = 10'000'000'000'000;
  if (value < kSecondsBegin) return read_compact_day(value);
  if (value < kMillisecondsBegin) return UtcTime{seconds{value}};
  if (value < kCompactTimesBegin) return UtcTime{seconds{value / 1000}};
  return read_compact_time(value);
}

std::optional<UtcTime> read_start(const DatePieces& pieces) {
  const auto* const form = std::ranges::find(kForms, pieces.shape, &Form::shape);
  if (form == std::end(kForms)) {
    return std::nullopt;
  }
  if (form->fields.front() == Digits) {
    return read_digits(pieces.values.front());
  }
  return read_day(*form, pieces);
}

seconds time_of_day(const DatePieces& pieces) {
  const seconds time = pieces.time.value_or(seconds{0});
  if (!pieces.half_day || time >= hours{13}) {
    return time;  // "17:08 PM" means what it says
  }
  return time % hours{12} + hours{*pieces.half_day};
}

/// A local time of a zone of the tz database, in UTC; taken as UTC when there is no such zone.
UtcTime from_named_zone(UtcTime local, const std::string& zone) {
  try {
    const auto* const found = date::locate_zone(zone);
    return found->to_sys(date::local_seconds{local.time_since_epoch()}, date::choose::earliest);
  } catch (const std::exception&) {
    return local;
  }
}

}  // namespace

std::optional<UtcTime> parse_date(std::string_view text) {
  if (text.size() > kMaxDateBytes) {
    return std::nullopt;
  }
  const auto pieces =
      is_ascii(text) ? take_date_apart(text) : take_date_apart(without_typesetting(text));
  const auto start = pieces ? read_start(*pieces) : std::nullopt;
  if (!start) {
    return std::nullopt;
  }
  const UtcTime local = *start + time_of_day(*pieces);
  const UtcTime time = pieces->zone_name.empty() ? local - pieces->offset.value_or(minutes{0})
                                                 : from_named_zone(local, pieces->zone_name);
  const bool in_range = time >= kFirstDay && time < kLastDay + days{1};
  return in_range ? std::optional(time) : std::nullopt;
}

}  // namespace collector
