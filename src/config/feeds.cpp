#include "config/readers.h"

#include <array>
#include <map>

namespace collector {

namespace {

constexpr int kUtmostPriority = 1000;

using FeedKey = ConfigKey<FeedSource>;

/// Read by read_feed itself, which knows the sections.
void read_later(const ConfigField&, FeedSource&) {}

std::span<const FeedKey> keys() {
  static const std::array table{
      FeedKey{"name",
              [](const ConfigField& field, FeedSource& f) { read_line(field, f.name); }},
      FeedKey{"url", [](const ConfigField& field, FeedSource& f) { read_url(field, f.url); }},
      FeedKey{"section", into<&FeedSource::section>},
      FeedKey{"group", into<&FeedSource::group>},
      FeedKey{"project", into<&FeedSource::project>},
      FeedKey{"language", into<&FeedSource::language>},
      FeedKey{"home", [](const ConfigField& field, FeedSource& f) { read_url(field, f.home); }},
      FeedKey{"include",
              [](const ConfigField& field, FeedSource& f) { read_patterns(field, f.include); }},
      FeedKey{"exclude",
              [](const ConfigField& field, FeedSource& f) { read_patterns(field, f.exclude); }},
      FeedKey{"interval", into<&FeedSource::interval>},
      FeedKey{"enabled", into<&FeedSource::enabled>},
      FeedKey{"prereleases", into<&FeedSource::prereleases>},
      FeedKey{"priority",
              [](const ConfigField& field, FeedSource& f) {
                f.priority = read_number(field, -kUtmostPriority, kUtmostPriority);
              }},
      FeedKey{"rules", read_later},
  };
  return table;
}

FeedSource read_feed(const ConfigSource& file, const YamlNode& entry,
                     const std::vector<Section>& sections) {
  const ConfigSource source = file.of(owner_of(entry, "feed"));
  FeedSource feed;
  read_map(source, entry, keys(), feed);
  if (feed.name.empty()) complain(source, entry.mark, "\"name\" is wanted");
  if (feed.url.empty()) complain(source, entry.mark, "\"url\" is wanted");
  if (const YamlNode* section = value_of(entry, "section")) {
    check_section(source, *section, sections);
  }
  if (const YamlNode* rules = value_of(entry, "rules")) {
    feed.rules = read_rules(source, *rules, sections);
  }
  return feed;
}

}  // namespace

std::vector<FeedSource> read_feeds(const ConfigSource& source, const YamlNode& node,
                                   const std::vector<Section>& sections) {
  std::vector<FeedSource> feeds;
  std::map<std::string, int> lines;
  const auto entries = entries_of(source, node, "feeds");
  feeds.reserve(entries.size());
  for (const YamlNode& entry : entries) {
    feeds.push_back(read_feed(source, entry, sections));
    const YamlNode& name = *value_of(entry, "name");
    const auto [first, is_new] = lines.emplace(feeds.back().name, name.mark.line);
    if (!is_new) {
      complain(source, name.mark,
               "feed \"" + feeds.back().name + "\" is there twice, first in line " +
                   std::to_string(first->second) + "; give this one another name");
    }
  }
  return feeds;
}

KeyTable feed_keys() {
  return {"feeds[]", names_of(keys())};
}

}  // namespace collector
