#include "update/feed_poll.h"

#include "core/error.h"
#include "fetch/web_url.h"
#include "normalise/normalise.h"

#include <utility>

namespace collector {

namespace {

void fail(FetchResult& result, std::string error) {
  result.status = FetchStatus::Failed;
  result.error = std::move(error);
}

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

}  // namespace

FeedPoll::FeedPoll(const FeedSource& source, FeedState before, const PollSetting& setting)
    : source_(source), before_(std::move(before)), setting_(setting) {}

FetchRequest FeedPoll::request() const {
  return {source_.name, source_.url, before_.moved_to, before_.validators};
}

void FeedPoll::begin(const FetchHead& head) {
  reader_.emplace(head.content_type);
}

void FeedPoll::body(std::string_view bytes) {
  reader_->feed(bytes);
}

PolledFeed FeedPoll::end(FetchResult result) {
  PolledFeed polled{&source_, {}, {}};
  PollContext context;
  context.now = setting_.now;
  context.min_interval = setting_.min_interval;
  context.interval = source_.interval;
  std::string title = before_.title;
  std::string site = before_.site;
  if (result.status == FetchStatus::Fetched) {
    read_document(result, polled.update, context);
    if (!polled.update.state.title.empty()) title = polled.update.state.title;
    if (!polled.update.state.site.empty()) site = polled.update.state.site;
  }
  FeedState& state = polled.update.state;
  state = after_poll(before_, result, context);
  state.title = std::move(title);
  state.site = std::move(site);
  state.warning = health_warning(state, result, setting_.now);
  if (state.warning.empty()) state.warning = suspicion(before_, state, result);
  polled.result = std::move(result);
  return polled;
}

/// The one place where an error is kept from the other feeds.
void FeedPoll::read_document(FetchResult& result, FeedUpdate& update, PollContext& context) {
  try {
    RawFeed document = reader_->finish();
    reader_.reset();  // with the bytes of the document, which may be many
    update.complete = !document.truncated;
    if (document.format == FeedFormat::XepInfos && document.bozo)
      throw ParseError("the list of extensions is damaged; its former state is kept");
    if (update.complete) update.specifications = std::move(document.specifications);
    update.state.title = feed_title(document);
    update.state.site = feed_site(document, result.final_url);
    context.ttl = document.ttl;
    update.items = setting_.intake.items(std::move(document), source_, result.final_url);
    context.entries_per_week = entries_per_week(update.items, setting_.now);
    if (!update.complete)
      fail(result, "the document ends too early; its whole entries are stored");
  } catch (const ParseError& error) {
    fail(result, std::string("no feed: ") + error.what());
  } catch (const std::exception& error) {
    fail(result, std::string("the document cannot be read: ") + error.what());
  }
  reader_.reset();
}

}  // namespace collector
