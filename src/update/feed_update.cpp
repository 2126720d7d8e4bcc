#include "update/feed_update.h"

#include "fetch/schedule.h"
#include "fetch/web_url.h"
#include "normalise/normalise.h"

#include <string_view>
#include <utility>

namespace collector {

namespace {

/// "example.org" of "https://www.example.org/feed".
std::string site_of(const std::string& url) {
  const auto parts = parse_web_url(url);
  if (!parts) return {};
  return parts->host.starts_with("www.") ? parts->host.substr(4) : parts->host;
}

/// What makes a feed look like another one, whose owner may be another as well. A new title is
/// told until the next document, which for most feeds is some days.
std::string suspicion(const FeedState& before, const FeedState& after,
                      const FetchResult& result) {
  constexpr std::string_view kRetitled = "suspicious: its title was ";
  if (!before.last_status) return {};  // new, or under another URL than before
  if (result.status == FetchStatus::Fetched && !before.title.empty() &&
      before.title != after.title) {
    return std::string(kRetitled) + "\"" + before.title + "\"";
  }
  if (result.status != FetchStatus::Fetched && before.warning.starts_with(kRetitled)) {
    return before.warning;
  }
  if (after.moved_to.empty() || site_of(after.moved_to) == site_of(after.url)) return {};
  return "suspicious: moved to another host, " + site_of(after.moved_to);
}

/// What the document says of its feed.
struct Said {
  std::string title;
  std::string site;
  std::optional<seconds> ttl;
  double entries_per_week = 0;
};

/// The one place where an error is kept from the other feeds.
Said take_document(PolledFeed& polled, FeedUpdate& update, const Intake& intake, UtcTime now) {
  if (!polled.document) return {};
  try {
    RawFeed document = std::move(*polled.document);
    polled.document.reset();
    Said said{feed_title(document), feed_site(document, polled.result.final_url), document.ttl};
    update.complete = !document.truncated;
    if (update.complete) update.specifications = std::move(document.specifications);
    update.items = intake.items(std::move(document), *polled.source, polled.result.final_url);
    said.entries_per_week = entries_per_week(update.items, now);
    return said;
  } catch (const std::exception& error) {
    polled.result.status = FetchStatus::Failed;
    polled.result.error = std::string("the document cannot be read: ") + error.what();
    return {};
  }
}

}  // namespace

void make_update(PolledFeed& polled, const Intake& intake, const PollSetting& setting) {
  if (polled.update) return;
  FeedUpdate& update = *(polled.update = std::make_unique<FeedUpdate>());
  const Said said = take_document(polled, update, intake, setting.now);
  const FeedState& before = polled.before;
  FeedState& state = update.state;
  state = after_poll(before, polled.result,
                     {.now = setting.now,
                      .min_interval = setting.min_interval,
                      .interval = polled.source->interval,
                      .ttl = said.ttl,
                      .entries_per_week = said.entries_per_week});
  if (!said.title.empty()) state.title = said.title;
  if (!said.site.empty()) state.site = said.site;
  state.warning = health_warning(state, polled.result, setting.now);
  if (state.warning.empty()) state.warning = suspicion(before, state, polled.result);
}

}  // namespace collector
