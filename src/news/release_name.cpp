#include "news/release_name.h"

#include "core/names.h"
#include "core/text.h"
#include "core/utf8.h"
#include "news/early_words.h"
#include "news/release_words.h"

#include <algorithm>
#include <array>
#include <vector>

namespace collector {
namespace {

/// Words that stand round a project's name and are no part of it: "Announcing X 1.0", "X has
/// been released in version 1.0".
constexpr std::array<std::string_view, 22> kOpeningWords{"announcing",   "announces",
                                                         "announce",     "introducing",
                                                         "presenting",   "releasing",
                                                         "released",     "release",
                                                         "availability", "of",
                                                         "the",          "happy",
                                                         "to",           "here",
                                                         "comes",        "sortie",
                                                         "de",           "disponible",
                                                         "disponibile",  "rilasciato",
                                                         "lanzado",      "veröffentlicht"};
constexpr std::array<std::string_view, 19> kClosingWords{
    "version", "versions", "release", "releases", "released", "published", "updated",
    "has",     "have",     "had",     "been",     "is",       "was",       "its",
    "in",      "of",       "the",     "new",      "tag"};

/// Words in front of a version that name nothing.
constexpr std::array<std::string_view, 24> kEmptyWords{
    "release", "releases", "released", "version", "tag",    "v",      "stable", "build",
    "new",     "update",   "the",      "files",   "latest", "la",     "le",     "nouvelle",
    "się",     "новая",    "нова",     "nowa",    "релиз",  "выпуск", "реліз",  "випуск"};

/// They stand round a known project's name: "Gajim Security Release".
constexpr std::array<std::string_view, 13> kQualityWords{
    "new", "major",  "minor",   "maintenance", "bugfix", "security", "hotfix",
    "fix", "update", "version", "stable",      "ver",    "rel"};

/// What tags open with that is neither a product nor a mark such as "beta".
constexpr std::array<std::string_view, 24> kChannelWords{
    "release",    "releases", "rel",      "version", "ver",   "tag",    "final",   "stable",
    "build",      "hotfix",   "patch",    "prod",    "main",  "master", "staging", "public",
    "production", "upstream", "mainline", "windows", "linux", "macos",  "lts",     "weekly"};

constexpr std::array<std::string_view, 36> kEverydayNames{
    "android",    "ios",      "desktop", "web",    "app",  "apps",  "mobile",   "client",
    "clients",    "server",   "servers", "core",   "cli",  "api",   "sdk",      "lib",
    "library",    "common",   "website", "site",   "docs", "ui",    "frontend", "backend",
    "plugin",     "plugins",  "debian",  "docker", "helm", "chart", "packages", "tools",
    "extensions", "monorepo", "browser", "bot"};

template <typename Table>
bool has_only(std::string_view name, const Table& table) {
  return std::ranges::all_of(words(name),
                             [&](const std::string& word) { return is_one_of(table, word); });
}

bool names_nothing(std::string_view name) {
  return std::ranges::all_of(words(name), [](const std::string& word) {
    return is_one_of(kEmptyWords, word) || is_out_word(word) || is_version_word(word);
  });
}

/// "Announcing X" and "The first beta of X" → "X"; what consists of such words alone becomes
/// empty.
std::string_view without_opening(std::string_view name) {
  while (!name.empty()) {
    name = behind_early_words(name);
    const std::size_t end = std::min(name.find(' '), name.size());
    if (!is_one_of(kOpeningWords, lower_utf8(name.substr(0, end)))) break;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return name;
}

/// Where the last word of `name` begins, be there a blank before it or another script.
std::size_t last_word(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  const std::size_t begin = blank == std::string_view::npos ? 0 : blank + 1;
  const std::vector<std::string> said = words(name.substr(begin));
  const std::string last = said.empty() ? "" : said.back();
  return !is_ascii(last) && name.ends_with(last) ? name.size() - last.size() : begin;
}

/// "X has been released in version" and "Xバージョン" → "X".
std::string_view without_closing(std::string_view name) {
  while (!name.empty()) {
    const std::size_t begin = last_word(name);
    const std::string word = lower_utf8(name.substr(begin));
    if (!is_one_of(kClosingWords, word) && !is_version_word(word)) break;
    name = trimmed(name.substr(0, begin));
  }
  return name;
}

/// Dashes, quotes, blanks, stars and emoji; ASCII has its own.
bool is_sign(std::string_view character) {
  const auto lead = static_cast<unsigned char>(character.front());
  return lead == 0xC2 || lead == 0xE2 || lead >= 0xF0 || character == "\uFE0F" ||
         character == "\u3000";
}

/// "🎉 Gajim “" → "Gajim".
std::string_view without_signs(std::string_view name) {
  name = trimmed(name);
  while (!name.empty() && is_sign(first_character(name)))
    name = trimmed(name.substr(first_character(name).size()));
  while (!name.empty() && is_sign(last_character(name)))
    name = trimmed(name.substr(0, name.size() - last_character(name).size()));
  return name;
}

std::string_view trim_name(std::string_view name) {
  name = without_signs(name);
  const auto unwanted = [](char c) {
    return std::string_view(" \t-_:,;/|([]@v").find(c) != std::string_view::npos;
  };
  // A lone "v" or "version" in front of the digits belongs to the version.
  while (!name.empty() && unwanted(name.back()) &&
         (name.back() != 'v' || name.size() == 1 || !is_word_letter(name[name.size() - 2])))
    name.remove_suffix(1);
  while (!name.empty() && unwanted(name.front()) && name.front() != 'v' && name.front() != '@')
    name.remove_prefix(1);
  return name;
}

bool announces(std::string_view part) {
  return std::ranges::all_of(words(lower_utf8(part)), [](const std::string& word) {
    return is_announcing_word(word) || is_one_of(kQualityWords, word) ||
           is_one_of(kOpeningWords, word);
  });
}

bool closes(std::string_view part) {
  return std::ranges::all_of(words(part), [](const std::string& word) {
    return is_one_of(kQualityWords, word) || is_one_of(kClosingWords, word) ||
           is_version_word(word);
  });
}

/// "We have just released the XMPP client Gajim" and "Gajim Security Release" → "Gajim".
std::string_view without_announcing(std::string_view name) {
  constexpr std::string_view kGaps = " -";
  name = trim_name(without_teller(name));
  std::size_t gap = name.find_first_of(kGaps);
  while (gap != std::string_view::npos && announces(name.substr(0, gap))) {
    name = trim_name(name.substr(gap + 1));
    gap = name.find_first_of(kGaps);
  }
  gap = name.find_last_of(kGaps);
  while (gap != std::string_view::npos && closes(name.substr(gap + 1))) {
    name = trim_name(name.substr(0, gap));
    gap = name.find_last_of(kGaps);
  }
  return name;
}

/// "Quay's 1.0 release" is one of Quay.
std::string_view without_genitive(std::string_view name) {
  for (std::string_view ending : {"'s", "’s"})
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return name;
}

/// "[ANN] Quay" of a mailing list → "Quay"; "[Quay]" is the name itself.
std::string_view without_list(std::string_view name) {
  const std::size_t end = name.starts_with('[') ? name.find("] ") : std::string_view::npos;
  if (end == std::string_view::npos) return name;
  const std::string_view rest = trimmed(name.substr(end + 1));
  return rest.empty() ? name : rest;
}

}  // namespace

std::string_view without_teller(std::string_view name) {
  const std::size_t colon = name.rfind(": ");
  return colon == std::string_view::npos ? name
                                         : behind_early_words(trimmed(name.substr(colon + 1)));
}

std::string name_before(std::string_view title, const FoundVersion& version) {
  const std::string_view before = trim_name(without_list(title.substr(0, version.begin)));
  const std::string_view said = without_opening(without_closing(before));
  const std::string_view name = without_genitive(before_early_words(said));
  return names_nothing(name) ? std::string() : std::string(name);
}

const Project* project_named(std::string_view name, const ProjectRegistry& projects) {
  if (const Project* project = projects.by_name(name)) return project;
  if (const Project* project = projects.by_name(without_teller(name))) return project;
  return projects.by_name(without_announcing(name));
}

bool is_channel(std::string_view name) {
  return std::ranges::all_of(words(name), [](const std::string& word) {
    return is_one_of(kChannelWords, word) || is_prerelease(word);
  });
}

bool is_everyday_name(std::string_view name) {
  return has_only(name, kEverydayNames);
}

}  // namespace collector
