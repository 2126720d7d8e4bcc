#include "core/months.h"

#include <algorithm>
#include <array>

namespace collector {

namespace {

constexpr std::array<std::string_view, 12> kNames{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

}  // namespace

std::string_view english_name(std::chrono::month month) {
  return kNames.at(unsigned{month} - 1);
}

std::chrono::month month_named(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  return std::chrono::month{static_cast<unsigned>(found - kNames.begin()) + 1};
}

}  // namespace collector
