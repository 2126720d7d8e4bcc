#include "update/feed_check.h"

#include "config/config.h"
#include "core/error.h"
#include "core/sections.h"
#include "fetch/documents.h"
#include "normalise/normalise.h"
#include "parse/feed_reader.h"
#include "update/intake.h"

#include <algorithm>
#include <utility>

namespace collector {

namespace {

// A feed without anything new for so long has probably been left by its author.
constexpr std::chrono::days kLongSilence{365};

void count_items(FeedCheck& check, const std::vector<Item>& items) {
  check.items = static_cast<int>(items.size());
  for (const Item& item : items) {
    ++check.sections[item.noise ? kNoise : item.section];
    if (item.date_source == DateSource::FirstSeen) {
      ++check.undated;
      continue;
    }
    check.oldest = std::min(check.oldest.value_or(item.date), item.date);
    check.newest = std::max(check.newest.value_or(item.date), item.date);
  }
}

/// What a working feed has that an editor should know.
void find_problems(FeedCheck& check, const RawFeed& document, UtcTime now) {
  const auto problem = [&](std::string sentence) {
    check.problems.push_back(std::move(sentence));
  };
  if (!check.result.permanent_url.empty() && check.result.permanent_url != check.source.url)
    problem("it has moved to " + check.result.permanent_url);
  if (document.truncated) problem("it cannot be read to its end");
  for (const std::string& warning : document.warnings)
    problem("had to be repaired: " + warning);
  if (check.entries == 0 && document.specifications.empty()) problem("it has no entries");
  const bool is_filtered = !check.source.include.empty() || !check.source.exclude.empty();
  if (check.entries > 0 && check.items == 0)
    problem(is_filtered ? "include and exclude let none of its entries in"
                        : "none of its entries is news");
  if (check.undated > 0 && check.undated == check.items)
    problem("no entry has a date; each counts from when it is first seen");
  else if (check.undated > 0)
    problem(std::to_string(check.undated) + " of its entries have no date");
  if (check.newest && *check.newest + kLongSilence < now)
    problem("nothing new since " + format_day(*check.newest));
}

void read_document(FeedCheck& check, const Document& document, Intake& intake, UtcTime now) {
  RawFeed feed = read_feed(document.body, document.result.content_type);
  check.format = feed.format;
  check.encoding = feed.encoding;
  check.title = feed_title(feed);
  check.entries = static_cast<int>(feed.entries.size());
  RawFeed kept;  // what is told of the document when its entries are gone
  kept.truncated = feed.truncated;
  kept.warnings = feed.warnings;
  kept.specifications = feed.specifications;
  std::vector<Item> items =
      intake.items(std::move(feed), check.source, document.result.final_url);
  intake.place(items, check.source, check.title);
  count_items(check, items);
  find_problems(check, kept, now);
}

void take_answer(FeedCheck& check, const Document& document, Intake& intake, UtcTime now) {
  check.result = document.result;
  try {
    if (!check.failed()) read_document(check, document, intake, now);
  } catch (const ParseError& error) {
    check.result.status = FetchStatus::Failed;
    check.result.error = std::string("no feed: ") + error.what();
  }
  if (check.failed()) check.problems = {check.result.error};
}

}  // namespace

std::vector<FeedCheck> check_feeds(const Config& config, const std::vector<FeedSource>& feeds,
                                   UtcTime now) {
  Intake intake(config, now);
  std::vector<FeedCheck> checks;
  std::vector<std::string> urls;
  for (const FeedSource& feed : feeds) {
    checks.push_back({.source = feed,
                      .result = {},
                      .encoding = {},
                      .title = {},
                      .oldest = {},
                      .newest = {},
                      .sections = {},
                      .problems = {}});
    urls.push_back(feed.url);
  }
  fetch_documents(config.settings, urls, now, [&](std::size_t index, Document&& document) {
    take_answer(checks[index], document, intake, now);
  });
  return checks;
}

}  // namespace collector
