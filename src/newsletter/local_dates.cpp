#include "newsletter/local_dates.h"

#include "core/months.h"

#include <unicode/calendar.h>
#include <unicode/datefmt.h>
#include <unicode/dtitvfmt.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string_view>

namespace collector {

namespace {

using std::chrono::month;
using std::chrono::year_month;
using std::chrono::year_month_day;

std::string english_month(month month) {
  return std::string(english_name(month));
}

/// "1st", "2nd", "23rd", "14th"
std::string ordinal(unsigned day) {
  const bool teen = day / 10 == 1;
  const char* ending = "th";
  if (!teen && day % 10 == 1) ending = "st";
  if (!teen && day % 10 == 2) ending = "nd";
  if (!teen && day % 10 == 3) ending = "rd";
  return std::to_string(day) + ending;
}

std::string english_days(const DaySpan& days) {
  const year_month_day first{days.first};
  const year_month_day last{days.last};
  std::string end = ordinal(unsigned{last.day()}) + ' ' + english_month(last.month()) + ' ' +
                    std::to_string(int{last.year()});
  if (days.first == days.last) return end;
  std::string start = ordinal(unsigned{first.day()});
  if (first.year() != last.year() || first.month() != last.month())
    start += ' ' + english_month(first.month());
  if (first.year() != last.year()) start += ' ' + std::to_string(int{first.year()});
  return start + " - " + end;
}

bool is_known(const icu::Locale& locale) {
  std::int32_t count = 0;
  const icu::Locale* const all = icu::Locale::getAvailableLocales(count);
  return std::any_of(all, all + count, [&](const icu::Locale& one) {
    return std::string_view(one.getLanguage()) == locale.getLanguage();
  });
}

/// Bogus where the months and days of a language are not known, and for English.
icu::Locale locale_of(std::string_view language) {
  UErrorCode error = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(
      icu::StringPiece(language.data(), static_cast<std::int32_t>(language.size())), error);
  const bool english = std::string_view(locale.getLanguage()) == "en";
  if (U_FAILURE(error) || english || !is_known(locale)) locale.setToBogus();
  return locale;
}

UDate at_noon(std::chrono::sys_days day) {
  constexpr std::chrono::hours kNoon{12};
  return static_cast<UDate>(std::chrono::milliseconds(day.time_since_epoch() + kNoon).count());
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  return text.toUTF8String(bytes);
}

/// `skeleton` names the fields: "yMMMM" year and month in words.
std::string formatted(std::chrono::sys_days day, const char* skeleton,
                      const icu::Locale& locale) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateFormat> format(
      icu::DateFormat::createInstanceForSkeleton(icu::UnicodeString(skeleton), locale, error));
  if (U_FAILURE(error)) return "";
  format->setTimeZone(*icu::TimeZone::getGMT());
  icu::UnicodeString text;
  return utf8(format->format(at_noon(day), text));
}

/// The language's locale with our months, whatever its own calendar has: Persia's begin on
/// other days. Thailand's are ours, of other years.
icu::Locale locale_of_months(std::string_view language) {
  icu::Locale locale = locale_of(language);
  if (locale.isBogus()) return locale;
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> own(icu::Calendar::createInstance(locale, error));
  const bool same = U_SUCCESS(error) != 0 && std::string_view(own->getType()) == "buddhist";
  if (!same) locale.setKeywordValue("calendar", "gregorian", error);
  return locale;
}

}  // namespace

std::string month_name(month month, std::string_view language) {
  const icu::Locale locale = locale_of_months(language);
  if (locale.isBogus()) return english_month(month);
  return formatted(std::chrono::sys_days{std::chrono::year{2024} / month / 1}, "LLLL", locale);
}

std::string month_name(year_month month, std::string_view language) {
  const icu::Locale locale = locale_of_months(language);
  if (locale.isBogus())
    return english_month(month.month()) + ' ' + std::to_string(int{month.year()});
  return formatted(std::chrono::sys_days{month / 1}, "yMMMM", locale);
}

std::string days_name(const DaySpan& days, std::string_view language) {
  const icu::Locale locale = locale_of(language);
  if (locale.isBogus()) return english_days(days);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::DateIntervalFormat> format(
      icu::DateIntervalFormat::createInstance(icu::UnicodeString("yMMMMd"), locale, error));
  if (U_FAILURE(error)) return english_days(days);
  format->setTimeZone(*icu::TimeZone::getGMT());
  const icu::DateInterval interval(at_noon(days.first), at_noon(days.last));
  icu::UnicodeString text;
  icu::FieldPosition anywhere;
  return utf8(format->format(&interval, text, anywhere, error));
}

}  // namespace collector
