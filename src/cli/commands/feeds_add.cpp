#include "cli/commands/feeds.h"
#include "cli/follow.h"
#include "cli/item_output.h"
#include "cli/options.h"
#include "cli/table.h"
#include "config/config.h"
#include "core/credentials.h"
#include "core/json.h"
#include "core/sections.h"
#include "core/shown_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace collector {

namespace {

struct DiscoverAsked {
  std::string url;
  std::string format = "table";
};

struct AddAsked {
  std::string url;
  std::string name;
  std::string section;
  std::string group;
};

constexpr const char* kAddressHelp = "a page, a repository, a channel, or the feed itself";

void declare_discover(DiscoverAsked& asked, Options& options) {
  options.argument("URL", asked.url, kAddressHelp);
  options.choice("--format", asked.format, {"table", "json"}, "for people or for programs");
}

void declare_add(AddAsked& asked, Options& options) {
  options.argument("URL", asked.url, kAddressHelp);
  options.value("--name", "NAME", asked.name, "what to call it (default: its own title)");
  options.value("--section", "SECTION", asked.section,
                "what its items are when nothing better is known");
  options.value("--group", "GROUP", asked.group, "the vendor's bullet its items go below");
}

Json to_json(const FoundFeed& feed) {
  return {{"url", mask_credentials(feed.url)},
          {"title", feed.title},
          {"format", to_string(feed.format)},
          {"entries", feed.entries},
          {"newest", json_time(feed.newest)}};
}

Error no_feed(const std::string& url) {
  return Error(mask_credentials(url) +
               ": no feed is named there, nor does one lie in the usual places; look for "
               "\"RSS\" on the page and give its address");
}

ExitCode discover_feeds(const DiscoverAsked& asked, Session& session) {
  const std::string url = absolute_address(asked.url);
  const Discovery found = discover(url, session.config().settings, session.now());
  if (asked.format == "json") {
    Json document = Json::array();
    for (const FoundFeed& feed : found.feeds)
      document.push_back(to_json(feed));
    std::cout << json_text(document);
  }
  if (found.feeds.empty()) throw no_feed(url);
  if (asked.format == "json") return ExitCode::Done;
  Table table({"FORMAT", "ENTRIES", "NEWEST", "URL", "TITLE"});
  for (const FoundFeed& feed : found.feeds) {
    table.add({to_string(feed.format), std::to_string(feed.entries),
               feed.newest ? format_day(*feed.newest) : "", mask_credentials(feed.url),
               feed.title});
  }
  table.print_tsv(std::cout);
  return ExitCode::Done;
}

NewFeed new_feed(const AddAsked& asked, const FoundFeed& found) {
  NewFeed feed;
  feed.source.name = asked.name.empty() ? name_for(found) : asked.name;
  feed.source.url = found.url;
  feed.source.section = asked.section;
  feed.source.group = asked.group;
  return feed;
}

ExitCode add(const AddAsked& asked, Session& session) {
  const Config& config = config_to_edit(session);
  if (!asked.section.empty()) {
    const std::string trouble = unknown_section(asked.section, config.newsletter.sections);
    if (!trouble.empty()) throw UsageError("--section: " + trouble);
  }
  const std::string url = absolute_address(asked.url);
  const Discovery found = discover(url, config.settings, session.now());
  if (found.feeds.empty()) throw no_feed(url);
  const FoundFeed& best = found.feeds.front();
  ConfigFile file(config.path);
  if (const FeedSource* known = follower_of(file.config(), best.url)) {
    session.tell(fmt::format("{}: \"{}\" follows {} already", config.path, known->name,
                             mask_credentials(best.url)));
    return ExitCode::Done;
  }
  NewFeed feeds[] = {new_feed(asked, best)};
  follow(file, feeds);
  session.tell(fmt::format("{}: \"{}\" added, {}", config.path, feeds[0].source.name,
                           description_of(best)));
  for (std::size_t i = 1; i < found.feeds.size(); ++i)
    session.tell("There is also " + description_of(found.feeds[i]));
  return ExitCode::Done;
}

}  // namespace

Command feeds_discover_command() {
  return command(
      "discover", "find the feeds of a page",
      "Knows GitHub, GitLab, Codeberg and other Forgejos, sourcehut, SourceForge, Discourse,\n"
      "Mastodon, PeerTube, YouTube and the usual programs for blogs; else it takes what the\n"
      "page names, or looks in the usual places. Each feed shown was asked and could be read.",
      declare_discover, discover_feeds);
}

Command feeds_add_command() {
  return command(
      "add", "find the feed of a page and write it into feeds.yaml",
      "Takes the first of what 'collector feeds discover' finds. The file keeps its comments;\n"
      "a feed that is followed already is not added again.",
      declare_add, add);
}

}  // namespace collector
