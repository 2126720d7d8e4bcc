#include "export/last_issue.h"

#include "core/sections.h"
#include "core/text.h"
#include "newsletter/headings.h"
#include "newsletter/mentioned_days.h"
#include "newsletter/outline.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <utility>

namespace collector {

namespace {

/// "Draft" was the name of what is called Stable.
constexpr std::array<std::pair<std::string_view, std::string_view>, 1> kFormerNames{
    {{"draft", "Stable"}}};

/// A paragraph that names one extension's page is news; the one on the process stands.
bool names_extension(const std::string& block) {
  static const RE2 kPage(R"(/extensions/(?:inbox/|xep-)([^)\s#]*))");
  re2::StringPiece rest(block);
  std::string page;
  while (RE2::FindAndConsume(&rest, kPage, &page)) {
    if (page != "0001.html") return true;
  }
  return false;
}

/// The paragraphs before the first list.
std::string standing_paragraphs(const std::string& text) {
  std::string paragraphs;
  for (const std::string& block : split_blocks(text)) {
    if (is_bullet(block)) break;
    if (names_extension(block)) continue;
    paragraphs += (paragraphs.empty() ? "" : "\n\n") + block;
  }
  return paragraphs;
}

/// The sentence that there is nothing, when it is all that is listed.
std::string sentence_of_nothing(const std::string& text) {
  std::string found;
  for (const std::string& block : split_blocks(text)) {
    if (!is_bullet(block)) continue;
    const bool nothing = lower(block).starts_with("- no ") && found.empty();
    if (!nothing || names_extension(block)) return "";
    found = block;
  }
  return found;
}

/// Where the footer below the last line across the page begins, that line included; the end
/// of the text when there is none.
std::size_t footer_of(std::string_view text) {
  static const RE2 kLineAcross(R"((?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})");
  std::size_t footer = text.size();
  for (const OutlinePiece& piece : outline(text)) {
    std::string_view rest = text.substr(piece.begin);
    const std::string_view line = trimmed(take_line(rest));
    const bool across = piece.kind == PieceKind::Text && RE2::FullMatch(line, kLineAcross);
    if (across && !is_blank(rest)) footer = piece.begin;
  }
  return footer;
}

std::string configured_name(const std::string& heading, const Section& section) {
  const std::string small = lower(heading);
  for (const Subsection& one : section.subsections)
    if (small.starts_with(lower(one.name))) return one.name;
  for (const auto& [former, name] : kFormerNames)
    if (small.starts_with(former)) return std::string(name);
  return "";
}

/// Tells the parts of an issue apart, one after the other.
class IssueReading {
 public:
  IssueReading(const Newsletter& newsletter, Day first)
      : newsletter_(newsletter), first_(first) {}

  LastIssue read(std::string_view markdown) && {
    PostParts post = split_post(markdown);
    issue_.front_matter = post.front_matter;
    const std::vector<std::string> sections = sections_of(post.parts);
    const auto is_news = [](const std::string& section) { return !section.empty(); };
    const auto last = std::find_if(sections.rbegin(), sections.rend(), is_news).base();
    const auto end = static_cast<std::size_t>(last - sections.begin());
    note_level(post.parts, sections);
    if (end > 0) take_footer(post.parts[end - 1].text);
    for (std::size_t i = 0; i < post.parts.size(); ++i) {
      if (i >= end && end > 0) {
        issue_.closing.push_back(std::move(post.parts[i]));
      } else if (!sections[i].empty()) {
        add_news(post.parts[i], sections[i]);
      } else {
        add_other(std::move(post.parts[i]));
      }
    }
    return std::move(issue_);
  }

 private:
  /// What XMPP's issues of all years meant by it, where the newsletter is theirs; else the
  /// configured section.
  [[nodiscard]] std::string section_of(const std::string& heading) const {
    std::string meant = on_extensions_ ? topic_of_heading(heading) : "";
    if (!meant.empty() || heading.empty()) return meant;
    for (const Section& section : newsletter_.sections) {
      if (section.heading == heading) return section.name;
      if (section.parent == heading) return kSoftwareTopic;
    }
    return "";
  }

