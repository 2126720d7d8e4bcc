#include "cli/commands/feeds.h"

#include "cli/commands/commands.h"
#include "cli/item_output.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/table.h"
#include "fetch/web_url.h"

#include <nlohmann/json.hpp>

#include <iostream>

namespace collector {

namespace {

using nlohmann::ordered_json;

struct Asked {
  std::string format = "table";
};

void declare(Asked& asked, Options& options) {
  options.choice("--format", asked.format, {"table", "json"}, "for people or for programs");
}

ordered_json to_json(const FeedSource& feed) {
  return {{"name", feed.name},       {"url", mask_credentials(feed.url)},
          {"section", feed.section}, {"group", feed.group},
          {"project", feed.project}, {"language", feed.language},
          {"enabled", feed.enabled}, {"priority", feed.priority}};
}

ExitCode list(const Asked& asked, Session& session) {
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

}  // namespace

Command feeds_command() {
  Command feeds;
  feeds.name = "feeds";
  feeds.summary = "the feed list";
  feeds.subcommands = {command("list", "the configured feeds", declare, list),
                       feeds_check_command(),
                       feeds_add_command(),
                       feeds_discover_command(),
                       feeds_import_command(),
                       feeds_export_command()};
  return feeds;
}

}  // namespace collector
