// A small chart as the values of an inline SVG.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <span>

namespace collector {

/// One bar a value, oldest first: {width, height, bars: [{x, y, w, h}], peak}. Without style
/// attributes, which the pages' policy forbids.
nlohmann::json bar_chart(std::span<const int> values);

}  // namespace collector
