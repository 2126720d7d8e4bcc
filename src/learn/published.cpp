#include "learn/published.h"

#include "core/error.h"
#include "core/names.h"
#include "core/read_file.h"
#include "core/text.h"
#include "core/url.h"
#include "core/version.h"
#include "news/forge.h"
#include "newsletter/days.h"
#include "newsletter/headings.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <system_error>

namespace collector {
namespace {

bool is_day(std::string_view text) {
  constexpr std::string_view kForm = "dddd-dd-dd";
  if (text.size() < kForm.size()) return false;
  for (std::size_t at = 0; at < kForm.size(); ++at) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    if (kForm[at] == 'd' ? !digit : text[at] != '-') return false;
  }
  return true;
}

/// An issue that appears up to this day of a month is about the month before.
constexpr int kLastDayAfterMonth = 20;
/// An issue is about the months since the one before, but not about more than these.
constexpr std::chrono::days kLongestIssue{93};

/// "2024-02-05" → "2024-01"; "2018-06-29" → "2018-06".
std::string month_of(const std::string& day) {
  if (std::stoi(day.substr(8, 2)) > kLastDayAfterMonth) return day.substr(0, 7);
  const int month = std::stoi(day.substr(5, 2));
  return month > 1 ? fmt::format("{}-{:02}", day.substr(0, 4), month - 1)
                   : fmt::format("{:04}-12", std::stoi(day.substr(0, 4)) - 1);
}

void set_windows(std::vector<PublishedIssue>& issues, const std::string& timezone) {
  std::optional<UtcTime> before;
  for (PublishedIssue& issue : issues) {
    issue.month = month_of(issue.day);
    issue.window = month_window(issue.month, timezone);
    if (before && *before < issue.window.from && issue.window.until - *before <= kLongestIssue)
      issue.window.from = *before;
    before = issue.window.until;
  }
}

/// "index.md", "index.fr.md": the text of the page that its folder is.
bool is_bundled(const std::filesystem::path& file) {
  return file.stem() == "index" || file.stem().stem() == "index";
}

/// What the file of an issue is called, else its folder.
std::string issue_name(const std::filesystem::path& file) {
  return (is_bundled(file) ? file.parent_path() : file).filename().string();
}

/// "2024-02-05-newsletter.fr.md", as Hugo names translations.
bool names_language(const std::filesystem::path& file) {
  static const RE2 kLanguage(R"(\.[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?)");
  return RE2::FullMatch(file.stem().extension().string(), kLanguage);
}

/// What is told twice is learned once: where issues lie in no language's name, those in one are
/// translations. A README tells nothing of that.
void drop_translations(std::vector<std::filesystem::path>& files) {
  const std::vector<std::filesystem::path> all = files;
  const bool originals = std::ranges::any_of(all, [](const std::filesystem::path& file) {
    return is_day(issue_name(file)) && !names_language(file);
  });
  std::erase_if(files, [&](const std::filesystem::path& file) {
    const auto original = file.parent_path() / (file.stem().stem().string() + ".md");
    return names_language(file) && (originals || std::ranges::find(all, original) != all.end());
  });
}

/// The names in a folder.
std::vector<std::filesystem::path> paths_in(const std::filesystem::path& folder) {
  std::error_code failure;
  std::vector<std::filesystem::path> paths;
  std::filesystem::directory_iterator entry(folder, failure);
  for (; !failure && entry != std::filesystem::directory_iterator(); entry.increment(failure))
    paths.push_back(entry->path());
  if (failure) throw Error(folder.string() + ": " + failure.message());
  return paths;
}

/// Adds the Markdown files of a folder, those of folders called by a year or a month, and the
/// pages that folders are. What else lies in folders below may be anything.
void add_markdown_files(const std::filesystem::path& folder,
                        std::vector<std::filesystem::path>& files) {
  static const RE2 kPeriod("[0-9]{2}|[0-9]{4}");
  for (const std::filesystem::path& path : paths_in(folder)) {
    if (path.extension() == ".md") {
      files.push_back(path);
    } else if (std::error_code unknown; !std::filesystem::is_directory(path, unknown)) {
      continue;
    } else if (RE2::FullMatch(path.filename().string(), kPeriod)) {
      add_markdown_files(path, files);
    } else {
      std::ranges::copy_if(paths_in(path), std::back_inserter(files), [](const auto& page) {
        return page.extension() == ".md" && is_bundled(page);
      });
    }
  }
}

std::vector<std::filesystem::path> markdown_files(const std::string& folder) {
  std::vector<std::filesystem::path> files;
  add_markdown_files(folder, files);
  drop_translations(files);
  std::sort(files.begin(), files.end());
  return files;
}

/// How much a link looks like the news itself: a release, a page, the home of a project, an
/// earlier issue.
int rank(const PrintedLink& link, const std::string& url, const std::string& site) {
  if (host_of(url) == host_of(site) && url.find("newsletter") != std::string::npos) return 0;
  const auto forge = read_forge_url(url);
  const bool release =
      forge && (forge->page == ForgePage::Release || forge->page == ForgePage::File);
  if (release || find_version(link.text)) return 4;
  if (is_front_page(url)) return 1;
  return forge && forge->page == ForgePage::Repository ? 2 : 3;
}

/// "DE / EN" → "de", "PT_BR" → "pt".
std::string language_of(const std::string& tag) {
  return lower(tag.substr(0, std::min<std::size_t>(tag.size(), 2)));
}

PublishedItem item_of(const PrintedNote& note, const std::string& site) {
  PublishedItem item;
  item.text = note.text;
  item.language = language_of(note.language);
  int best = -1;
  for (const PrintedLink& link : note.links) {
    std::string url = resolve_url(site, link.url);
    if (!is_web_url(url)) continue;
    if (const int worth = rank(link, url, site); worth > best) {
      best = worth;
      item.title = link.text;
      item.url = url;
    }
    item.urls.push_back(std::move(url));
  }
  return item;
}

}  // namespace

std::vector<PublishedIssue> read_published(const std::string& folder,
                                           const std::string& timezone) {
  std::vector<PublishedIssue> issues;
  for (const std::filesystem::path& path : markdown_files(folder)) {
    PublishedIssue issue;
    issue.file = path.string();
    issue.markdown = read_file(path);
    issue.printed = read_newsletter(issue.markdown);
    const std::string name = issue_name(path);
    issue.day = is_day(name) ? name.substr(0, 10) : issue.printed.date;
    if (is_day(issue.day)) issues.push_back(std::move(issue));
  }
  if (issues.empty())
    throw Error(folder + ": holds no newsletter: a Markdown file whose name or front matter " +
                "begins with its date, as in 2024-02-05-newsletter.md, is wanted");
  std::stable_sort(issues.begin(), issues.end(),
                   [](const auto& a, const auto& b) { return a.day < b.day; });
  set_windows(issues, timezone);
  return issues;
}

std::vector<PublishedItem> published_items(const PublishedIssue& issue,
                                           std::span<const Section> sections,
                                           const std::string& site) {
  std::vector<PublishedItem> items;
  for (const PrintedNote& note : issue.printed.notes) {
    const Section* section = section_headed(note.section, sections);
    if (section == nullptr) section = section_headed(note.parent, sections);
    if (section == nullptr) continue;
    PublishedItem item = item_of(note, site);
    if (item.url.empty()) continue;
    item.issue = issue.day;
    item.section = section->name;
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace collector
