#include "news/told_versions.h"

#include "core/names.h"
#include "core/text.h"
#include "core/utf8.h"
#include "core/version.h"
#include "news/release_words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace collector {
namespace {

/// What stands between the versions of a list.
constexpr std::array<std::string_view, 15> kJoints{
    ",", "&", "+", "/", "and", ", and", "und", "et", "y", "e", "i", "en", "и", "і", "و"};

std::vector<FoundVersion> read_list(std::string_view text) {
  std::vector<FoundVersion> list;
  std::size_t from = 0;
  while (auto found = find_version(text.substr(from))) {
    const std::string_view between = text.substr(from, found->begin);
    if (!list.empty() && !is_one_of(kJoints, trimmed(between))) break;
    list.push_back({std::move(found->text), from + found->begin, from + found->end});
    from = list.back().end;
  }
  return list;
}

/// What may follow a list of versions, besides that they are out: no "million users".
constexpr std::array<std::string_view, 13> kListGoesOn{
    "release", "releases",  "are",     "is",          "have",        "has",       "now",
    "sind",    "published", "sorties", "vrijgegeven", "disponibles", "rilasciate"};

bool is_mark(char c) {
  return std::ispunct(static_cast<unsigned char>(c)) != 0;
}

bool ends_well(std::string_view rest) {
  rest = trimmed(rest);
  const std::vector<std::string> behind = words(rest);
  return behind.empty() || is_mark(rest.front()) || is_one_of(kListGoesOn, behind.front()) ||
         is_out_word(behind.front()) || sequel(rest) == Sequel::Release;
}

/// The list in `title`, that of `item` in ASCII forms, where it begins with the item's own
/// version; of stable releases or of pre-releases, as that is.
std::vector<FoundVersion> own_list(const Item& item, std::string_view title) {
  std::vector<FoundVersion> list = read_list(title);
  if (list.empty() || list.front().text != item.version) return {};
  if (!ends_well(title.substr(list.back().end))) list.resize(1);
  const auto other = std::ranges::find_if(list, [&](const FoundVersion& version) {
    return is_prerelease(version.text) != is_prerelease(item.version);
  });
  list.erase(other, list.end());
  return list;
}

}  // namespace

bool is_version_list(std::string_view text) {
  if (!text.empty() && is_mark(text.back())) text.remove_suffix(1);
  const std::vector<FoundVersion> list = read_list(text);
  return !list.empty() && list.front().begin == 0 && list.back().end == text.size();
}

std::vector<std::string> further_versions(const Item& item) {
  std::vector<std::string> versions;
  if (!is_release(item.kind) || item.version.empty()) return versions;
  for (FoundVersion& version : own_list(item, in_ascii_forms(item.title)))
    versions.push_back(std::move(version.text));
  if (!versions.empty()) versions.erase(versions.begin());
  return versions;
}

std::vector<std::string> told_versions(const Item& item) {
  if (!is_release(item.kind) || item.version.empty()) return {};
  std::vector<std::string> versions =
      item.versions_known ? item.further_versions : further_versions(item);
  versions.insert(versions.begin(), item.version);
  return versions;
}

std::string version_list(const Item& item) {
  const std::string title = in_ascii_forms(item.title);
  const std::vector<FoundVersion> list = own_list(item, title);
  if (list.size() < 2) return item.version;
  return title.substr(list.front().begin, list.back().end - list.front().begin);
}

}  // namespace collector
