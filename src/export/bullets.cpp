#include "export/bullets.h"

#include "config/config.h"
#include "core/downloads.h"
#include "core/sections.h"
#include "core/sentences.h"
#include "export/filled.h"
#include "export/links.h"
#include "export/markdown_text.h"
#include "export/phrases.h"
#include "export/release_links.h"
#include "export/set_phrases.h"
#include "export/specifications.h"
#include "news/forge.h"

#include <algorithm>
#include <unordered_set>

namespace collector {

namespace {

constexpr std::size_t kParagraphBytes = 500;  // the team asks for summaries under five lines
constexpr std::size_t kOtherSources = 2;      // a bullet with more reads like a list

bool is_product(const std::string& section) {
  return section == kClients || section == kServers;
}

bool tells_version(const ProjectNews& news) {
  return is_release(news.stories.front().lead().kind) && !news.versions.empty() &&
         !news.project.empty();
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

/// How many versions a sentence tells of, and whether it says what their project is.
struct Told {
  bool several = false;
  bool described = false;
};

const std::string& product_phrase(const Wording& wording, const Told& told) {
  return told.described ? wording.described_product : wording.product;
}

const std::string& release_phrase(const Wording& wording, const Told& told) {
  if (told.described)
    return told.several ? wording.described_releases : wording.described_release;
  return told.several ? wording.releases : wording.release;
}

}  // namespace

Bullets::Bullets(const Config& config, const ProjectRegistry& projects)
    : newsletter_(config.newsletter), projects_(projects) {
  for (const FeedSource& feed : config.feeds)
    homes_.emplace(feed.name, feed.home);
}

std::string Bullets::next_sentence(const std::string& words) const {
  return std::string(blank_behind(wording().stop)) + words + wording().stop;
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
  const auto forge = read_forge_url(item_link(*release_links(news).front().page));
  return forge ? link(news.project, forge->home()) : markdown_line(news.project);
}

/// "[1.2](page)", or "[1.2 and 1.3](page)" where one page tells of both; its text after
/// `opening`.
std::string Bullets::version_link(const ReleaseLink& told, const std::string& opening) const {
  return link(opening + enumerate(told.versions, wording()), item_link(*told.page));
}

/// The links of all versions, the text of each after `opening`.
std::string Bullets::releases(const ProjectNews& news, const std::string& opening) const {
  std::vector<std::string> links;
  for (const ReleaseLink& told : release_links(news))
    links.push_back(version_link(told, opening));
  return enumerate(links, wording());
}

std::string Bullets::version_links(const ProjectNews& news) const {
  const std::string all = releases(news, "");
  return news.versions.size() == 1 ? filled(wording().version, {{"version", all}})
                                   : filled(wording().versions, {{"versions", all}});
}

/// "[Heron 1.2 is out!](link)" as its source has it, else "[Heron 1.2 released](link)"; several
/// as "[Heron 1.2](link) and [1.3](link) released".
std::string Bullets::titled_release(const ProjectNews& news) const {
  const std::vector<ReleaseLink> told = release_links(news);
  const Item& item = *told.front().page;
  if (told.size() == 1) {
    const bool telling = names_more(item.title, news.project, readable(item));
    const std::string title = filled(wording().title, {{"title", readable(item)}});
    return link(telling ? item.title : title, item_link(item));
  }
  std::vector<std::string> links;
  for (const ReleaseLink& one : told)
    links.push_back(version_link(one, links.empty() ? news.project + ' ' : ""));
  return filled(wording().title, {{"title", enumerate(links, wording())}});
}

/// The project's own opening, with links in place of its braces. Its words are the editors',
/// who may write Markdown.
std::string Bullets::announced(const Project& project, const ProjectNews& news) const {
  return filled(project.announcement, [&](const std::string& name) {
    if (name == "versions") return version_links(news);
    if (name != "releases") return project_link(name);
    return releases(news, project.name + ' ');
  });
}

std::string Bullets::details(const ProjectNews& news) const {
  const Project* project = projects_.by_name(news.project);
  if (project != nullptr && !project->changelog.empty()) {
    const std::string page = printed_link(project->changelog, newsletter_.site);
    return next_sentence(linked(wording().changelog, page));
  }
  if (news.compare_url.empty()) return "";
  const std::string newest = release_links(news).back().versions.back();
  const std::string span =
      filled(wording().span, {{"from", news.compare_from}, {"to", newest}});
  return next_sentence(filled(wording().changes, {{"span", link(span, news.compare_url)}}));
}

std::string Bullets::other_sources(const ProjectNews& news) const {
  std::vector<std::string> links;
  std::unordered_set<std::string> known;
  const auto is_printed = [&](const Item& item) {
    known.insert(sort_key(readable(item)));
    known.insert(item_link(item));
  };
  if (!tells_version(news)) is_printed(news.stories.front().lead());
  for (const ReleaseLink& told : release_links(news)) {
    is_printed(*told.page);
    for (const std::string& version : told.versions)
      known.insert(sort_key(news.project + ' ' + version));
  }
  for (const Story& story : news.stories) {
    for (const StoredItem* source : story.items) {
      const Item& item = source->item;
      // A download's path is no title, and one link of a version is enough.
      const bool repeats = item.from_aggregate || is_download(item) ||
                           item_link(item).empty() || known.contains(item_link(item)) ||
                           !known.insert(sort_key(readable(item))).second;
      if (repeats || links.size() == kOtherSources) continue;
      links.push_back(link(item.title, item_link(item)));
    }
  }
  if (links.empty()) return "";
  const std::string all = enumerate(links, wording());
  return next_sentence(filled(wording().sources, {{"sources", all}}));
}

std::string Bullets::release(const ProjectNews& news, const BulletPlace& place) const {
  if (newsletter_.releases == ReleaseForm::Title) return titled_release(news);
  const Project* project = projects_.by_name(news.project);
  if (project != nullptr && !project->announcement.empty() && place.group.empty()) {
    return announced(*project, news) + wording().stop + details(news);
  }
  const std::string description =
      project == nullptr ? "" : link_specifications(project->description, newsletter_.site);
  const bool product = is_product(place.section);
  const Told told{news.versions.size() > 1, !description.empty()};
  const std::string& phrase =
      product ? product_phrase(wording(), told) : release_phrase(wording(), told);
  return filled(phrase,
                {{"project",
                  project == nullptr ? repository_link(news) : project_link(news.project)},
                 {"versions", version_links(news)},
                 {"description", product ? without_article(description) : description}}) +
         wording().stop + details(news);
}

std::string Bullets::byline(const Item& item, const BulletPlace& place) const {
  // A recording's title says nothing without whose it is, an event's day says all.
  const bool titled = newsletter_.releases == ReleaseForm::Title && place.section != kTalks;
  if (titled || place.section == kEvents) return "";
  const bool written = !is_release(item.kind);
  const bool blog =
      written && place.group.empty() && !item.from_aggregate && !item.feed.empty();
  const std::string author = written ? printed_author(item) : "";
  const bool named =
      !author.empty() && !same_name(author, place.group.empty() ? item.feed : place.group);
  if (!named && !blog) return "";
  const std::string& phrase = !blog    ? wording().author
                              : !named ? wording().blog
                                       : wording().author_and_blog;
  return wording().comma + std::string(blank_behind(wording().comma)) +
         filled(phrase, {{"author", named ? link(author, item.author_url) : ""},
                         {"blog", blog ? blog_link(item.feed) : ""}});
}

std::string Bullets::blog_link(const std::string& feed) const {
  const auto home = homes_.find(feed);
  const bool article = !wording().article.empty() && wants_article(feed);
  return (article ? wording().article + ' ' : "") +
         (home == homes_.end() ? markdown_text(feed) : link(feed, home->second));
}

std::string Bullets::article(const Story& story, const BulletPlace& place) const {
  const Item& item = story.lead();
  const std::string url = item_link(item);
  const std::string title = printed_title(*story.items.front());
  const std::string text =
      url.empty() ? link_specifications(title, newsletter_.site) : link(title, url);
  const std::string by = byline(item, place);
  return by.empty() ? text : text + by + wording().stop;
}

std::string Bullets::entry(const ProjectNews& news, const BulletPlace& place) const {
  const Story& first = news.stories.front();
  if (const std::string& edited = first.items.front()->edited_text; !edited.empty()) {
    return edited;
  }
  std::string text = tells_version(news) ? release(news, place) : article(first, place);
  const std::string sources = other_sources(news);
  if (!sources.empty() && !text.ends_with(wording().stop)) text += wording().stop;
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
    return link(title, url) + (ends_sentence(title, title.size()) ? "" : wording().stop) +
           language_tag(item.language, newsletter_.language);
  const std::string more =
      url.empty() ? ""
                  : next_sentence(linked(wording().more, printed_link(url, newsletter_.site)));
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
