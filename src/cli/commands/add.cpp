#include "cli/commands/commands.h"
#include "cli/follow.h"
#include "cli/options.h"
#include "cli/reviewer.h"
#include "config/config.h"
#include "core/credentials.h"
#include "core/nearest.h"
#include "core/shown_text.h"
#include "discover/discover.h"
#include "normalise/date.h"
#include "store/items.h"
#include "store/store.h"
#include "update/intake.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <optional>

namespace collector {

namespace {

struct Asked {
  std::string url;
  std::string title;
  std::string date;
  std::string author;
  std::string language;
  std::string section;
  std::string why;
  std::string who;
  bool follow = false;
};

void declare(Asked& asked, Options& options) {
  options.argument("URL", asked.url, "the page");
  options.text("--title", "TEXT", asked.title, "instead of the page's own");
  options.value("--date", "DATE", asked.date, "when it appeared, as in 2024-01-18");
  options.text("--author", "NAME", asked.author, "who wrote it");
  options.value("--language", "TAG", asked.language, "what it is written in, as in de");
  options.value("--section", "SECTION", asked.section, "where it belongs");
  options.text("--why", "TEXT", asked.why, "the reason, for the log");
  options.text("--as", "NAME", asked.who,
               "who adds it (default: the name git knows, else the login)");
  options.flag("--follow", asked.follow, "write the page's feed into feeds.yaml, too");
}

void check(const Asked& asked, const Config& config) {
  if (!asked.date.empty() && !parse_date(asked.date))
    throw UsageError("--date: wants a date such as 2024-01-18, got \"" + asked.date + "\"");
  std::vector<std::string> names;
  for (const Section& section : config.newsletter.sections)
    names.push_back(section.name);
  const bool known = std::find(names.begin(), names.end(), asked.section) != names.end();
  if (!asked.section.empty() && !known) {
    throw UsageError("--section: there is no section \"" + asked.section + "\"" +
                     did_you_mean(asked.section, names));
  }
}

/// What is given with --title may be added although the page cannot be had.
Discovery look_at(const std::string& url, const Asked& asked, const Config& config,
                  UtcTime now) {
  try {
    return look_at_page(url, config.settings, now);
  } catch (const Error& error) {
    if (asked.title.empty())
      throw Error(std::string(error.what()) + "; with --title it is added all the same");
    std::cerr << harmless(std::string("warning: ") + error.what()) << '\n';
    return {.url = url, .feeds = {}, .page = WebPage{}, .final_url = url};
  }
}

/// The page as if a feed had told of it, so that everything is read as everywhere else.
RawFeed as_feed(const Discovery& found, const Asked& asked) {
  const WebPage& page = *found.page;
  const auto given_or = [](const std::string& given, const std::string& own) {
    return given.empty() ? own : given;
  };
  RawEntry entry;
  entry.link = found.url;
  entry.title.value = given_or(asked.title, page.title);
  entry.summary.value = page.description;
  entry.published = given_or(asked.date, page.published);
  entry.updated = asked.date.empty() ? page.modified : "";
  entry.language = given_or(asked.language, page.language);
  if (const std::string author = given_or(asked.author, page.author); !author.empty())
    entry.authors.push_back({author, {}, {}});
  RawFeed feed;
  feed.entries.push_back(std::move(entry));
  return feed;
}

Item item_of(const Discovery& found, const Asked& asked, const Config& config, UtcTime now) {
  Intake intake(config, now);
  const FeedSource by_hand;
  RawFeed page = as_feed(found, asked);
  const RawEntry& entry = page.entries.front();
  const bool named = !entry.title.value.empty() || !entry.summary.value.empty();
  std::vector<Item> items = intake.items(std::move(page), by_hand, found.url);
  if (items.empty() || !named)
    throw Error(mask_credentials(found.url) + ": the page has no title; give one with --title");
  intake.place(items, by_hand, {});
  Item item = std::move(items.front());
  if (!asked.date.empty() && item.published != parse_date(asked.date))
    throw UsageError("--date: wants a day since 1995 and until tomorrow, got \"" + asked.date +
                     "\"");
  item.noise = false;  // somebody wants it printed
  if (asked.section.empty()) return item;
  item.section = asked.section;
  item.confidence = 1;
  item.reasons = {"a reviewer said so when it was added"};
  return item;
}

/// Offers to follow the page's feed, or does so at once.
void follow_page(const Discovery& found, const Asked& asked, Session& session) {
  if (found.feeds.empty()) {
    if (asked.follow) throw Error(mask_credentials(found.url) + ": it names no feed to follow");
    return;
  }
  const FoundFeed& feed = found.feeds.front();
  std::optional<ConfigFile> file;
  if (asked.follow) file.emplace(config_to_edit(session).path);
  const Config& config = file ? file->config() : session.config();
  if (const FeedSource* known = follower_of(config, feed.url)) {
    session.tell(fmt::format("Its feed is followed already, as \"{}\"", known->name));
    return;
  }
  if (!file) {
    session.tell(fmt::format("It has a feed; to follow it: collector feeds add '{}'",
                             mask_credentials(feed.url)));
    return;
  }
  NewFeed feeds[] = {{}};
  feeds[0].source.name = name_for(feed);
  feeds[0].source.url = feed.url;
  follow(*file, feeds);
  session.tell(fmt::format("{}: \"{}\" added, {}", config.path, feeds[0].source.name,
                           description_of(feed)));
}

ExitCode add(const Asked& asked, Session& session) {
  const Config& config = session.config();
  check(asked, config);
  if (asked.follow) config_to_edit(session);
  const std::string url = absolute_address(asked.url);
  const Discovery found = look_at(url, asked, config, session.now());
  if (found.is_feed) {
    throw Error(mask_credentials(url) + ": this is a feed, not one piece of news; to follow " +
                "it: collector feeds add URL");
  }
  const Item item = item_of(found, asked, config, session.now());
  const Signature by{reviewer_name(asked.who), asked.why.empty() ? "added by hand" : asked.why,
                     session.now()};
  const std::string id = session.store(Access::Write).items().add(item, by);
  const StoredItem stored = session.store(Access::Write).items().item(id);
  std::cout << id << '\n';
  const Item& kept = stored.item;
  session.tell(fmt::format("{} {} {}: {}", id, format_day(kept.date), kept.section,
                           kept.headline.empty() ? kept.title : kept.headline));
  if (kept.date_source == DateSource::FirstSeen)
    session.tell("The page does not say when it appeared; --date does");
  follow_page(found, asked, session);
  return ExitCode::Done;
}

}  // namespace

Command add_command() {
  return command(
      "add", "take a page as an entry by hand",
      "Title, date, author and language are read off the page. The entry is kept from the\n"
      "start, and its id printed. A page that was added before is not added twice.",
      declare, add);
}

}  // namespace collector
