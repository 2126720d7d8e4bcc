#include "export/post.h"

#include "core/sections.h"
#include "core/text.h"
#include "export/filled.h"
#include "export/front_matter.h"
#include "export/last_issue.h"
#include "export/post_summary.h"
#include "newsletter/days.h"
#include "newsletter/parts.h"
#include "newsletter/read.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace collector {

namespace {

constexpr int kTop = 2;  // the level of headings of sections

std::string heading_line(int level, const std::string& heading) {
  constexpr int kDeepest = 6;
  return std::string(static_cast<std::size_t>(std::min(level, kDeepest)), '#') + ' ' + heading;
}

std::string block_of(const PostPart& part) {
  if (part.level == 0) return part.text;
  std::string block = heading_line(part.level, part.heading);
  if (!part.text.empty()) block += "\n\n" + part.text;
  return block;
}

/// The parts of one section, its own heading first.
struct SectionParts {
  Section section;
  std::vector<PostPart> parts;
  std::vector<PostPart> standing;  // of the last issue
};

/// Tells which section each part of the new issue belongs to, by the configured headings.
class SectionFinder {
 public:
  explicit SectionFinder(const std::vector<Section>& sections) : sections_(sections) {}

  /// Null: a heading above several sections.
  const Section* next(const PostPart& part) {
    if (part.level == kTop) {
      parent_ = part.heading;
      section_ = named(part.heading, "");
    } else if (part.level == kTop + 1) {
      if (const Section* inner = named(part.heading, parent_)) section_ = inner;
    }
    return section_;
  }

 private:
  const Section* named(const std::string& heading, const std::string& parent) const {
    const auto found =
        std::find_if(sections_.begin(), sections_.end(), [&](const Section& section) {
          return section.heading == heading && section.parent == parent;
        });
    return found == sections_.end() ? nullptr : &*found;
  }

  const std::vector<Section>& sections_;
  const Section* section_ = nullptr;
  std::string parent_;
};

/// Every configured section in its order, with what the new issue has of it; at the end what is
/// under no configured heading.
std::vector<SectionParts> sections_of(std::string_view markdown,
                                      const std::vector<Section>& configured) {
  std::vector<SectionParts> sections;
  for (const Section& section : configured)
    sections.push_back({section, {}, {}});
  sections.emplace_back();
  SectionFinder finder(configured);
  for (PostPart& part : split_post(markdown).parts) {
    const Section* section = finder.next(part);
    const bool above = section == nullptr && part.text.empty();
    if (above) continue;
    const auto place = section == nullptr
                           ? configured.size()
                           : static_cast<std::size_t>(section - configured.data());
    sections[place].parts.push_back(std::move(part));
  }
  return sections;
}

/// The sections of the new issue, each completed with what the last issue says there.
class PostSections {
 public:
  PostSections(std::string_view markdown, const Newsletter& newsletter)
      : sections_(sections_of(markdown, newsletter.sections)) {}

  void add_events(const std::vector<std::string>& events) {
    SectionParts* section = find(kEvents);
    if (section == nullptr) return;
    std::string& text = opened(*section).text;
    std::set<std::string> known;
    for (const PrintedNote& note : read_newsletter(text).notes)
      for (const PrintedLink& link : note.links)
        known.insert(link.url);
    for (const std::string& event : events) {
      const PrintedNewsletter read = read_newsletter(event);
      if (!read.notes.empty() && !read.notes.front().links.empty() &&
          known.contains(read.notes.front().links.front().url))
        continue;
      if (text == "- " + section->section.empty) text.clear();
      const std::string above = text.empty() ? "" : split_blocks(text).back();
      const bool list = is_bullet(event) && (text.empty() || is_bullet(above));
      text += (text.empty() ? "" : list ? "\n" : "\n\n") + (list ? below(above, event) : event);
    }
    if (text.empty() && section->parts.size() == 1) section->parts.clear();
  }

  void add_extensions(const LastIssue& last) {
    SectionParts* section = find(kExtensions);
    if (section == nullptr || (last.extensions.empty() && last.subsections.empty())) return;
    opened(*section).text = last.extensions;
    std::vector<PostPart> parts{section->parts.front()};
    for (const Subsection& one : section->section.subsections)
      add_subsection(one.name, last, *section, parts);
    for (PostPart& part : section->parts) {
      if (part.level > parts.front().level && !is_configured(part.heading, section->section))
        parts.push_back(std::move(part));
    }
    for (const SubsectionFrame& frame : last.subsections) {
      if (!frame.name.empty() || frame.none.empty()) continue;
      parts.push_back(
          {parts.front().level + 1, frame.heading, joined(frame.standing, frame.none)});
    }
    section->parts = std::move(parts);
  }

  void add_standing(const std::map<std::string, std::vector<PostPart>>& standing) {
    for (const auto& [name, parts] : standing) {
      SectionParts* section = find(name);
      if (section == nullptr) section = &sections_.back();
      std::vector<PostPart>& all = section->standing;
      all.insert(all.end(), parts.begin(), parts.end());
    }
  }

