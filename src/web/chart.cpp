#include "web/chart.h"

#include "core/json.h"

#include <algorithm>

namespace collector {

namespace {

constexpr int kBarWidth = 7;
constexpr int kBarGap = 2;
constexpr int kHeight = 26;
constexpr int kLeast = 2;  // what a single item takes, and a hint of a line where there is none

}  // namespace

Json bar_chart(std::span<const int> values) {
  const int peak = values.empty() ? 0 : *std::max_element(values.begin(), values.end());
  Json bars = Json::array();
  int x = 0;
  for (const int value : values) {
    const int scaled = peak == 0 ? 0 : value * (kHeight - kLeast) / peak;
    const int height = value == 0 ? 1 : kLeast + scaled;
    bars.push_back({{"x", x},
                    {"y", kHeight - height},
                    {"w", kBarWidth},
                    {"h", height},
                    {"none", value == 0}});
    x += kBarWidth + kBarGap;
  }
  return {
      {"width", std::max(1, x - kBarGap)}, {"height", kHeight}, {"bars", bars}, {"peak", peak}};
}

}  // namespace collector
