#include "export/digest.h"

#include "config/config.h"
#include "core/lists.h"
#include "core/sections.h"
#include "core/version.h"
#include "export/bullets.h"
#include "export/links.h"
#include "export/overrides.h"
#include "export/phrases.h"
#include "export/specifications.h"
#include "export/titles.h"
#include "news/projects.h"
#include "news/told_versions.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace collector {

namespace {

/// An entry and where it stands among the others.
struct Ranked {
  DigestEntry entry;
  std::string key;
  UtcTime date;

  bool operator<(const Ranked& other) const {
    return std::tie(key, date, entry.ids) < std::tie(other.key, other.date, other.entry.ids);
  }
};

bool is_specification(const StoredItem& stored) {
  return stored.item.kind == ItemKind::Specification;
}

void add_sources(DigestEntry& entry, const Story& story) {
  for (const StoredItem* source : story.items) {
    entry.ids.push_back(source->id);
    for (const std::string& link : item_links(source->item))
      add_once(entry.urls, link);
  }
}

/// What an editor should know before printing a story. Several releases of one bullet may give
/// the same reason to doubt.
void add_hints(DigestEntry& entry, const Story& story) {
  const StoredItem& lead = *story.items.front();
  const Item& item = lead.item;
  if (lead.doubtful) add_once(entry.hints, "date: a guess, the feed gives none");
  if (lead.withdrawn) add_once(entry.hints, "withdrawn at its source");
  if (is_section_guessed(lead)) {
    add_once(entry.hints,
             "section: a guess" + (item.reasons.empty() ? "" : ", as " + item.reasons.front()));
  }
  const bool differ = std::any_of(
      story.items.begin() + 1, story.items.end(),
      [&](const auto* one) { return sort_key(one->item.title) != sort_key(item.title); });
  std::set<std::string> evidence;
  if (differ) evidence.insert(story.evidence.begin(), story.evidence.end());
  for (const std::string& why : evidence)
    add_once(entry.hints, "story: " + why);
}

DigestEntry make_entry(const ProjectNews& news, const Wording& wording) {
  const Item& lead = news.stories.front().lead();
  DigestEntry entry;
  for (const Story& story : news.stories)
    add_sources(entry, story);
  entry.title = printed_title(*news.stories.front().items.front());
  if (news.versions.size() > 1)
    entry.title = news.project + " " + enumerate(news.versions, wording);
  entry.url = item_link(lead);
  entry.project = news.project;
  entry.versions = news.versions;
  entry.group = lead.group;
  entry.language = lead.language;
  entry.release = is_release(lead.kind);
  entry.kept = is_kept(news);
  for (const Story& story : news.stories)
    add_hints(entry, story);
  return entry;
}

/// The vendors' names that stand above more than one entry, or above one of which they are
/// themselves the project.
std::map<std::string, int> group_sizes(const std::vector<const ProjectNews*>& news) {
  std::map<std::string, int> sizes;
  for (const ProjectNews* one : news)
    ++sizes[one->stories.front().lead().group];
  sizes.erase("");
  for (const ProjectNews* one : news) {
    const auto parent = sizes.find(one->project);
    if (parent != sizes.end() && one->stories.front().lead().group.empty()) ++parent->second;
  }
  std::erase_if(sizes, [](const auto& group) { return group.second < 2; });
  return sizes;
}

/// Puts the entries of one section in order, those of a vendor below its bullet.
class SectionMaker {
 public:
  SectionMaker(const Section& section, const Bullets& bullets, const Wording& wording)
      : section_(section), bullets_(bullets), wording_(wording) {}

  DigestSection make(const std::vector<const ProjectNews*>& news) {
    sizes_ = group_sizes(news);
    for (const ProjectNews* one : news)
      add(*one);
    nest();
    std::sort(top_.begin(), top_.end());
    DigestSection made{section_.name, "", section_.heading, {}};
    for (Ranked& ranked : top_)
      made.entries.push_back(std::move(ranked.entry));
    return made;
  }

 private:
  void add(const ProjectNews& news) {
    DigestEntry entry = make_entry(news, wording_);
    const Item& lead = news.stories.front().lead();
    const bool grouped = sizes_.contains(entry.group);
    entry.markdown = override_of(news);
    if (entry.markdown.empty()) {
      entry.markdown = section_.name == kAnnouncements
                           ? bullets_.announcement(news.stories.front())
                           : bullets_.entry(news, {section_.name, grouped ? entry.group : ""});
    }
    const std::string& name = entry.versions.empty() ? entry.title : entry.project;
    const std::string key = is_by_date(section_.name) ? "" : sort_key(name);
    auto& list = grouped ? groups_[entry.group] : top_;
    list.push_back({std::move(entry), key, lead.date});
  }

  void nest() {
    for (auto& [name, entries] : groups_) {
      std::sort(entries.begin(), entries.end());
      Ranked& parent = vendor(name);
      parent.date = is_by_date(section_.name) ? entries.front().date : parent.date;
      for (Ranked& ranked : entries)
        parent.entry.entries.push_back(std::move(ranked.entry));
    }
  }

