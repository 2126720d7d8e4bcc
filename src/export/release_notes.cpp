#include "export/release_notes.h"

#include "core/names.h"
#include "core/sentences.h"
#include "core/text.h"
#include "core/utf8.h"
#include "export/set_phrases.h"
#include "export/text_lines.h"
#include "normalise/html.h"
#include "store/items.h"

#include <fmt/format.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>

namespace collector {

namespace {

constexpr std::size_t kNotesBytes = 280;   // enough to phrase a sentence or two from
constexpr std::size_t kReadBytes = 16384;  // of markup, links of commits included
constexpr std::size_t kHeadingWords = 3;   // "Bug fixes", "What is new" above a list
constexpr std::size_t kHashLetters = 7;    // the shortest that names a commit

bool is_hash(std::string_view word) {
  constexpr std::string_view kHexDigits = "0123456789abcdef";
  return word.size() >= kHashLetters &&
         word.find_first_not_of(kHexDigits) == std::string_view::npos;
}

bool is_address(std::string_view token) {
  return token.find("://") != std::string_view::npos;
}

/// "src/main.c", "/Linux/heron.AppImage" alone on a line.
bool is_path(std::string_view line) {
  return line.find(' ') == std::string_view::npos && line.find('/') != std::string_view::npos;
}

/// Work on the work, as Conventional Commits call it: "chore: …", "build(deps): …".
bool is_upkeep(std::string_view line) {
  static const RE2 kUpkeep(
      R"((?i)^(?:build|chore|ci|docs|refactor|style|test)s?(?:\([^)]*\))?!?:|^bump \S+ from )");
  return RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), kUpkeep);
}

/// Calls `take` with each piece between blanks.
template <typename Take>
void each_token(std::string_view text, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    if (end > 0) take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

/// The line without what tools put around it: "* ", "- ", "abc1234 " before, " by @ana in
/// https://…" behind, addresses within.
std::string without_machinery(std::string_view line) {
  const std::size_t credit = line.find(" by @");
  if (credit != std::string_view::npos) line = line.substr(0, credit);
  std::string kept;
  each_token(line, [&](std::string_view token) {
    const bool mark = kept.empty() && (token == "*" || token == "-" || is_hash(token));
    if (mark || is_address(token)) return;
    kept += (kept.empty() ? "" : " ") + std::string(token);
  });
  return kept;
}

/// Text without markup may be Markdown, or a message of several lines.
std::vector<HtmlLine> lines_of_text(std::string_view text) {
  std::vector<HtmlLine> lines;
  for (const std::string_view whole : lines_of(text)) {
    const std::string_view line = trimmed(whole);
    const bool item = line.starts_with("* ") || line.starts_with("- ");
    const auto kind = line.starts_with('#') ? HtmlLine::Kind::Heading
                      : item                ? HtmlLine::Kind::ListItem
                                            : HtmlLine::Kind::Text;
    if (!line.empty()) lines.push_back({kind, html_to_text(line)});
  }
  return lines;
}

std::vector<HtmlLine> lines_of(const Item& item) {
  const std::string_view text = item.content.empty() ? item.summary : item.content;
  const std::string_view read = text.substr(0, kReadBytes);
  if (item.content.empty()) return {{HtmlLine::Kind::Text, squeeze(read)}};
  return read.find('<') == std::string_view::npos ? lines_of_text(read)
                                                  : html_lines(text, kReadBytes);
}

/// "Bug fixes", "Changes:" in a paragraph, with what they are below it.
bool is_heading(const HtmlLine& line, bool followed) {
  if (line.kind != HtmlLine::Kind::Text) return line.kind == HtmlLine::Kind::Heading;
  return followed && words(line.text).size() <= kHeadingWords &&
         !ends_sentence(line.text, line.text.size());
}

/// Behind a full stop a blank is enough, items of a list are parted.
void append(std::string& gist, std::string_view text, HtmlLine::Kind kind) {
  if (text.empty()) return;
  const bool closed = gist.ends_with(':') || ends_sentence(gist, gist.size());
  if (kind == HtmlLine::Kind::ListItem && text.ends_with('.')) text.remove_suffix(1);
  if (!gist.empty()) gist += closed ? " " : "; ";
  gist += text;
}

/// Cut after a sentence where little is lost by it, else after a word.
std::string cut(std::string text) {
  if (text.size() <= kNotesBytes) return text;
  for (std::size_t at = kNotesBytes; at > kNotesBytes * 3 / 4; --at) {
    if (ends_sentence(text, at)) return text.substr(0, at);
  }
  std::size_t end = cut_between_words(text, kNotesBytes);
  if (end == 0) return "";  // nothing to read: data, or one endless address
  while (end > 0 && (text[end - 1] == ',' || text[end - 1] == ';'))
    --end;
  return text.substr(0, end) + "\u2026";
}

/// Of each release of an entry, by version, the longest notes that one of its sources has.
std::map<std::string, std::string> notes_of(const DigestEntry& entry, Items& items) {
  std::map<std::string, std::string> notes;
  for (const std::string& id : entry.ids) {
    const Item item = items.item(id).item;
    if (!is_release(item.kind)) continue;
    std::string& longest = notes[item.version];
    std::string said = notes_excerpt(item);
    if (said.size() > longest.size()) longest = std::move(said);
  }
  std::erase_if(notes, [](const auto& one) { return one.second.empty(); });
  return notes;
}

void add_notes(std::vector<DigestEntry>& entries, Items& items) {
  for (DigestEntry& entry : entries) {
    add_notes(entry.entries, items);
    if (!entry.release) continue;
    const bool several = entry.versions.size() > 1;
    const std::map<std::string, std::string> notes = notes_of(entry, items);
    if (!several) {
      const auto longest = std::ranges::max_element(
          notes, {}, [](const auto& one) { return one.second.size(); });
      if (longest != notes.end()) entry.hints.push_back("notes: " + longest->second);
      continue;
    }
    for (const std::string& version : entry.versions) {
      if (const auto said = notes.find(version); said != notes.end())
        entry.hints.push_back(fmt::format("notes on {}: {}", version, said->second));
    }
  }
}

}  // namespace

std::string notes_excerpt(const Item& item) {
  const std::vector<HtmlLine> lines = lines_of(item);
  std::string gist;
  for (std::size_t at = 0; at < lines.size() && gist.size() <= kNotesBytes; ++at) {
    const std::string& text = lines[at].text;
    if (is_heading(lines[at], at + 1 < lines.size()) || is_path(text)) continue;
    const std::string line = without_machinery(text);
    if (!is_upkeep(line)) append(gist, telling_part(line, item), lines[at].kind);
  }
  return cut(std::move(gist));
}

void add_release_notes(Digest& digest, Items& items) {
  for (std::vector<DigestSection>* sections : {&digest.sections, &digest.offered}) {
    for (DigestSection& section : *sections)
      add_notes(section.entries, items);
  }
}

}  // namespace collector
