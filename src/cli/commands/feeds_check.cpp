#include "cli/commands/feeds.h"
#include "cli/commands/serve.h"
#include "cli/item_output.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/table.h"
#include "config/config.h"
#include "config/units.h"
#include "core/credentials.h"
#include "core/json.h"
#include "core/nearest.h"
#include "core/shown_text.h"
#include "fetch/schedule.h"
#include "fetch/web_url.h"
#include "update/feed_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <unordered_map>

namespace collector {

namespace {

struct Asked {
  std::vector<std::string> feeds;
  std::string format = "table";
  bool offline = false;
};

void declare(Asked& asked, Options& options) {
  options.optional_arguments("FEED", asked.feeds,
                             "only these: names of the configuration, or addresses of feeds");
  options.choice("--format", asked.format, {"table", "json"}, "for people or for programs");
  options.flag("--offline", asked.offline, "read the configuration only, ask nobody");
}

/// A name of the configuration, else any address.
FeedSource feed_called(const std::string& given, const Config& config) {
  std::vector<std::string> names;
  for (const FeedSource& feed : config.feeds) {
    if (feed.name == given) return feed;
    names.push_back(feed.name);
  }
  if (!parse_web_url(given)) {
    throw UsageError("there is no feed \"" + given + "\"" + did_you_mean(given, names) +
                     "; 'collector feeds list' shows them");
  }
  FeedSource feed;
  feed.name = mask_credentials(given);
  feed.url = given;
  return feed;
}

std::vector<FeedSource> feeds_asked(const Asked& asked, const Config& config) {
  std::vector<FeedSource> feeds;
  for (const std::string& given : asked.feeds)
    feeds.push_back(feed_called(given, config));
  if (!asked.feeds.empty()) return feeds;
  if (config.path.empty())
    throw ConfigError("there is no configuration to check; 'collector init' writes one");
  std::copy_if(config.feeds.begin(), config.feeds.end(), std::back_inserter(feeds),
               [](const FeedSource& feed) { return feed.enabled; });
  return feeds;
}

std::string sections_of(const FeedCheck& check) {
  std::vector<std::pair<std::string, int>> counts(check.sections.begin(), check.sections.end());
  std::stable_sort(counts.begin(), counts.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::string text;
  for (const auto& [section, count] : counts)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", section, count);
  return text;
}

std::string day(const std::optional<UtcTime>& time) {
  return time ? format_day(*time) : "";
}

void print_table(const std::vector<FeedCheck>& checks) {
  if (checks.empty()) {
    std::cerr << "there are no feeds to check; 'collector feeds add URL' adds one\n";
    return;
  }
  Table table({"FEED", "FORMAT", "ENTRIES", "OLDEST", "NEWEST", "SECTIONS", "PROBLEM"});
  for (const FeedCheck& check : checks) {
    std::string problems;
    for (const std::string& problem : check.problems)
      problems += (problems.empty() ? "" : "; ") + mask_credentials(problem);
    const std::string format = check.failed() ? "none" : to_string(check.format);
    table.add({check.source.name, format, std::to_string(check.entries), day(check.oldest),
               day(check.newest), sections_of(check), problems});
  }
  table.print(std::cout);
}

Json to_json(const FeedCheck& check) {
  Json problems = Json::array();
  for (const std::string& problem : check.problems)
    problems.push_back(mask_credentials(problem));
  return {{"name", check.source.name},
          {"url", mask_credentials(check.source.url)},
          {"failed", check.failed()},
          {"format", check.failed() ? Json(nullptr) : to_string(check.format)},
          {"encoding", check.encoding},
          {"title", check.title},
          {"entries", check.entries},
          {"items", check.items},
          {"undated", check.undated},
          {"oldest", json_time(check.oldest)},
          {"newest", json_time(check.newest)},
          {"sections", Json::object({check.sections.begin(), check.sections.end()})},
          {"problems", problems}};
}

void print(const Asked& asked, const std::vector<FeedCheck>& checks, Session& session) {
  if (asked.format == "json") {
    Json document = Json::array();
    for (const FeedCheck& check : checks)
      document.push_back(to_json(check));
    std::cout << json_text(document);
  } else if (session.verbosity() != Verbosity::Quiet) {
    print_table(checks);
  }
  for (const FeedCheck& check : checks) {
    const bool tell = session.verbosity() == Verbosity::Quiet && check.failed();
    if (tell) std::cerr << harmless(check.source.name + ": " + check.result.error) << '\n';
  }
}

void tell_if_too_long(const std::string& owner, const char* key, seconds wish) {
  if (wish <= kLongestWait) return;
  std::cerr << harmless(fmt::format("{}: \"{}\" of {} counts as 7 days: no feed waits longer",
                                    owner, key, format_duration(wish)))
            << '\n';
}

void tell_long_waits(const Settings& settings, const std::vector<FeedSource>& feeds) {
  tell_if_too_long("settings", "min_interval", settings.min_interval);
  for (const FeedSource& feed : feeds)
    tell_if_too_long("feed \"" + feed.name + "\"", "interval",
                     feed.interval.value_or(seconds{0}));
}

/// Feeds that share an address share it on purpose where each takes other entries of it.
void tell_same_addresses(const std::vector<FeedSource>& feeds) {
  std::unordered_map<std::string_view, const FeedSource*> known;
  for (const FeedSource& feed : feeds) {
    const FeedSource& first = *known.emplace(feed.url, &feed).first->second;
    if (&first == &feed || first.include != feed.include || first.exclude != feed.exclude)
      continue;
    std::cerr << harmless(fmt::format("feed \"{}\": has the address of \"{}\"; its news is "
                                      "fetched and stored twice",
                                      feed.name, first.name))
              << '\n';
  }
}

/// What 'serve' would refuse, unless it is run with other options.
void tell_reach(const Serve& serve) {
  try {
    check_reach(serve);
  } catch (const ConfigError& error) {
    std::cerr << harmless(error.what()) << '\n';
  }
}

ExitCode check(const Asked& asked, Session& session) {
  const Config& config = session.config();
  const std::vector<FeedSource> feeds = feeds_asked(asked, config);
  if (asked.feeds.empty()) tell_reach(config.serve);
  if (session.verbosity() != Verbosity::Quiet) {
    tell_long_waits(config.settings, feeds);
    tell_same_addresses(feeds);
  }
  if (asked.offline) {
    session.tell(fmt::format("{}: {} feed{}, nothing wrong", config.path, config.feeds.size(),
                             config.feeds.size() == 1 ? "" : "s"));
    return ExitCode::Done;
  }
  const std::vector<FeedCheck> checks = check_feeds(config, feeds, session.now());
  print(asked, checks, session);
  const bool failed = std::any_of(checks.begin(), checks.end(),
                                  [](const FeedCheck& check) { return check.failed(); });
  return failed ? ExitCode::SomeFeedsFailed : ExitCode::Done;
}

}  // namespace

Command feeds_check_command() {
  return command(
      "check", "ask feeds once, store nothing, and tell how they are",
      "Without names, the configuration is read, and every feed of it that is switched on is\n"
      "asked: format, number and dates of the entries, the sections they belong to, and what\n"
      "is wrong. Exit status 3 says that some feeds failed, 6 that the configuration is wrong.",
      declare, check);
}

}  // namespace collector