  /// The headings of the news become `deeper` than the configured ones.
  [[nodiscard]] std::vector<std::string> blocks(int deeper) const {
    std::vector<std::string> blocks;
    const auto add = [&](PostPart part, int by) {
      if (part.level > 0) part.level += by;
      if (std::string block = block_of(part); !block.empty())
        blocks.push_back(std::move(block));
    };
    std::string parent;
    for (const auto& [section, parts, standing] : sections_) {
      if (parts.empty() && standing.empty()) continue;
      if (!section.parent.empty() && section.parent != parent)
        blocks.push_back(heading_line(kTop + deeper, section.parent));
      parent = section.parent;
      for (const PostPart& part : parts)
        add(part, deeper);
      for (const PostPart& part : standing)
        add(part, 0);
    }
    return blocks;
  }

 private:
  /// The bullet `event` with the mark of the one above it: another one begins another list.
  static std::string below(const std::string& above, std::string event) {
    const bool marked = !above.empty() && !is_digit(above.front()) && !is_digit(event.front());
    if (marked) event.front() = above.front();
    return event;
  }

  [[nodiscard]] SectionParts* find(const std::string& name) {
    const auto found =
        std::find_if(sections_.begin(), sections_.end(),
                     [&](const SectionParts& one) { return one.section.name == name; });
    return found == sections_.end() ? nullptr : &*found;
  }

  /// The part with the section's heading, made when there is none.
  static PostPart& opened(SectionParts& section) {
    const int level = section.section.parent.empty() ? kTop : kTop + 1;
    if (section.parts.empty()) section.parts.push_back({level, section.section.heading, ""});
    return section.parts.front();
  }

  static bool is_configured(const std::string& heading, const Section& section) {
    return std::any_of(section.subsections.begin(), section.subsections.end(),
                       [&](const Subsection& one) { return one.name == heading; });
  }

  static std::string joined(const std::string& above, const std::string& below) {
    return above + (above.empty() || below.empty() ? "" : "\n\n") + below;
  }

  /// What the new issue has of it below what the last one says of it in general.
  static void add_subsection(const std::string& name, const LastIssue& last,
                             SectionParts& section, std::vector<PostPart>& parts) {
    const auto own = std::find_if(section.parts.begin(), section.parts.end(),
                                  [&](const PostPart& part) { return part.heading == name; });
    const auto frame =
        std::find_if(last.subsections.begin(), last.subsections.end(),
                     [&](const SubsectionFrame& one) { return one.name == name; });
    const std::string standing = frame == last.subsections.end() ? "" : frame->standing;
    const std::string news = own == section.parts.end() ? "" : own->text;
    std::string text = joined(standing, news);
    if (!text.empty()) parts.push_back({parts.front().level + 1, name, std::move(text)});
  }

  std::vector<SectionParts> sections_;
};

std::string title_of(const Newsletter& newsletter, const Period& period) {
  return (newsletter.title.empty() ? "Newsletter" : newsletter.title) + ' ' + period.name;
}

std::vector<std::string> opening_of(const LastIssue& last, const Period& period,
                                    const Wording& wording) {
  std::vector<std::string> blocks;
  for (const PostPart& part : last.opening) {
    if (std::string block = block_of(part); !block.empty()) blocks.push_back(std::move(block));
  }
  if (blocks.empty()) {
    blocks.push_back(filled(wording.opening, {{"month", period.name}}));
    // "сентябрь 2026 г." ends the sentence with its own stop.
    if (period.name.ends_with('.') && blocks.front().ends_with("..")) blocks.front().pop_back();
  } else {
    blocks.front() = with_period(std::move(blocks.front()), period);
  }
  return blocks;
}

}  // namespace

PostDay post_day(const Window& window, const Newsletter& newsletter, UtcTime now) {
  constexpr std::chrono::days kNew{31};
  constexpr std::chrono::days kUsual{4};  // it appears around the fifth
  constexpr std::chrono::days kEarly{7};  // or before its last day is over
  const Day after = day_at(window.until, newsletter.timezone);
  const Day today = std::chrono::floor<std::chrono::days>(now);
  const bool is_new = today + kEarly >= after && today < after + kNew;
  return {{period_name(window, newsletter.timezone, newsletter.language), newsletter.language},
          is_new ? today : after + kUsual,
          after};
}

std::string make_post(std::string_view sections, std::string_view last_issue,
                      const PostDay& day, const Newsletter& newsletter) {
  const LastIssue last = read_last_issue(last_issue, newsletter, day.after);
  PostSections body(sections, newsletter);
  body.add_events(last.events);
  body.add_extensions(last);
  body.add_standing(last.standing);
  std::string whole_news;
  for (const std::string& block : body.blocks(0))
    whole_news += block + "\n\n";
  const std::vector<std::string> news = body.blocks(last.level - kTop);

  std::vector<std::string> blocks = opening_of(last, day.period, newsletter.wording);
  blocks.insert(blocks.end(), news.begin(), news.end());
  for (const PostPart& part : last.closing)
    blocks.push_back(block_of(part));
  const PostHead head{title_of(newsletter, day.period), day.date,
                      post_summary(whole_news, newsletter), day.period};
  std::string post = renewed_front_matter(last.front_matter, head);
  for (const std::string& block : blocks)
    post += '\n' + block + '\n';
  return post;
}

}  // namespace collector
