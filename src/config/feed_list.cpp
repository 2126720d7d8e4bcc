#include "config/feed_list.h"

#include "config/config.h"
#include "config/list_edit.h"
#include "core/feed.h"
#include "core/shown_text.h"

#include <algorithm>

namespace collector {

namespace {

std::string entry_text(const NewFeed& feed, std::size_t indent) {
  const std::string start(indent, ' ');
  const FeedSource& source = feed.source;
  std::string text = start + "- name: " + yaml_text(source.name) + "\n";
  const auto line = [&](const std::string& key, const std::string& value) {
    if (!value.empty()) text += start + "  " + key + ": " + yaml_text(value) + "\n";
  };
  line("url", source.url);
  line("section", source.section);
  line("group", harmless(source.group));
  line("project", source.project);
  line("language", source.language);
  if (!source.enabled) text += start + "  enabled: false\n";
  if (!feed.remark.empty()) text += start + "  # " + harmless(feed.remark) + "\n";
  return text;
}

bool is_taken(const std::string& name, std::span<const FeedSource> feeds) {
  return std::any_of(feeds.begin(), feeds.end(),
                     [&](const FeedSource& feed) { return feed.name == name; });
}

}  // namespace

std::string with_feeds(const Config& config, std::span<const NewFeed> feeds) {
  if (feeds.empty()) return config.text;
  return with_entries(config, "feeds", [&](std::size_t indent) {
    std::string added;
    for (const NewFeed& feed : feeds)
      added += entry_text(feed, indent);
    return added;
  });
}

std::string free_feed_name(std::string wanted, std::span<const FeedSource> feeds) {
  wanted = harmless(wanted);
  std::string name = wanted;
  for (int number = 2; is_taken(name, feeds); ++number)
    name = wanted + " " + std::to_string(number);
  return name;
}

}  // namespace collector
