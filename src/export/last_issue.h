// What a new issue takes over from the last one: all that is not its news. News is whatever
// stands below the newsletter's own sections, prose included. What stands below other headings
// is the editors' own and stays; where the headings of news have changed over the years
// (XMPP's), those among the news only if they say something of the newsletter or its readers.
#pragma once

#include "config/newsletter.h"
#include "newsletter/parts.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// A part of the last issue's section on extensions.
struct SubsectionFrame {
  std::string name;      // the configured one's; empty: it is not configured
  std::string heading;   // as printed
  std::string standing;  // the paragraphs above its list
  std::string none;      // its bullet "- No …", when that was all
};

struct LastIssue {
  FrontMatter front_matter;
  int level = 2;                  // of its sections' headings
  std::vector<PostPart> opening;  // the text before the news, and what stands with it
  /// By section: parts that belong to the newsletter rather than to its news, such as one on
  /// fiscal hosting, in the place where they stood.
  std::map<std::string, std::vector<PostPart>> standing;
  std::vector<std::string> events;  // blocks of Markdown: what is still to come, or comes again
  std::string extensions;           // the standing paragraphs of that section
  std::vector<SubsectionFrame> subsections;
  /// Contributors, translators, how to help, the licence; a footer below a line across the
  /// page.
  std::vector<PostPart> closing;
};

/// `first` is the day after those of the new issue: events from then on are kept.
LastIssue read_last_issue(std::string_view markdown, const Newsletter& newsletter, Day first);

}  // namespace collector
