#include "export/story_markdown.h"

#include "config/config.h"
#include "core/sections.h"
#include "export/events.h"
#include "export/overrides.h"
#include "export/specifications.h"

#include <utility>

namespace collector {

namespace {

std::string specification_markdown(const StoredItem& step, const Newsletter& newsletter) {
  std::vector<DigestSection> sections;
  add_specifications({&step, 1}, Section{}, newsletter, sections);
  return sections.front().entries.front().markdown;
}

}  // namespace

StoryMarkdown::StoryMarkdown(const Config& config, const ProjectRegistry& projects,
                             std::vector<PrintedRelease> printed)
    : newsletter_(config.newsletter),
      bullets_(config, projects),
      printed_(std::move(printed)) {}

std::string StoryMarkdown::of(const Story& story, const std::string& group) const {
  const StoredItem& lead = *story.items.front();
  const Item& item = lead.item;
  if (item.kind == ItemKind::Specification) return specification_markdown(lead, newsletter_);
  if (item.days.size() == 1) return event_entry(lead, newsletter_).markdown;
  if (item.days.size() > 1) return lead.edited_text;
  const ProjectNews news = group_by_project({story}, printed_).front();
  if (const std::string& words = override_of(news); !words.empty()) return words;
  return item.section == kAnnouncements ? bullets_.announcement(story)
                                        : bullets_.entry(news, {item.section, group});
}

}  // namespace collector
