// A small chart as the values of an inline SVG.
#pragma once

#include "core/json.h"

#include <span>

namespace collector {

/// One bar a value, oldest first: {width, height, bars: [{x, y, w, h}], peak}. Without style
/// attributes, which the pages' policy forbids.
Json bar_chart(std::span<const int> values);

}  // namespace collector
