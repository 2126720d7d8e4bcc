#include "parse/icalendar.h"

#include "core/owned.h"
#include "core/text.h"
#include "parse/calendar_text.h"
#include "parse/event_text.h"
#include "parse/limits.h"

#include <libical/ical.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace collector {

namespace {

using Component = std::unique_ptr<icalcomponent, Releases<icalcomponent_free>>;

constexpr std::string_view kOpening = "BEGIN:VCALENDAR";

std::string text_or_empty(const char* text) {
  return text == nullptr ? std::string() : std::string(text).substr(0, kMaxFieldBytes);
}

Day day_of(const icaltimetype& time) {
  const std::chrono::year_month_day date{std::chrono::year{time.year},
                                         std::chrono::month{static_cast<unsigned>(time.month)},
                                         std::chrono::day{static_cast<unsigned>(time.day)}};
  return Day{date};
}

/// Since midnight, in the zone that `time` is given in.
std::chrono::seconds hour_of(const icaltimetype& time) {
  return std::chrono::hours{time.hour} + std::chrono::minutes{time.minute} +
         std::chrono::seconds{time.second};
}

/// What a clock shows at `time`, in the zone that it is given in.
UtcTime clock_of(const icaltimetype& time) {
  return day_of(time) + hour_of(time);
}

bool says_nothing(const icaltimetype& time) {
  return icaltime_is_null_time(time) != 0 || icaltime_is_valid_time(time) == 0;
}

/// `time` as clocks at the place show it; a floating time stays.
icaltimetype local(icaltimetype time, icaltimezone* place) {
  if (time.is_date != 0 || place == nullptr || time.zone == nullptr) return time;
  return icaltime_convert_to_zone(time, place);
}

icalproperty* first(icalcomponent* component, icalproperty_kind kind) {
  return icalcomponent_get_first_property(component, kind);
}

/// Reads one calendar of the document into the feed.
class CalendarReading {
 public:
  CalendarReading(icalcomponent* calendar, RawFeed& feed) : feed_(feed) {
    for (icalproperty* property = first(calendar, ICAL_X_PROPERTY); property != nullptr;
         property = icalcomponent_get_next_property(calendar, ICAL_X_PROPERTY)) {
      const std::string name = text_or_empty(icalproperty_get_x_name(property));
      if (name == "X-WR-TIMEZONE")
        place_ = icaltimezone_get_builtin_timezone(icalproperty_get_x(property));
      if (name == "X-WR-CALNAME")
        feed_.title.value = text_or_empty(icalproperty_get_x(property));
    }
    for (icalcomponent* event =
             icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event != nullptr && feed_.entries.size() < kMaxEntries;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT))
      read(event);
    for (const auto& [uid, change] : changes_)
      apply(uid, change);
  }

 private:
  /// What RECURRENCE-ID says of one occurrence.
  struct Change {
    icalcomponent* event = nullptr;  // the calendar's
    Day instead_of{};
    std::optional<DaySpan> days;  // nothing: it does not take place
  };

  void read(icalcomponent* event) {
    const icaltimetype start = icalcomponent_get_dtstart(event);
    if (says_nothing(start)) {
      warn(event, "says no day");
      return;
    }
    place_of_event_ = zone_of(start);
    const std::string uid = text_or_empty(icalcomponent_get_uid(event));
    const bool off = icalcomponent_get_status(event) == ICAL_STATUS_CANCELLED;
    const DaySpan days = days_of(event, start);
    const icaltimetype changed = icalcomponent_get_recurrenceid(event);
    if (!says_nothing(changed)) {
      changes_.emplace(uid, Change{event, day_of(local(changed, place_of_event_)),
                                   off ? std::nullopt : std::optional(days)});
      return;
    }
    if (off) return;
    CalendarDates& dates = add_entry(event, uid, days);
    dates.shift = days.first - day_of(start);
    read_series(event, dates);
  }

