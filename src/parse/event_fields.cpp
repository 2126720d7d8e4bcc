#include "parse/event_fields.h"

#include "parse/limits.h"

#include <algorithm>
#include <utility>

namespace collector {

namespace {

/// "2024-02-01", also as the beginning of "2024-02-01T10:00:00Z".
std::optional<Day> day_of(std::string_view text) {
  constexpr std::size_t kDayBytes = 10;
  return parse_day(text.substr(0, kDayBytes));
}

}  // namespace

bool EventFields::begin_event() {
  if (feed_.entries.size() == kMaxEntries) return false;
  feed_.entries.emplace_back();
  open_ = true;
  for (std::string* text : {&kind_, &location_, &first_, &last_, &rule_})
    text->clear();
  return true;
}

void EventFields::text(std::string_view key, std::string value) {
  RawEntry& entry = feed_.entries.back();
  if (key == "title") {
    entry.title.value = std::move(value);
  } else if (key == "url") {
    entry.link = value;
    add_within_limit(entry.links, Link{std::move(value), "alternate", "", ""});
  } else if (key == "desc" || key == "description") {
    entry.content.value = std::move(value);
  } else if (key == "language") {
    language(value);
  } else if (key == "type") {
    kind_ = std::move(value);
  } else if (key == "location") {
    location_ = std::move(value);
  } else if (key == "date_start") {
    first_ = std::move(value);
    found_ = true;
  } else if (key == "date_end") {
    last_ = std::move(value);
  } else if (key == "rrule") {
    rule_ = std::move(value);
  }
}

void EventFields::language(const std::string& value) {
  std::string& known = feed_.entries.back().language;
  if (known.size() > kMaxListLength) return;
  known += (known.empty() ? "" : ",") + value;
}

void EventFields::end_event() {
  open_ = false;
  RawEntry& entry = feed_.entries.back();
  const auto first = day_of(first_);
  if (!first) {
    if (feed_.warnings.size() < kMaxWarnings)
      feed_.warnings.push_back("event \"" + entry.title.value +
                               "\": \"date_start\" is no day such as 2024-02-01");
    feed_.entries.pop_back();
    return;
  }
  if (entry.title.empty()) {
    entry.title.value = kind_ + (kind_.empty() || location_.empty() ? "" : ", ") + location_;
  }
  entry.dates =
      CalendarDates{{*first, std::max(*first, day_of(last_).value_or(*first))}, {}, {}, {}};
  if (!rule_.empty()) entry.dates->rules.push_back(rule_);
  entry.id = format_day(*first) + ' ' + entry.title.value;
}

void EventFields::finish() {
  if (open_) feed_.entries.pop_back();
  open_ = false;
}

}  // namespace collector