  /// The entry that a group is nested under: the vendor's own, else one made for it.
  Ranked& vendor(const std::string& name) {
    const auto own = std::find_if(top_.begin(), top_.end(), [&](const Ranked& ranked) {
      return ranked.entry.project == name && !ranked.entry.versions.empty();
    });
    if (own != top_.end()) return *own;
    DigestEntry entry;
    entry.title = name;
    entry.group = name;
    entry.markdown = bullets_.group(name);
    top_.push_back({std::move(entry), is_by_date(section_.name) ? "" : sort_key(name), {}});
    return top_.back();
  }

  const Section& section_;
  const Bullets& bullets_;
  const Wording& wording_;
  std::map<std::string, int> sizes_;
  std::vector<Ranked> top_;
  std::map<std::string, std::vector<Ranked>> groups_;
};

/// True when a source that tells of a printed one's version lies in a stranger's repository: of
/// this the ledger has told that it is news.
bool is_strangers(const Story& story) {
  std::set<std::string> versions;
  std::set<std::string> owners;
  for (const StoredItem* source : story.items) {
    if (source->state != State::Printed) continue;
    for (const std::string& version : told_versions(source->item))
      versions.insert(version_key(version));
    owners.insert(source->item.owner);
  }
  return std::ranges::any_of(story.items, [&](const StoredItem* source) {
    const std::string& owner = source->item.owner;
    return !owner.empty() && !owners.contains(owner) &&
           std::ranges::any_of(told_versions(source->item), [&](const std::string& version) {
             return versions.contains(version_key(version));
           });
  });
}

/// News that an earlier issue has printed is none any more, unless an editor kept a copy of it.
std::vector<Story> unprinted(std::vector<Story> stories) {
  std::vector<Story> news;
  for (Story& story : stories) {
    const auto has = [&](State state) {
      return std::any_of(story.items.begin(), story.items.end(),
                         [&](const StoredItem* stored) { return stored->state == state; });
    };
    if (has(State::Printed) && !has(State::Kept) && !is_strangers(story)) continue;
    std::erase_if(story.items,
                  [](const StoredItem* stored) { return stored->state == State::Printed; });
    news.push_back(std::move(story));
  }
  return news;
}

/// The newsletter's sections, then those that only items know of.
std::vector<Section> all_sections(const Newsletter& newsletter,
                                  std::span<const StoredItem> items) {
  std::vector<Section> sections = newsletter.sections;
  for (const StoredItem& stored : items)
    add_section_once(stored.item.section, sections);
  return sections;
}

}  // namespace

DigestSection& same_section(const DigestSection& like, std::vector<DigestSection>& sections) {
  const auto found = std::ranges::find_if(sections, [&](const DigestSection& section) {
    return section.section == like.section && section.subsection == like.subsection;
  });
  if (found != sections.end()) return *found;
  sections.push_back({like.section, like.subsection, like.heading, {}});
  return sections.back();
}

Digest make_digest(std::vector<StoredItem> items, std::span<const Decision> corrections,
                   const Config& config, std::span<const PrintedRelease> printed) {
  const auto refused = std::stable_partition(
      items.begin(), items.end(), [](const auto& one) { return !is_turned_down(one.state); });
  const auto middle = std::stable_partition(
      items.begin(), refused, [](const auto& stored) { return !is_specification(stored); });
  const auto written = static_cast<std::size_t>(middle - items.begin());
  const std::span<const StoredItem> all(items.begin(), refused);
  const ProjectRegistry projects(config.projects);
  const Bullets bullets(config, projects);
  std::vector<Story> stories =
      find_stories(all.first(written), corrections, config.feeds, projects);
  // A stable release holds its pre-releases back, be it printed already.
  const std::vector<Story> turned_down =
      find_stories(std::span(refused, items.end()), {}, config.feeds, projects);
  stories = visible_stories(std::move(stories), projects, config.feeds, turned_down).shown;
  stories = unprinted(std::move(stories));
  std::vector<ProjectNews> news = take_overrides(stories);
  std::vector<ProjectNews> grouped = group_by_project(std::move(stories), printed);
  std::move(grouped.begin(), grouped.end(), std::back_inserter(news));

  std::unordered_map<std::string, std::vector<const ProjectNews*>> by_section;
  for (const ProjectNews& one : news)
    by_section[one.stories.front().lead().section].push_back(&one);
  Digest digest;
  for (const Section& section : all_sections(config.newsletter, all)) {
    if (section.name == kExtensions) {
      add_specifications(all.subspan(written), section, config.newsletter, digest.sections);
    }
    if (const auto found = by_section.find(section.name); found != by_section.end()) {
      digest.sections.push_back(
          SectionMaker(section, bullets, config.newsletter.wording).make(found->second));
    }
  }
  return digest;
}

}  // namespace collector