  /// Gives its days.
  CalendarDates& add_entry(icalcomponent* event, const std::string& uid, const DaySpan& days) {
    RawEntry& entry = feed_.entries.emplace_back();
    entry.id = uid;
    entry.dates = CalendarDates{days, {}, {}, {}};
    read_texts(event, entry);
    entries_.emplace(uid, feed_.entries.size() - 1);
    return *entry.dates;
  }

  /// Where the clocks of `start` hang; a time in UTC is one of the calendar's own place.
  [[nodiscard]] icaltimezone* zone_of(const icaltimetype& start) const {
    if (icaltime_is_utc(start) != 0) return place_;
    return const_cast<icaltimezone*>(start.zone);
  }

  /// DTEND is the first moment after the event.
  [[nodiscard]] DaySpan days_of(icalcomponent* event, const icaltimetype& start) const {
    const icaltimetype begin = local(start, place_of_event_);
    icaltimetype end = icalcomponent_get_dtend(event);
    const DaySpan one{day_of(begin), day_of(begin)};
    if (says_nothing(end)) return one;
    end = local(end, place_of_event_);
    if (end.is_date != 0) {
      icaltime_adjust(&end, -1, 0, 0, 0);
    } else {
      icaltime_adjust(&end, 0, 0, 0, -1);
    }
    return {one.first, std::max(one.first, day_of(end))};
  }

  void read_texts(icalcomponent* event, RawEntry& entry) {
    if (icalproperty* summary = first(event, ICAL_SUMMARY_PROPERTY)) {
      entry.title.value = text_or_empty(icalproperty_get_summary(summary));
      icalparameter* said = icalproperty_get_first_parameter(summary, ICAL_LANGUAGE_PARAMETER);
      if (said != nullptr) entry.language = text_or_empty(icalparameter_get_language(said));
    }
    entry.content = description_of(text_or_empty(icalcomponent_get_description(event)));
    if (icalproperty* url = first(event, ICAL_URL_PROPERTY))
      entry.link = trimmed(text_or_empty(icalproperty_get_url(url)));
    // Many calendars have no field for a link; people write it where there is room.
    if (entry.link.empty())
      entry.link = first_address({text_or_empty(icalcomponent_get_location(event)), {}, {}});
    if (entry.link.empty()) entry.link = first_address(entry.content);
    if (!entry.link.empty()) entry.links.push_back({entry.link, "alternate", "", ""});
    for (icalproperty* one = first(event, ICAL_CATEGORIES_PROPERTY);
         one != nullptr && entry.categories.size() < kMaxListLength;
         one = icalcomponent_get_next_property(event, ICAL_CATEGORIES_PROPERTY))
      entry.categories.push_back(text_or_empty(icalproperty_get_categories(one)));
  }

  void read_series(icalcomponent* event, CalendarDates& dates) {
    for (icalproperty* rule = first(event, ICAL_RRULE_PROPERTY);
         rule != nullptr && dates.rules.size() < kMaxListLength;
         rule = icalcomponent_get_next_property(event, ICAL_RRULE_PROPERTY))
      read_rule(event, icalproperty_get_rrule(rule), dates);
    const std::set<UtcTime> excluded = excluded_times(event);
    for (const UtcTime time : excluded)
      dates.excluded.push_back(std::chrono::floor<std::chrono::days>(time));
    for (icalproperty* one = first(event, ICAL_RDATE_PROPERTY);
         one != nullptr && dates.added.size() < kMaxListLength;
         one = icalcomponent_get_next_property(event, ICAL_RDATE_PROPERTY)) {
      const icaldatetimeperiodtype date = icalproperty_get_rdate(one);
      const icaltimetype time = says_nothing(date.time) ? date.period.start : date.time;
      if (says_nothing(time)) continue;
      const icaltimetype here = local(time, place_of_event_);
      if (!excluded.contains(clock_of(here))) add_day(day_of(here), dates);
    }
  }

  /// As clocks at the place show them.
  [[nodiscard]] std::set<UtcTime> excluded_times(icalcomponent* event) const {
    std::set<UtcTime> excluded;
    for (icalproperty* one = first(event, ICAL_EXDATE_PROPERTY);
         one != nullptr && excluded.size() < kMaxListLength;
         one = icalcomponent_get_next_property(event, ICAL_EXDATE_PROPERTY)) {
      const icaltimetype time = icalproperty_get_datetime_with_component(one, event);
      if (!says_nothing(time)) excluded.insert(clock_of(local(time, place_of_event_)));
    }
    return excluded;
  }

