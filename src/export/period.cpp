#include "export/period.h"

#include "newsletter/local_dates.h"

#include <re2/re2.h>

namespace collector {

namespace {

constexpr const char* kYear = "(?: de)? 20[0-9]{2}\\b";

/// The twelve of a language, parted by "|".
std::string months_in(const std::string& language) {
  std::string months;
  for (unsigned month = 1; month <= 12; ++month)
    months += (months.empty() ? "" : "|") +
              RE2::QuoteMeta(month_name(std::chrono::month{month}, language));
  return months;
}

/// A month in the language of the period or in English, as a pattern.
std::string month_of(const Period& period) {
  const std::string english = months_in("en");
  const std::string own = months_in(period.language);
  return "\\b(?:" + english + (own == english ? "" : "|" + own) + ")\\b";
}

}  // namespace

std::string with_period(std::string text, const Period& period) {
  const std::string months = month_of(period) + "(?:" + kYear + ")?";
  const std::string named = months + "(?:(?:,? (?:&|and|to|-|–) |, |/|–)" + months + ")*";
  const RE2 said("(?i:(months? of )(?:the )?)" + named);
  // RE2 reads "\\1" as its first group; a period has none.
  if (!RE2::Replace(&text, said, "\\1" + period.name))
    RE2::Replace(&text, RE2(named), period.name);
  return text;
}

std::string with_period_in_title(const std::string& title, const Period& period) {
  const std::string month = month_of(period);
  const RE2 named(month + kYear);
  const RE2 day("[0-9](?:st|nd|rd|th)?\\.? (?:of |de )?" + month + "|" + month +
                " [0-9]{1,2}\\b");
  const bool renewed = RE2::PartialMatch(title, named) && !RE2::PartialMatch(title, day);
  return renewed ? with_period(title, period) : title;
}

}  // namespace collector
