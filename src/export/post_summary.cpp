#include "export/post_summary.h"

#include "core/sections.h"
#include "core/sentences.h"
#include "core/text.h"
#include "core/version.h"
#include "export/filled.h"
#include "export/phrases.h"
#include "news/told_versions.h"
#include "newsletter/read.h"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

namespace collector {

namespace {

constexpr std::size_t kMostNames = 6;    // of software
constexpr std::size_t kMostTitles = 3;   // they are longer
constexpr std::size_t kTitleBytes = 90;  // where a title is cut

/// "1.4.0": a link that is called by the words before it.
bool is_version(std::string_view text) {
  return is_version_list(text);
}

/// "Heron 1.2", as vendors announce it; no telling title that goes on behind it.
bool is_release(std::string_view text) {
  const auto version = find_version(text);
  return version && !is_version(text) && text.ends_with(version->text) &&
         !is_digit(text.front());
}

bool is_specification(std::string_view text) {
  static const RE2 kNumber(R"(XEP-\d{4})");
  return RE2::FullMatch(text, kNumber);
}

bool names_no_project(const PrintedLink& link) {
  return is_version(link.text) || is_specification(link.text);
}

/// What `phrase`, with `versions` in it, has before its version; its group is the project.
std::string pattern_of(const std::string& phrase, const std::string& versions) {
  const std::string whole = filled(phrase, [&](const std::string& name) {
    return name == "versions" ? versions : '{' + name + '}';
  });
  std::string pattern = RE2::QuoteMeta(whole.substr(0, whole.find("{version")));
  RE2::Replace(&pattern, R"(\\\{project\\\})", "(.+?)");
  RE2::Replace(&pattern, R"(\\\{description\\\})", ".+");
  return pattern;
}

/// The project of a release in the newsletter's words, of which `words` are those before its
/// version; empty where they are an editor's own.
std::string told_project(const std::string& words, const Wording& wording) {
  std::string project;
  for (const std::string* phrase :
       {&wording.described_product, &wording.described_release, &wording.described_releases,
        &wording.product, &wording.release, &wording.releases}) {
    for (const std::string* versions : {&wording.version, &wording.versions}) {
      if (RE2::FullMatch(words, pattern_of(*phrase, *versions), &project)) return project;
    }
  }
  return "";
}

/// What a bullet is called: its release, else its first link, else its first words.
std::string name_of(const PrintedNote& note, const Wording& wording) {
  if (note.links.empty()) return excerpt(note.text, kTitleBytes);
  for (const PrintedLink& link : note.links)
    if (is_release(link.text)) return link.text;
  const PrintedLink& first = note.links.front();
  const auto version = std::ranges::find_if(note.links, is_version, &PrintedLink::text);
  if (version == note.links.end() || !names_no_project(first))
    return excerpt(first.text, kTitleBytes);
  const std::string words = note.text.substr(0, note.text.find(version->text));
  const std::string project = told_project(words, wording);
  if (!project.empty()) return excerpt(project, kTitleBytes);
  const auto named = std::ranges::find_if_not(note.links, names_no_project);
  return excerpt((named == note.links.end() ? first : *named).text, kTitleBytes);
}

/// "No events this month", as the configuration has it.
bool says_nothing(const PrintedNote& note, const Section& section) {
  if (section.empty.empty()) return false;
  const std::vector<PrintedNote> notes = read_newsletter("- " + section.empty).notes;
  return !notes.empty() && notes.front().text == note.text;
}

std::vector<std::string> names_in(const PrintedNewsletter& issue, const Section& section,
                                  const Wording& wording) {
  std::vector<std::string> names;
  for (const PrintedNote& note : issue.notes) {
    const bool headed = section.name == kAnnouncements && note.parent == section.heading;
    const bool vendor = note.text.ends_with(':');  // what is nested under it has the names
    const bool listed = !vendor && !says_nothing(note, section) &&
                        note.section == section.heading && note.parent == section.parent;
    std::string name;
    if (headed) name = excerpt(note.section, kTitleBytes);
    if (!headed && listed) name = name_of(note, wording);
    // A space at the end stood before a marker of the draft.
    while (name.ends_with('.') || name.ends_with(':') || name.ends_with(',') ||
           name.ends_with(' '))
      name.pop_back();
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(std::move(name));
  }
  return names;
}

std::string with_others(std::vector<std::string> names, std::size_t most,
                        const Wording& wording) {
  if (names.size() > most) {
    names.resize(most);
    names.push_back(wording.others);
  }
  return enumerate(names, wording);
}

/// Hugo may see a shortcode in any text.
void part_braces(std::string& text) {
  for (std::size_t at = text.find("{{"); at != std::string::npos; at = text.find("{{"))
    text.replace(at, 2, "{ {");
}

}  // namespace

std::string post_summary(std::string_view markdown, const Newsletter& newsletter) {
  const PrintedNewsletter issue = read_newsletter(markdown);
  const Wording& wording = newsletter.wording;
  std::string summary;
  for (const Section& section : newsletter.sections) {
    if (section.name == kExtensions) continue;
    const std::vector<std::string> names = names_in(issue, section, wording);
    if (names.empty()) continue;
    if (summary.empty()) summary = wording.summary;
    summary += blank_behind(summary);
    if (section.name != kAnnouncements) summary += section.heading + ": ";
    summary +=
        with_others(names, is_software(section.name) ? kMostNames : kMostTitles, wording);
    if (!ends_sentence(summary, summary.size())) summary += wording.stop;
  }
  part_braces(summary);
  return summary;
}

}  // namespace collector