  /// The section of news that each part belongs to; empty for what is no news. A part below a
  /// section's heading belongs to it whatever its own heading says, but for the kinds of
  /// software below that of all.
  [[nodiscard]] std::vector<std::string> sections_of(const std::vector<PostPart>& parts) const {
    constexpr int kTop = 2;
    std::vector<std::string> sections;
    std::string owner, section;
    bool standing = false;  // below a heading of the newsletter's own
    for (const PostPart& part : parts) {
      const std::string own = part.level == 0 ? "" : section_of(part.heading);
      if (part.level <= kTop) {
        owner = section = own;
        standing = own.empty() && part.level == kTop;
      } else if (part.level == kTop + 1 && owner == kSoftwareTopic) {
        section = own.empty() ? owner : own;
      } else if (owner.empty() && !standing) {
        section = own;
      }
      sections.push_back(section);
    }
    return sections;
  }

  void note_level(const std::vector<PostPart>& parts,
                  const std::vector<std::string>& sections) {
    std::optional<int> highest;
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (!sections[i].empty())
        highest = std::min(parts[i].level, highest.value_or(parts[i].level));
    issue_.level = highest.value_or(issue_.level);
  }

  /// What stands below the news though no heading says so.
  void take_footer(std::string& news) {
    const std::size_t footer = footer_of(news);
    if (footer < news.size()) issue_.closing.push_back({0, "", news.substr(footer)});
    news.erase(footer);
  }

  void add_news(const PostPart& part, const std::string& section) {
    const bool opens = section != section_;
    section_ = section;
    if (section == kEvents) add_events(part, opens);
    if (section != kExtensions) return;
    if (opens) {
      issue_.extensions = standing_paragraphs(part.text);
      level_ = part.level;
    } else if (part.level == level_ + 1) {
      const Section* configured = find_section(kExtensions, newsletter_.sections);
      issue_.subsections.push_back(
          {configured == nullptr ? "" : configured_name(part.heading, *configured),
           part.heading, standing_paragraphs(part.text), sentence_of_nothing(part.text)});
    }
  }

  /// A part that no news section owns: before them it opens the issue, between them it stands
  /// where it stood. What is none of the newsletter's own matters was news after all, where the
  /// headings of news have changed over the years.
  void add_other(PostPart part) {
    const bool opening = section_.empty();
    if (part.level == 0) {
      issue_.opening.push_back(std::move(part));
    } else if (!on_extensions_ || is_standing_heading(part.heading)) {
      (opening ? issue_.opening : issue_.standing[section_]).push_back(std::move(part));
    }
  }

  void add_events(const PostPart& part, bool opens) {
    if (!opens) {
      const std::string block = std::string(static_cast<std::size_t>(part.level), '#') + ' ' +
                                part.heading + "\n\n" + part.text;
      if (is_ahead(block)) issue_.events.push_back(block);
      return;
    }
    for (std::string& block : split_blocks(part.text)) {
      if (is_ahead(block)) issue_.events.push_back(std::move(block));
    }
  }

  [[nodiscard]] bool is_ahead(const std::string& block) const {
    const auto day = latest_day(block, first_);
    return day ? *day >= first_ : tells_repetition(block);
  }

  const Newsletter& newsletter_;
  const bool on_extensions_ = find_section(kExtensions, newsletter_.sections) != nullptr;
  Day first_;
  LastIssue issue_;
  std::string section_;  // of the news read last
  int level_ = 2;        // of the heading above the extensions
};

}  // namespace

LastIssue read_last_issue(std::string_view markdown, const Newsletter& newsletter, Day first) {
  return IssueReading(newsletter, first).read(markdown);
}

}  // namespace collector
