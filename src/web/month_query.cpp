#include "web/month_query.h"

#include "normalise/html.h"

#include <algorithm>
#include <charconv>

namespace collector {

namespace {

constexpr std::string_view kMonthPath = "/month/";
constexpr int kMostPages = 100'000;
constexpr std::size_t kSearchBytes = 200;

int read_page(const std::string& text) {
  int page = 1;
  std::from_chars(text.data(), text.data() + text.size(), page);
  return std::clamp(page, 1, kMostPages);
}

}  // namespace

Shelf shelf_of(const Candidate& candidate) {
  switch (story_state(candidate.story)) {
    case State::Kept:
    case State::Printed:
      return Shelf::Kept;
    case State::Dropped:
    case State::Removed:
      return Shelf::Dropped;
    case State::Noise:
    case State::Quarantined:
      return Shelf::Aside;
    case State::Undecided:
      break;
  }
  return candidate.left_out.empty() ? Shelf::Open : Shelf::Aside;
}

std::string_view to_string(Shelf shelf) {
  constexpr std::array<std::string_view, kShelves.size()> kNames{"open", "kept", "dropped",
                                                                 "aside"};
  return kNames[static_cast<std::size_t>(shelf)];
}

bool MonthQuery::shows(Shelf shelf) const {
  return state.empty() ? shelf != Shelf::Aside : state == to_string(shelf);
}

std::string MonthQuery::url() const {
  std::string url = std::string(kMonthPath) + month;
  char separator = '?';
  const auto add = [&](std::string_view name, const std::string& value) {
    if (value.empty()) return;
    url += separator;
    url += name;
    url += '=' + encode_component(value);
    separator = '&';
  };
  add("state", state);
  add("section", section);
  add("feed", feed);
  add("q", text);
  if (page > 1) add("page", std::to_string(page));
  return url;
}

MonthQuery month_query(const std::string& month, const Fields& fields) {
  MonthQuery query;
  query.month = month;
  query.section = fields.get("section");
  query.feed = fields.get("feed");
  query.text = squeeze(fields.get("q"), kSearchBytes);
  query.page = read_page(fields.get("page"));
  const std::string state = fields.get("state");
  const bool known = std::any_of(kShelves.begin(), kShelves.end(),
                                 [&](Shelf shelf) { return state == to_string(shelf); });
  if (known) query.state = state;
  return query;
}

MonthQuery month_query_of(const std::string& url) {
  WebRequest request;
  set_target(request, url);
  const bool is_month =
      request.path.starts_with(kMonthPath) &&
      request.path.find_first_not_of("0123456789-", kMonthPath.size()) == std::string::npos;
  return month_query(is_month ? request.path.substr(kMonthPath.size()) : "", request.query);
}

}  // namespace collector
