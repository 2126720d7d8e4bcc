#include "cli/commands/feeds.h"

#include "cli/commands/commands.h"
#include "cli/listing.h"
#include "cli/options.h"
#include "cli/session.h"
#include "config/config.h"
#include "core/credentials.h"
#include "core/feed.h"
#include "core/json.h"

namespace collector {

namespace {

struct Asked {
  std::string format = "table";
};

void declare(Asked& asked, Options& options) {
  declare_format(asked.format, options);
}

Json to_json(const FeedSource& feed) {
  return {{"name", feed.name},       {"url", mask_credentials(feed.url)},
          {"section", feed.section}, {"group", feed.group},
          {"project", feed.project}, {"language", feed.language},
          {"enabled", feed.enabled}, {"priority", feed.priority}};
}

std::vector<std::string> row_of(const FeedSource& feed) {
  return {feed.name, feed.enabled ? feed.section : "(off)", feed.group,
          mask_credentials(feed.url)};
}

ExitCode list(const Asked& asked, Session& session) {
  print_list(asked.format, {"FEED", "SECTION", "GROUP", "URL"}, session.config().feeds, row_of,
             to_json);
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
