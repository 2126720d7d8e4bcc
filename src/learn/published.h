// Published newsletters from a folder, and the items they print.
#pragma once

#include "core/newsletter.h"
#include "core/time.h"
#include "newsletter/read.h"

#include <span>
#include <string>
#include <vector>

namespace collector {

/// One issue as it was published.
struct PublishedIssue {
  std::string day;    // "2024-02-05", of the file's name, else of its front matter
  std::string month;  // it is about: "2024-01", the one before unless it appears late in one
  Window window{};    // that month, and those since the issue before
  std::string file;   // where it lies
  std::string markdown;
  PrintedNewsletter printed;
};

/// The issues among the Markdown files of `folder`, of folders in it that are called by a year
/// or a month, and of those that are a page themselves ("2024-02-05-news/index.md"), oldest
/// first; files without a date are none. Months are those of `timezone`. Throws Error when the
/// folder cannot be read or holds no issue.
std::vector<PublishedIssue> read_published(const std::string& folder,
                                           const std::string& timezone);

/// A piece of news as it was printed.
struct PublishedItem {
  std::string issue;              // its day
  std::string section;            // name of one of the newsletter's sections
  std::string title;              // text of the link behind `url`
  std::string url;                // the release or the article, not the project's home
  std::vector<std::string> urls;  // all its links, absolute
  std::string text;               // the note it stands in
  std::string language;           // "de"; of several the first; empty: not said
};

/// The items of an issue, in printing order: every note with a link below a heading that means
/// one of `sections`, as they are called now or were in former years. `site` is what the links
/// without a host are seen from.
std::vector<PublishedItem> published_items(const PublishedIssue& issue,
                                           std::span<const Section> sections,
                                           const std::string& site);

}  // namespace collector
