#include "export/story_markdown.h"

#include "config/config.h"
#include "core/sections.h"
#include "export/events.h"
#include "export/overrides.h"
#include "export/specifications.h"
#include "news/names.h"

#include <utility>

namespace collector {

namespace {

std::string specification_markdown(const StoredItem& step, const Newsletter& newsletter) {
  std::vector<DigestSection> sections;
  add_specifications({&step, 1}, Section{}, newsletter, sections);
  return sections.front().entries.front().markdown;
}

/// A release that is told with the others of its project.
bool names_version(const Item& item) {
  return is_release(item.kind) && !item.project.empty() && !item.version.empty();
}

}  // namespace

bool is_one_bullet(const Story& a, const Story& b) {
  if (a.lead().section != b.lead().section) return false;
  const std::string& words = a.items.front()->edited_text;
  if (words != b.items.front()->edited_text) return false;
  return !words.empty() ||
         (names_version(a.lead()) && names_version(b.lead()) &&
          fold_name(a.lead().project) == fold_name(b.lead().project) && a.owner == b.owner);
}

StoryMarkdown::StoryMarkdown(const Config& config, const ProjectRegistry& projects,
                             std::vector<PrintedRelease> printed)
    : newsletter_(config.newsletter),
      bullets_(config, projects),
      printed_(std::move(printed)) {}

std::string StoryMarkdown::of(std::vector<Story> stories, const std::string& group) const {
  const StoredItem& lead = *stories.front().items.front();
  const Item& item = lead.item;
  if (item.kind == ItemKind::Specification) return specification_markdown(lead, newsletter_);
  if (item.days.size() == 1) return event_entry(lead, newsletter_).markdown;
  if (item.days.size() > 1) return lead.edited_text;
  const ProjectNews news = group_by_project(std::move(stories), printed_).front();
  if (const std::string& words = override_of(news); !words.empty()) return words;
  return item.section == kAnnouncements ? bullets_.announcement(news.stories.front())
                                        : bullets_.entry(news, {item.section, group});
}

}  // namespace collector
