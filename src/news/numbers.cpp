#include "news/numbers.h"

#include "core/names.h"
#include "core/text.h"
#include "core/utf8.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <ranges>
#include <string>
#include <vector>

namespace collector {
namespace {

/// In small letters; in the plural where one of them may be part of a name.
constexpr auto kUnits = std::to_array<std::string_view>(
    {"million", "millions", "billion",   "billions", "trillion",   "percent",  "times",
     "seconds", "minutes",  "hours",     "days",     "weeks",      "months",   "years",
     "kb",      "mb",       "gb",        "tb",       "kib",        "mib",      "gib",
     "tib",     "mbit",     "gbit",      "mbps",     "gbps",       "ghz",      "mhz",
     "dollars", "euros",    "millionen", "mio",      "milliarden", "prozent",  "sekunden",
     "minuten", "stunden",  "tage",      "tagen",    "wochen",     "monate",   "monaten",
     "jahre",   "jahren",   "milliards", "secondes", "heures",     "jours",    "semaines",
     "mois",    "ans",      "fois",      "millón",   "millones",   "segundos", "minutos",
     "horas",   "días",     "semanas",   "meses",    "años",       "veces"});

/// What is told in multiples.
constexpr std::array<std::string_view, 7> kComparisons{"faster",  "slower",  "more",     "less",
                                                       "smaller", "speedup", "schneller"};

/// What is counted in thousands and millions: "1.5k stars".
constexpr std::array<std::string_view, 8> kCounted{
    "users", "downloads", "stars", "installs", "messages", "accounts", "members", "nutzer"};

/// What people celebrate; as a version, 1.102 is likelier than 1102 of something.
constexpr std::array<std::string_view, 2> kRoundThousands{"000", "500"};

/// What is said behind versions, and hardly behind days.
constexpr auto kNewsPhrases = std::to_array<std::string_view>(
    {" what is new ", " whats new ", " release notes ", " changelog ", " new features ",
     " released ", " is out ", " was ist neu ", " neuerungen ", " quoi de neuf ",
     " nouveautés ", " novedades "});

/// True for "1.5": a version with more parts, or with a mark, is no amount.
bool is_decimal(std::string_view version) {
  return std::ranges::count(version, '.') == 1 &&
         std::ranges::all_of(version, [](char c) { return is_digit(c) || c == '.'; });
}

/// The letter of "1.5x faster" and "1.5M users", which is read as a part of the version.
bool is_multiple(std::string_view version, const std::string& next) {
  const char letter = lower(version.back());
  if (!is_decimal(version.substr(0, version.size() - 1))) return false;
  if (letter == 'x') return is_one_of(kComparisons, next);
  return (letter == 'm' || letter == 'k') && is_one_of(kCounted, next);
}

/// True for "10.000" and "1.234.567", but not for "1.102".
bool is_round_number(const std::vector<std::string>& parts) {
  const auto thousand = [](const std::string& part) {
    return part.size() == 3 && std::ranges::all_of(part, is_digit);
  };
  if (parts.size() == 2) return parts[0].size() <= 3 && is_one_of(kRoundThousands, parts[1]);
  return parts.front().size() <= 3 &&
         std::ranges::all_of(parts | std::views::drop(1), thousand);
}

/// True for 24.08 in August and September 2024.
bool is_month_of(const std::vector<std::string>& parts, UtcTime published) {
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(published)};
  const int now =
      static_cast<int>(day.year()) % 100 * 12 + static_cast<int>(unsigned(day.month()));
  const int told = std::stoi(parts[0]) * 12 + std::stoi(parts[1]);
  return now == told || now == told + 1;
}

}  // namespace

bool tells_time(const Title& title) {
  const std::string_view rest = title.rest();
  const int parts = static_cast<int>(std::ranges::count(title.version->text, '.'));
  return parts == 1 && (rest == "." || rest.starts_with(". ") || rest.starts_with(".,") ||
                        trimmed(rest).starts_with("Uhr"));
}

bool tells_amount(const Title& title) {
  const std::string_view version = title.version->text;
  std::string_view rest = title.rest();
  for (std::string_view gap : {" ", "-", "\u00a0", "\u202f"})
    if (rest.starts_with(gap)) rest.remove_prefix(gap.size());
  if (rest.starts_with('%')) return is_decimal(version);
  if (!begins_with_letter(rest)) return false;
  WordReader reader(rest);
  std::string next;
  reader.next(next);
  if (!is_decimal(version)) return is_multiple(version, next);
  if (next != "x") return is_one_of(kUnits, next);
  return reader.next(next) && is_one_of(kComparisons, next);
}

bool opens_with_number(const Title& title, std::optional<UtcTime> published) {
  const std::vector<std::string> parts = words(title.version->text);
  if (is_round_number(parts)) return true;
  const bool day = parts.size() == 2 && parts[0].size() == 2 && parts[0] <= "31" &&
                   parts[1].size() == 2 && parts[1] <= "12";
  return day && !contains_any(title.spoken, kNewsPhrases) &&
         !(published && is_month_of(parts, *published));
}

}  // namespace collector
