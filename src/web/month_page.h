// The page of a month: counts, filters, and the stories in their sections, undecided first.
#pragma once

#include "core/json.h"
#include "web/month_query.h"
#include "web/months.h"

#include <optional>
#include <set>
#include <span>
#include <string>

namespace collector {

struct Config;

/// What a page needs besides the month.
struct MonthView {
  const Month& month;
  const MonthQuery& query;
  const Config& config;
  /// The items that have the words of `query.text`; nothing when it has none.
  std::optional<std::set<std::string>> found = {};
};

/// The values of pages/outline.html: the month's counts and filters.
Json month_outline(const MonthView& view);

/// Those of pages/month.html, the outline's included.
Json month_page(const MonthView& view);

/// The stories that hold one of `ids`.
std::vector<const Candidate*> candidates_with(std::span<const std::string> ids,
                                              const Month& month);

/// The month before (-1) or after (1) another one.
std::string month_beside(const std::string& month, const std::string& timezone, int direction);

/// "January 2024"
std::string month_title(const std::string& month);

}  // namespace collector
