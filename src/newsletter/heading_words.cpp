#include "newsletter/heading_words.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace collector {

namespace {

using Word = std::pair<std::string_view, std::string_view>;  // beginning of a word, its section

// In this order: "Clients and applications" of "Software", "Videos and Talks".
constexpr std::array<Word, 22> kWords{{
    {"announcement", "announcements"},
    {"event", "events"},
    {"video", "talks"},
    {"talk", "talks"},
    {"podcast", "talks"},
    {"presentation", "talks"},
    {"article", "articles"},
    {"tutorial", "articles"},
    {"howto", "articles"},
    {"blog", "articles"},
    {"client", "clients"},
    {"server", "servers"},
    {"librar", "libraries"},
    {"extension", "extensions"},
    {"specification", "extensions"},
    {"software", "software"},
    {"release", "software"},
    {"service", "other"},
    {"other", "other"},
    {"project", "other"},
    {"communit", "other"},
    {"news", "other"},
}};

constexpr std::array<std::string_view, 13> kStanding{
    "newsletter",   "spread the",      "subscribe",    "help us",   "license",
    "licence",      "thank",           "translations", "follow us", "fiscal hosting",
    "contributors", "public channels", "jobs"};

/// True when a word of `text` begins so.
bool has_word(std::string_view text, std::string_view beginning) {
  for (std::size_t at = text.find(beginning); at != std::string_view::npos;
       at = text.find(beginning, at + 1)) {
    if (at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0) return true;
  }
  return false;
}

}  // namespace

bool is_standing_heading(std::string_view heading) {
  const std::string small = lower(heading);
  return std::any_of(kStanding.begin(), kStanding.end(), [&](std::string_view words) {
    return small.find(words) != std::string::npos;
  });
}

std::string section_of_heading(std::string_view heading) {
  if (is_standing_heading(heading)) return {};
  const std::string small = lower(heading);
  for (const auto& [word, section] : kWords) {
    if (has_word(small, word)) return std::string(section);
  }
  return {};
}

}  // namespace collector
