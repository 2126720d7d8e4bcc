// Events of calendars as an issue prints them: from the list to the line.
#include "export/events.h"

#include "calendar/days.h"
#include "config/config.h"
#include "export/issue_digest.h"
#include "export/markdown.h"
#include "export/standing.h"
#include "normalise/date.h"
#include "normalise/normalise.h"
#include "parse/feed_reader.h"
#include "support/catch.h"
#include "support/paths.h"

#include <iterator>

using namespace collector;

namespace {

constexpr Day kFirst{std::chrono::year{2024} / 2 / 1};

/// The events of a list as they come from the store.
std::vector<StoredItem> events_of(const std::string& document, UtcTime now) {
  RawFeed feed = read_feed(document, "");
  work_out_days(feed, now);
  FeedSource source;
  source.name = "Events";
  std::vector<StoredItem> stored;
  for (Item& item : normalise(std::move(feed), source, "https://chat.example/events", now)) {
    stored.emplace_back().item = std::move(item);
    stored.back().id = "id" + std::to_string(stored.size());
  }
  return stored;
}

std::string lines_of(std::span<const StoredItem> events) {
  std::string lines;
  for (const StoredItem& event : events)
    lines += "- " + event_entry(event, Newsletter{}).markdown + '\n';
  return lines;
}

StoredItem event(const std::string& title, const char* days) {
  StoredItem stored;
  stored.id = title;
  stored.item.title = title;
  stored.item.url = "https://chat.example/" + title;
  stored.item.days = {parse_day_span(days).value()};
  return stored;
}

std::vector<std::string> titles(std::vector<StoredItem> events, Selection selection) {
  std::vector<std::string> found;
  for (const StoredItem& one : upcoming_events(std::move(events), kFirst, 60, selection))
    found.push_back(one.item.title);
  return found;
}

}  // namespace

TEST_CASE("the events of a list come out as lines with dates, languages and descriptions") {
  const std::string folder = test_data("export/");
  const auto now = parse_date("2024-01-20T10:00:00Z").value();

  const auto upcoming = upcoming_events(events_of(read_file(folder + "events.json"), now),
                                        kFirst, 120, Selection::Candidates);

  CHECK(lines_of(upcoming) == read_file(folder + "events.expected.md"));
}

TEST_CASE("an event is printed from the issue before it until it is over") {
  std::vector<StoredItem> events{
      event("over", "2024-01-30/2024-01-31"), event("under-way", "2024-01-31/2024-02-01"),
      event("ahead", "2024-03-31/2024-03-31"), event("too-far", "2024-04-02/2024-04-02")};

  CHECK(titles(events, Selection::Candidates) ==
        std::vector<std::string>{"under-way", "ahead"});
}

TEST_CASE("what was printed is printed again; what was dropped or called off is not") {
  std::vector<StoredItem> events{
      event("a", "2024-02-05/2024-02-05"), event("b", "2024-02-05/2024-02-05"),
      event("c", "2024-02-05/2024-02-05"), event("d", "2024-02-05/2024-02-05")};
  events[0].state = State::Printed;
  events[1].state = State::Dropped;
  events[2].withdrawn = true;

  CHECK(titles(events, Selection::Candidates) == std::vector<std::string>{"a", "d"});
  CHECK(titles(events, Selection::Kept) == std::vector<std::string>{"a"});
}

TEST_CASE("an event names its languages but where they are the newsletter's") {
  StoredItem talk = event("talk", "2024-02-01/2024-02-01");
  Newsletter german;
  german.language = "de";
  const auto printed = [&](const std::string& languages) {
    talk.item.language = languages;
    const std::string line = event_entry(talk, german).markdown;
    return line.substr(line.find(')') + 1);
  };

  CHECK(printed("de").empty());
  CHECK(printed("en") == " [EN]");
  CHECK(printed("de,en") == " [DE / EN]");
  CHECK(printed("de,") == " [DE]");
  CHECK(printed("").empty());
}

TEST_CASE("a page that tells of an event gives way to it in that section only") {
  DigestSection section{"events", "", "Events", {}};
  DigestEntry page;
  page.ids = {"blog"};
  page.urls = {"https://chat.example/summit"};
  section.entries = {page};

  add_events(std::vector{event("summit", "2024-02-01/2024-02-02")}, Newsletter{}, section);

  REQUIRE(section.entries.size() == 1);
  CHECK(section.entries[0].markdown ==
        "[1st - 2nd February 2024: summit](https://chat.example/summit)");
  CHECK(section.entries[0].ids == std::vector<std::string>{"summit", "blog"});
}

TEST_CASE("standing entries stand in their sections until their day") {
  Newsletter newsletter;
  newsletter.sections = {{"announcements", "Announcements", "", "", {}},
                         {"events", "Events", "", "", {}},
                         {"talks", "Talks", "", "", {}}};
  newsletter.standing = {
      {"talks",
       "",
       "[Podcast](https://pod.example/): monthly.\n[Feed](https://pod.example/rss)",
       {}},
      {"announcements", "Hosting", "We host [projects](https://host.example/).", {}},
      {"events", "", "Every Monday.", parse_day("2024-01-31")}};
  Config config;
  config.newsletter = newsletter;
  Digest january, february;

  add_standing(newsletter, *parse_day("2024-01-01"), january);
  add_standing(newsletter, *parse_day("2024-02-01"), february);

  CHECK(to_markdown(january, config) ==
        "## Announcements\n\n### Hosting\n\nWe host [projects](https://host.example/).\n\n"
        "## Events\n\n- Every Monday.\n\n"
        "## Talks\n\n- [Podcast](https://pod.example/): monthly.\n"
        "  [Feed](https://pod.example/rss)\n");
  CHECK(february.sections.size() == 2);
  CHECK(january.sections[2].entries[0].url == "https://pod.example/");
}
