#include "cli/commands/commands.h"
#include "cli/item_output.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/table.h"
#include "fetch/web_url.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <iostream>

namespace collector {

namespace {

using nlohmann::ordered_json;

struct ListAsked {
  std::string format = "table";
};

struct CheckAsked {};

void declare_list(ListAsked& asked, Options& options) {
  options.choice("--format", asked.format, {"table", "json"}, "for people or for programs");
}

void declare_check(CheckAsked&, Options&) {}

ordered_json to_json(const FeedSource& feed) {
  return {{"name", feed.name},       {"url", mask_credentials(feed.url)},
          {"section", feed.section}, {"group", feed.group},
          {"project", feed.project}, {"language", feed.language},
          {"enabled", feed.enabled}, {"priority", feed.priority}};
}

ExitCode list(const ListAsked& asked, Session& session) {
  const std::vector<FeedSource>& feeds = session.config().feeds;
  if (asked.format == "json") {
    ordered_json document = ordered_json::array();
    for (const FeedSource& feed : feeds)
      document.push_back(to_json(feed));
    std::cout << json_text(document);
    return ExitCode::Done;
  }
  Table table({"FEED", "SECTION", "GROUP", "URL"});
  for (const FeedSource& feed : feeds) {
    table.add({feed.name, feed.enabled ? feed.section : "(off)", feed.group,
               mask_credentials(feed.url)});
  }
  table.print(std::cout);
  return ExitCode::Done;
}

ExitCode check(const CheckAsked&, Session& session) {
  const Config& config = session.config();
  if (config.path.empty()) throw ConfigError("there is no configuration to check");
  if (session.verbosity() != Verbosity::Quiet) {
    std::cerr << fmt::format("{}: {} feeds, nothing wrong\n", config.path, config.feeds.size());
  }
  return ExitCode::Done;
}

}  // namespace

Command feeds_command() {
  Command feeds;
  feeds.name = "feeds";
  feeds.summary = "the feed list";
  feeds.subcommands = {command("list", "the configured feeds", declare_list, list),
                       command("check", "read the configuration and say what is wrong with it",
                               declare_check, check)};
  return feeds;
}

}  // namespace collector
