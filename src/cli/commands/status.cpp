#include "cli/commands/commands.h"
#include "cli/item_output.h"
#include "cli/listing.h"
#include "cli/options.h"
#include "cli/session.h"
#include "config/config.h"
#include "core/credentials.h"
#include "core/json.h"
#include "store/store.h"
#include "update/feed_health.h"

#include <string_view>
#include <unordered_map>
#include <utility>

namespace collector {

namespace {

struct Asked {
  std::string format = "table";
};

void declare(Asked& asked, Options& options) {
  declare_format(asked.format, options);
}

/// What the configuration says of a feed.
enum class Listing { Asked, SwitchedOff, Removed };

struct Listed {
  FeedState state;
  Listing listing = Listing::Asked;
};

/// The configuration has the last word. One without feeds is none to go by.
std::vector<Listed> listed_feeds(const Config& config, Store& store) {
  std::unordered_map<std::string_view, bool> enabled;
  for (const FeedSource& feed : config.feeds)
    enabled.emplace(feed.name, feed.enabled);
  std::vector<Listed> feeds;
  store.each_feed([&](FeedState&& state) {
    const auto known = enabled.find(state.name);
    Listed& feed = feeds.emplace_back(Listed{std::move(state)});
    if (!enabled.empty() && known == enabled.end()) feed.listing = Listing::Removed;
    if (known != enabled.end() && !known->second) feed.listing = Listing::SwitchedOff;
    if (feed.listing != Listing::Asked) feed.state.next_check.reset();
  });
  return feeds;
}

std::string health_of(const Listed& listed) {
  if (listed.listing == Listing::Asked) return feed_health(listed.state);
  return listed.listing == Listing::Removed ? "removed" : "off";
}

/// What keeps runs from asking it whatever it answered; empty: nothing.
std::string why_unasked(const Listed& listed) {
  if (listed.listing == Listing::Asked) return "";
  return listed.listing == Listing::Removed ? "not in the configuration any more"
                                            : "switched off in the configuration";
}

Json to_json(const Listed& listed) {
  const FeedState& state = listed.state;
  const std::string unasked = why_unasked(listed);
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
          {"disabled", state.disabled || listed.listing == Listing::SwitchedOff},
          {"warning", unasked.empty() ? feed_warning(state) : unasked},
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
  const std::string unasked = why_unasked(listed);
  return {state.name,
          health_of(listed),
          std::to_string(state.items),
          shown(state.last_success),
          shown(state.last_new_item),
          shown(state.next_check),
          unasked.empty() ? feed_remark(state) : unasked};
}

ExitCode status(const Asked& asked, Session& session) {
  print_list(
      asked.format,
      {"FEED", "HEALTH", "ITEMS", "LAST SUCCESS", "LAST NEW ITEM", "NEXT CHECK", "REMARK"},
      listed_feeds(session.known_config(), session.store(Access::Read)), row_of, to_json);
  return ExitCode::Done;
}

}  // namespace

Command status_command() {
  return command("status", "how every feed is", declare, status);
}

}  // namespace collector
