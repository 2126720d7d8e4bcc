#include "newsletter/headings.h"

#include "core/sections.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <utility>

namespace collector {

namespace {

/// What a heading of former years meant.
struct OldHeading {
  std::string_view words;  // in lower case: all of the heading, or some words of it
  bool whole;
  std::string_view section;
};

/// The first that fits counts.
constexpr std::array<OldHeading, 19> kOldHeadings{{
    {"clients", true, kClients},
    {"servers", true, kServers},
    {"libraries", true, kLibraries},
    {"bridges", false, kLibraries},
    {"plugins", false, kLibraries},
    {"videos", false, kTalks},
    {"video", true, kTalks},
    {"articles", false, kArticles},
    {"article", true, kArticles},
    {"tutorials", false, kArticles},
    {"howtos", false, kArticles},
    {"news", true, kArticles},
    {"events", false, kEvents},
    {"fosdem", true, kEvents},
    {"announcement", false, kAnnouncements},
    {"announcements", false, kAnnouncements},
    {"summer of code", false, kAnnouncements},
    {"fiscal hosting", false, kAnnouncements},
    {"xmpp standards foundation", true, kAnnouncements},
}};

/// The words in lower case, a space between two.
std::string words_of(std::string_view heading) {
  std::string words;
  for (const char c : heading) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80) {
      words += static_cast<char>(std::tolower(byte));
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  while (!words.empty() && words.back() == ' ')
    words.pop_back();
  return words;
}

/// `longer` says what `shorter` does, with a word or two in front.
bool ends_with_words(std::string_view longer, std::string_view shorter) {
  return !shorter.empty() && longer.size() > shorter.size() && longer.ends_with(shorter) &&
         longer[longer.size() - shorter.size() - 1] == ' ';
}

bool says(const std::string& words, const OldHeading& old) {
  if (old.whole) return words == old.words;
  return (" " + words + " ").find(" " + std::string(old.words) + " ") != std::string::npos;
}

using Word = std::pair<std::string_view, std::string_view>;  // the beginning of one, its topic

// In this order: "Clients and applications" of "Software", "Videos and Talks".
constexpr std::array<Word, 22> kTopicWords{{
    {"announcement", kAnnouncements},
    {"event", kEvents},
    {"video", kTalks},
    {"talk", kTalks},
    {"podcast", kTalks},
    {"presentation", kTalks},
    {"article", kArticles},
    {"tutorial", kArticles},
    {"howto", kArticles},
    {"blog", kArticles},
    {"client", kClients},
    {"server", kServers},
    {"librar", kLibraries},
    {"extension", kExtensions},
    {"specification", kExtensions},
    {"software", kSoftwareTopic},
    {"release", kSoftwareTopic},
    {"service", "other"},
    {"other", "other"},
    {"project", "other"},
    {"communit", "other"},
    {"news", "other"},
}};

constexpr std::array<std::string_view, 11> kStanding{
    "newsletter", "spread the",   "subscribe", "help us",        "license",     "licence",
    "thank",      "translations", "follow us", "fiscal hosting", "contributors"};

/// What tells readers something, but for words of news beside it: "Events and jobs fair".
constexpr std::array<std::string_view, 2> kForReaders{"public channels", "jobs"};

/// True when a word of `text` begins so.
bool has_word(std::string_view text, std::string_view beginning) {
  for (std::size_t at = text.find(beginning); at != std::string_view::npos;
       at = text.find(beginning, at + 1)) {
    if (at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0) return true;
  }
  return false;
}

std::string_view topic_told(std::string_view small) {
  for (const auto& [word, topic] : kTopicWords)
    if (has_word(small, word)) return topic;
  return {};
}

}  // namespace

const Section* section_headed(std::string_view heading, std::span<const Section> sections) {
  const std::string wanted = words_of(heading);
  const auto find = [&](auto matches) -> const Section* {
    const auto found = std::find_if(sections.begin(), sections.end(), matches);
    return found == sections.end() ? nullptr : &*found;
  };
  if (const Section* same = find([&](const Section& section) {
        return words_of(section.heading) == wanted || section.name == wanted;
      }))
    return same;
  if (const Section* alike = find([&](const Section& section) {
        const std::string known = words_of(section.heading);
        return ends_with_words(known, wanted) || ends_with_words(wanted, known);
      }))
    return alike;
  const auto* old = std::find_if(kOldHeadings.begin(), kOldHeadings.end(),
                                 [&](const OldHeading& one) { return says(wanted, one); });
  if (old == kOldHeadings.end()) return nullptr;
  return find_section(old->section, sections);
}

bool is_standing_heading(std::string_view heading) {
  const std::string small = lower(heading);
  const auto says = [&](std::string_view words) { return contains(small, words); };
  return std::ranges::any_of(kStanding, says) ||
         (std::ranges::any_of(kForReaders, says) && topic_told(small).empty());
}

std::string topic_of_heading(std::string_view heading) {
  if (is_standing_heading(heading)) return {};
  return std::string(topic_told(lower(heading)));
}

}  // namespace collector
