#include "news/page.h"

#include "core/text.h"
#include "news/names.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace collector {
namespace {

constexpr std::array<std::string_view, 10> kSideFiles{
    ".md5", ".sha1", ".sha256", ".sha512", ".asc", ".sig", ".txt", ".md", ".sums", ".zsync"};

constexpr std::array<std::string_view, 8> kReleaseWords{"released",    "release", "releases",
                                                        "available",   "out",     "announcing",
                                                        "introducing", "update"};

/// Meetings that are not the newsletter's own; a word of the title.
constexpr std::array<std::string_view, 14> kEventWords{
    "fosdem",   "meetup",    "meetups",    "sprint",   "sprints", "froscon",      "fossy",
    "workshop", "hackathon", "conference", "hackfest", "camp",    "unconference", "stammtisch"};

/// They make an article of what names a meeting.
constexpr std::array<std::string_view, 9> kReportWords{
    "report",   "reports",     "summary", "recap",  "retrospective",
    "blogpost", "impressions", "review",  "minutes"};

constexpr std::array<std::string_view, 7> kAnnouncementPhrases{
    "council election", "council elections", "board election", "board elections", "gsoc",
    "summer of code",   "seeking volunteers"};

template <std::size_t N>
bool has_any(const std::vector<std::string>& said,
             const std::array<std::string_view, N>& wanted) {
  return std::any_of(said.begin(), said.end(), [&](const std::string& word) {
    return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
  });
}

bool is_side_file(std::string_view path) {
  const std::string name = lower(path.substr(path.rfind('/') + 1));
  return name.starts_with("readme") || name.starts_with("changelog") ||
         std::any_of(kSideFiles.begin(), kSideFiles.end(),
                     [&](std::string_view ending) { return name.ends_with(ending); });
}

bool is_no_news(const std::optional<ForgeUrl>& forge) {
  if (!forge) return false;
  if (forge->page == ForgePage::Commit) return true;
  return forge->page == ForgePage::File && is_side_file(forge->file);
}

bool is_extension(std::string_view url) {
  const std::size_t at = url.find("://xmpp.org/extensions/");
  return at != std::string_view::npos && at < 6;
}

bool is_video(std::string_view url) {
  for (std::string_view place : {"/videos/watch/", "youtube.com/watch", "youtu.be/",
                                 "media.ccc.de/v/", "/library/tracks/", "vimeo.com/"})
    if (url.find(place) != std::string_view::npos) return true;
  // PeerTube's short form: https://host/w/ID.
  const std::size_t scheme = url.find("://");
  const std::size_t path =
      scheme == std::string_view::npos ? scheme : url.find('/', scheme + 3);
  return path != std::string_view::npos && url.substr(path).starts_with("/w/");
}

bool names_software(std::string_view title, const ProjectRegistry& projects) {
  const Project* project = projects.mentioned(title);
  return project != nullptr && !project->section.empty();
}

bool is_question(std::string_view title) {
  return title.ends_with("?");
}

}  // namespace

Title::Title(std::string_view title)
    : text(title), words(collector::words(title)), version(find_version(title)) {}

PageKind page_kind(std::string_view url, const std::optional<ForgeUrl>& forge) {
  if (is_extension(url)) return PageKind::Specification;
  if (is_no_news(forge)) return PageKind::NoNews;
  return is_video(url) ? PageKind::Video : PageKind::Page;
}

bool announces_release(const Title& title, const ProjectRegistry& projects) {
  if (is_question(title.text) || title.words.empty()) return false;
  if (!title.version) {
    const std::string& last = title.words.back();
    return (last == "release" || last == "released") && projects.leading(title.text) != nullptr;
  }
  const std::string name = name_before(title.text, *title.version);
  if (name.empty()) return title.version->begin == 0 && title.version->end == title.text.size();
  return has_any(title.words, kReleaseWords) || projects.by_name(name) != nullptr ||
         words(name).size() <= 2;
}

bool names_event(const Title& title) {
  return has_any(title.words, kEventWords) && !has_any(title.words, kReportWords);
}

bool names_announcement(const Title& title, const ProjectRegistry& projects) {
  std::string text = " ";
  for (const std::string& word : title.words)
    text += word + " ";
  const auto says = [&](std::string_view phrase) {
    const std::size_t at = text.find(phrase);
    return at != std::string::npos && text[at - 1] == ' ' && text[at + phrase.size()] == ' ';
  };
  if (says("happy birthday")) return !names_software(title.text, projects);
  return std::any_of(kAnnouncementPhrases.begin(), kAnnouncementPhrases.end(), says);
}

}  // namespace collector
