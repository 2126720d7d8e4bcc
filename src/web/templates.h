// The pages: HTML with mustache tags, built into the program from the files of pages/. Every
// value is escaped; none of the files has a tag that would not.
#pragma once

#include "core/json.h"

#include <string>
#include <string_view>

namespace collector {

/// pages/NAME.html inside pages/layout.html. An empty text counts as false.
std::string render_page(std::string_view name, const Json& values);

/// pages/NAME.html alone.
std::string render_part(std::string_view name, const Json& values);

}  // namespace collector