  /// An occurrence lasts as long as the first.
  static void add_day(Day day, CalendarDates& dates) {
    dates.added.push_back({day, day + (dates.first.last - dates.first.first)});
  }

  /// The end of a rule, often a moment in UTC, becomes the last day on which one may begin.
  void read_rule(icalcomponent* event, icalrecurrencetype rule, CalendarDates& dates) {
    if (rule.freq == ICAL_NO_RECURRENCE) {
      warn(event, "repeats by a rule that cannot be read");
      return;
    }
    if (rule.freq < ICAL_DAILY_RECURRENCE) {
      warn(event, "repeats within a day; its first day is read");
      return;
    }
    if (icaltime_is_null_time(rule.until) == 0)
      end_with_day(rule.until, icalcomponent_get_dtstart(event));
    const std::unique_ptr<char, Releases<std::free>> text(
        icalrecurrencetype_as_string_r(&rule));
    if (text != nullptr) dates.rules.emplace_back(text.get());
  }

  static void end_with_day(icaltimetype& until, const icaltimetype& start) {
    until = local(until, const_cast<icaltimezone*>(start.zone));
    const bool both_have_hours = until.is_date == 0 && start.is_date == 0;
    if (both_have_hours && hour_of(until) < hour_of(start))
      icaltime_adjust(&until, -1, 0, 0, 0);
    until.is_date = 1;
    until.zone = nullptr;
  }

  /// Whoever was invited to one occurrence has it without its series (Google's calendars).
  void apply(const std::string& uid, const Change& change) {
    const auto found = entries_.find(uid);
    if (found == entries_.end()) {
      if (change.days && feed_.entries.size() < kMaxEntries)
        add_entry(change.event, uid, *change.days);
      return;
    }
    CalendarDates& dates = *feed_.entries[found->second].dates;
    dates.excluded.push_back(change.instead_of);
    if (change.days) dates.added.push_back(*change.days);
  }

  void warn(icalcomponent* event, const std::string& what) {
    if (feed_.warnings.size() == kMaxWarnings) return;
    const std::string name = text_or_empty(icalcomponent_get_summary(event));
    feed_.warnings.push_back("event \"" + name.substr(0, 100) + "\" " + what);
  }

  RawFeed& feed_;
  icaltimezone* place_ = nullptr;           // the calendar's; null: it has none
  icaltimezone* place_of_event_ = nullptr;  // null: UTC, or whatever clocks show there
  std::map<std::string, std::size_t> entries_;
  std::multimap<std::string, Change> changes_;
};

}  // namespace

bool looks_like_icalendar(std::string_view head) {
  return starts_ignoring_case(trimmed(head), kOpening);
}

void read_icalendar(std::string_view document, RawFeed& feed) {
  feed.format = FeedFormat::ICalendar;
  CalendarText calendars = calendar_text(document);
  feed.warnings = std::move(calendars.warnings);
  if (calendars.cut_off) {
    feed.truncated = feed.bozo = true;
    feed.warnings.emplace_back("the calendar ends too early; its whole events are read");
  }
  icalerror_set_errors_are_fatal(false);
  const Component root(icalparser_parse_string(calendars.text.c_str()));
  if (root == nullptr) return;
  if (const int errors = icalcomponent_count_errors(root.get()); errors > 0) {
    feed.bozo = true;
    feed.warnings.push_back("properties of the calendar that cannot be read: " +
                            std::to_string(errors));
  }
  if (icalcomponent_isa(root.get()) == ICAL_VCALENDAR_COMPONENT) {
    const CalendarReading whole(root.get(), feed);
    return;
  }
  for (icalcomponent* calendar =
           icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT);
       calendar != nullptr;
       calendar = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT))
    CalendarReading(calendar, feed);
}

}  // namespace collector
