#include "export/bullets.h"

#include "config/config.h"
#include "export/links.h"
#include "export/markdown_text.h"
#include "export/phrases.h"
#include "export/set_phrases.h"
#include "export/specifications.h"
#include "news/forge.h"

#include <re2/re2.h>

#include <algorithm>
#include <unordered_set>

namespace collector {

namespace {

constexpr const char* kEvents = "events";
constexpr const char* kTalks = "talks";
constexpr std::size_t kParagraphBytes = 500;  // the team asks for summaries under five lines
constexpr std::size_t kOtherSources = 2;      // a bullet with more reads like a list

bool is_product(const std::string& section) {
  return section == "clients" || section == "servers";
}

bool tells_version(const ProjectNews& news) {
  return is_release(news.stories.front().lead().kind) && !news.versions.empty() &&
         !news.project.empty();
}

/// A file of a release: its path is no title, and one link of a version is enough.
bool is_download(const Item& item) {
  return item.title.starts_with('/') && item.url.ends_with("/download");
}

const std::string& readable(const Item& item) {
  return item.headline.empty() ? item.title : item.headline;
}

/// True when a release's title names its project and says more than the headline does.
bool names_more(const std::string& title, const std::string& project,
                const std::string& headline) {
  const std::string said = sort_key(title);
  return said.find(sort_key(project)) != std::string::npos && said != sort_key(headline);
}

bool ends_sentence(std::string_view text) {
  return !text.empty() && std::string_view(".!?").find(text.back()) != std::string_view::npos;
}

/// The source that gives the version in full: a blog says 6.2 of what is released as 6.2.0.
const Item& most_precise(const Story& story) {
  const Item* found = &story.lead();
  for (const StoredItem* source : story.items) {
    const Item& item = source->item;
    const bool fuller = item.version.size() > found->version.size() &&
                        item.version.compare(0, found->version.size(), found->version) == 0;
    if (fuller && !item_link(item).empty()) found = &item;
  }
  return *found;
}

}  // namespace

Bullets::Bullets(const Config& config, const ProjectRegistry& projects)
    : newsletter_(config.newsletter), projects_(projects) {
  for (const FeedSource& feed : config.feeds)
    homes_.emplace(feed.name, feed.home);
}

std::string Bullets::link(std::string_view text, std::string_view url) const {
  return markdown_link(text, printed_link(url, newsletter_.site));
}

std::string Bullets::project_link(const std::string& name) const {
  const Project* project = projects_.by_name(name);
  if (project == nullptr) return markdown_line(name);
  if (!project->home.empty()) return link(project->name, project->home);
  if (!project->repositories.empty()) return link(project->name, project->repositories.front());
  return markdown_line(project->name);
}

/// The name of a project that nobody configured, with the repository of its release.
std::string Bullets::repository_link(const ProjectNews& news) const {
  const auto forge = read_forge_url(item_link(most_precise(news.stories.front())));
  return forge ? link(news.project, forge->home()) : markdown_line(news.project);
}

/// One link for each version, its text after `opening`.
std::vector<std::string> Bullets::release_links(const ProjectNews& news,
                                                const std::string& opening) const {
  std::vector<std::string> links;
  std::unordered_set<std::string> seen;
  for (const Story& story : news.stories) {
    if (!seen.insert(story.lead().version).second) continue;
    const Item& item = most_precise(story);
    links.push_back(link(opening + item.version, item_link(item)));
  }
  return links;
}

std::string Bullets::version_links(const ProjectNews& news) const {
  const std::vector<std::string> links = release_links(news, "");
  return (links.size() == 1 ? "version " : "versions ") + enumerate(links);
}

/// "[Heron 1.2 is out!](link)" as its source has it, else "[Heron 1.2 released](link)"; several
/// as "[Heron 1.2](link) and [1.3](link) released".
std::string Bullets::titled_release(const ProjectNews& news) const {
  const Item& item = most_precise(news.stories.front());
  if (news.versions.size() == 1) {
    const bool telling = names_more(item.title, news.project, readable(item));
    return link(telling ? item.title : readable(item) + " released", item_link(item));
  }
  std::vector<std::string> links = release_links(news, "");
  links.front() = link(news.project + ' ' + item.version, item_link(item));
  return enumerate(links) + " released";
}

/// The project's own opening, with links in place of its braces. Its words are the editors',
/// who may write Markdown.
std::string Bullets::announced(const Project& project, const ProjectNews& news) const {
  static const RE2 kBraces(R"(([^{]*)\{([^{}]*)\})");
  std::string text;
  std::string words;
  std::string name;
  re2::StringPiece rest(project.announcement);
  while (RE2::Consume(&rest, kBraces, &words, &name)) {
    text += words;
    if (name == "versions") {
      text += version_links(news);
    } else if (name == "releases") {
      text += enumerate(release_links(news, project.name + ' '));
    } else {
      text += project_link(name);
    }
  }
  return text + std::string(rest);
}

std::string Bullets::details(const ProjectNews& news) const {
  const Project* project = projects_.by_name(news.project);
  if (project != nullptr && !project->changelog.empty()) {
    return " Full details on the " + link("changelog", project->changelog) + ".";
  }
  if (news.compare_url.empty()) return "";
  const std::string span = news.compare_from + " to " + news.versions.back();
  return " See the changes from " + link(span, news.compare_url) + ".";
}

std::string Bullets::other_sources(const ProjectNews& news) const {
  std::vector<std::string> links;
  std::unordered_set<std::string> known;
  for (const Story& story : news.stories) {
    const Item& printed = tells_version(news) ? most_precise(story) : story.lead();
    known.insert(sort_key(readable(printed)));
    known.insert(item_link(printed));
  }
  for (const Story& story : news.stories) {
    for (const StoredItem* source : story.items) {
      const Item& item = source->item;
      const bool repeats = item.from_aggregate || is_download(item) ||
                           item_link(item).empty() || known.contains(item_link(item)) ||
                           !known.insert(sort_key(readable(item))).second;
      if (repeats || links.size() == kOtherSources) continue;
      links.push_back(link(item.title, item_link(item)));
    }
  }
  return links.empty() ? "" : " See also " + enumerate(links) + ".";
}

std::string Bullets::release(const ProjectNews& news, const BulletPlace& place) const {
  if (newsletter_.releases == ReleaseForm::Title) return titled_release(news);
  const Project* project = projects_.by_name(news.project);
  if (project != nullptr && !project->announcement.empty() && place.group.empty()) {
    return announced(*project, news) + '.' + details(news);
  }
  const std::string description =
      project == nullptr ? "" : link_specifications(project->description, newsletter_.site);
  std::string text = project == nullptr ? repository_link(news) : project_link(news.project);
  if (is_product(place.section)) {
    text += " has released " + version_links(news);
    if (!description.empty()) text += " of its " + without_article(description);
  } else {
    text += (description.empty() ? " " : ", " + description + ", ") + version_links(news);
    text += news.versions.size() == 1 ? " has been released" : " have been released";
  }
  return text + '.' + details(news);
}

std::string Bullets::byline(const Item& item, const BulletPlace& place) const {
  // A recording's title says nothing without whose it is, an event's day says all.
  const bool titled = newsletter_.releases == ReleaseForm::Title && place.section != kTalks;
  if (titled || place.section == kEvents) return "";
  std::string text;
  const bool written = !is_release(item.kind);
  const bool blog =
      written && place.group.empty() && !item.from_aggregate && !item.feed.empty();
  const std::string author = written ? printed_author(item) : "";
  const bool named =
      !author.empty() && !same_name(author, place.group.empty() ? item.feed : place.group);
  if (named) text += ", by " + link(author, item.author_url);
  if (blog) {
    const auto home = homes_.find(item.feed);
    text += named ? " for " : ", from ";
    text += article_before(item.feed);
    text += home == homes_.end() ? markdown_text(item.feed) : link(item.feed, home->second);
  }
  return text;
}

std::string Bullets::article(const Story& story, const BulletPlace& place) const {
  const Item& item = story.lead();
  const std::string url = item_link(item);
  const std::string title = printed_title(*story.items.front());
  const std::string text =
      url.empty() ? link_specifications(title, newsletter_.site) : link(title, url);
  const std::string by = byline(item, place);
  return by.empty() ? text : text + by + '.';
}

std::string Bullets::entry(const ProjectNews& news, const BulletPlace& place) const {
  const Story& first = news.stories.front();
  if (const std::string& edited = first.items.front()->edited_text; !edited.empty()) {
    return edited;
  }
  std::string text = tells_version(news) ? release(news, place) : article(first, place);
  const std::string sources = other_sources(news);
  if (!sources.empty() && !text.ends_with('.')) text += '.';
  text += sources;
  if (!tells_version(news)) text += language_tag(first.lead().language, newsletter_.language);
  return text;
}

std::string Bullets::announcement(const Story& story) const {
  const StoredItem& stored = *story.items.front();
  if (!stored.edited_text.empty()) return stored.edited_text;
  const Item& item = stored.item;
  const std::string url = item_link(item);
  const std::string title = printed_title(stored);
  const std::string said =
      excerpt(telling_part(text_after_title(item, title), item), kParagraphBytes);
  if (said.empty() || said == title)
    return link(title, url) + (ends_sentence(title) ? "" : ".") +
           language_tag(item.language, newsletter_.language);
  const std::string more = url.empty() ? "" : " " + link("Read more", url) + '.';
  return link_specifications(said, newsletter_.site) + more +
         language_tag(item.language, newsletter_.language);
}

std::string Bullets::group(const std::string& name) const {
  const Project* project = projects_.by_name(name);
  const bool plain = newsletter_.releases == ReleaseForm::Title;
  if (plain || project == nullptr || project->home.empty()) return markdown_line(name) + ':';
  return link(name, project->home) + ':';
}

}  // namespace collector
