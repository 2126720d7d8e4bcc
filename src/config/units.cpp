#include "config/units.h"

#include <array>
#include <charconv>
#include <span>

namespace collector {

namespace {

struct Unit {
  std::string_view name;
  std::uint64_t factor;
};

// Longest first, for writing.
constexpr std::array kDurations{Unit{"w", 7 * 86400}, Unit{"d", 86400}, Unit{"h", 3600},
                                Unit{"m", 60}, Unit{"s", 1}};
constexpr std::array kSizes{Unit{"B", 1},
                            Unit{"KiB", 1ull << 10},
                            Unit{"MiB", 1ull << 20},
                            Unit{"GiB", 1ull << 30},
                            Unit{"kB", 1000},
                            Unit{"KB", 1000},
                            Unit{"MB", 1000 * 1000},
                            Unit{"GB", 1000ull * 1000 * 1000}};

constexpr std::uint64_t kLongest = 10ull * 366 * 86400;
constexpr std::uint64_t kLargest = 1ull << 60;

/// Takes a decimal number off the front of `text`.
std::optional<std::uint64_t> take_number(std::string_view& text) {
  std::uint64_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc{}) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

/// Takes the letters off the front of `text`: a unit's name.
std::string_view take_word(std::string_view& text) {
  std::size_t length = 0;
  while (length < text.size() && (text[length] < '0' || text[length] > '9'))
    ++length;
  const std::string_view word = text.substr(0, length);
  text.remove_prefix(length);
  return word;
}

std::optional<std::uint64_t> factor_of(std::span<const Unit> units, std::string_view name) {
  for (const Unit& unit : units) {
    if (unit.name == name) return unit.factor;
  }
  return std::nullopt;
}

std::optional<std::uint64_t> take_amount(std::string_view& text, std::span<const Unit> units,
                                         std::uint64_t limit) {
  const auto number = take_number(text);
  const std::string_view name = take_word(text);
  const auto factor = name.empty() ? 1 : factor_of(units, name);
  if (!number || !factor || *number > limit / *factor) return std::nullopt;
  return *number * *factor;
}

}  // namespace

std::optional<seconds> parse_duration(std::string_view text) {
  std::uint64_t total = 0;
  do {
    const auto part = take_amount(text, kDurations, kLongest - total);
    if (!part) return std::nullopt;
    total += *part;
  } while (!text.empty());
  return seconds{total};
}

std::optional<std::uint64_t> parse_size(std::string_view text) {
  const auto size = take_amount(text, kSizes, kLargest);
  return text.empty() ? size : std::nullopt;
}

std::string format_duration(seconds duration) {
  const auto total = static_cast<std::uint64_t>(duration.count());
  for (const Unit& unit : kDurations) {
    if (total != 0 && total % unit.factor == 0) {
      return std::to_string(total / unit.factor) + std::string{unit.name};
    }
  }
  return "0s";
}

}  // namespace collector
