// The phrases of the newsletter's wording, filled in. What is filled in is Markdown already.
#pragma once

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace collector {

/// `phrase` with `value("name")` for each "{name}".
std::string filled(std::string_view phrase,
                   const std::function<std::string(const std::string& name)>& value);

/// The same with values at hand: filled("{a} of {b}", {{"a", "1"}, {"b", "2"}}).
std::string filled(std::string_view phrase,
                   std::initializer_list<std::pair<std::string_view, std::string>> values);

/// `phrase` with its "[words]" as a link to `url`, which is one to be printed.
std::string linked(std::string_view phrase, std::string_view url);

}  // namespace collector
