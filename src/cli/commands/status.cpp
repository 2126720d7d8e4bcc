#include "cli/commands/commands.h"
#include "cli/item_output.h"
#include "cli/listing.h"
#include "cli/options.h"
#include "cli/session.h"
#include "config/config.h"
#include "core/credentials.h"
#include "core/json.h"
#include "store/feeds.h"
#include "store/store.h"
#include "update/feed_health.h"

#include <optional>
#include <utility>

namespace collector {

namespace {

struct Asked {
  std::string format = "table";
};

void declare(Asked& asked, Options& options) {
  declare_format(asked.format, options);
}

struct Listed {
  FeedState state;
  std::optional<Unasked> unasked;
};

/// The configuration has the last word.
std::vector<Listed> listed_feeds(const Config& config, Feeds& known) {
  const AskedFeeds asked(config.feeds);
  std::vector<Listed> feeds;
  for (FeedState& state : known.all()) {
    auto unasked = asked.unasked(state.name);
    if (unasked) state.next_check.reset();
    feeds.push_back({std::move(state), std::move(unasked)});
  }
  return feeds;
}

Json to_json(const Listed& listed) {
  const FeedState& state = listed.state;
  return {{"name", state.name},
          {"url", mask_credentials(state.url)},
          {"last_status", state.last_status ? Json(*state.last_status) : Json(nullptr)},
          {"last_error", state.last_error},
          {"failures", state.failures},
          {"next_check", json_time(state.next_check)},
          {"etag", state.validators.etag},
          {"last_modified", state.validators.last_modified},
          {"items", state.items},
          {"moved_to", mask_credentials(state.moved_to)},
          {"disabled", state.disabled || (listed.unasked && listed.unasked->health == "off")},
          {"warning", listed.unasked ? listed.unasked->remark : feed_warning(state)},
          {"last_success", json_time(state.last_success)},
          {"last_new_item", json_time(state.last_new_item)}};
}

/// To the minute: "2024-01-18 06:30".
std::string shown(const std::optional<UtcTime>& time) {
  if (!time) return "never";
  std::string text = format_utc(*time).substr(0, 16);
  text[10] = ' ';
  return text;
}

std::vector<std::string> row_of(const Listed& listed) {
  const FeedState& state = listed.state;
  return {state.name,
          listed.unasked ? listed.unasked->health : feed_health(state),
          std::to_string(state.items),
          shown(state.last_success),
          shown(state.last_new_item),
          shown(state.next_check),
          listed.unasked ? listed.unasked->remark : feed_remark(state)};
}

ExitCode status(const Asked& asked, Session& session) {
  print_list(
      asked.format,
      {"FEED", "HEALTH", "ITEMS", "LAST SUCCESS", "LAST NEW ITEM", "NEXT CHECK", "REMARK"},
      listed_feeds(session.known_config(), session.store(Access::Read).feeds()), row_of,
      to_json);
  return ExitCode::Done;
}

}  // namespace

Command status_command() {
  return command("status", "how every feed is", declare, status);
}

}  // namespace collector
