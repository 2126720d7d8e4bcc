#include "news/told_versions.h"

#include "core/text.h"
#include "news/names.h"
#include "news/release.h"

#include <array>

namespace collector {
namespace {

/// What stands between the versions of a list.
constexpr std::array<std::string_view, 13> kJoints{",",  "&", "+", "/", "and", ", and", "und",
                                                   "et", "y", "e", "i", "en",  "и"};

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

/// The list in the title of `item`, where it begins with the item's own version.
std::vector<FoundVersion> own_list(const Item& item) {
  std::vector<FoundVersion> list = read_list(item.title);
  if (!list.empty() && list.front().text != item.version) list.clear();
  return list;
}

}  // namespace

bool is_version_list(std::string_view text) {
  const std::vector<FoundVersion> list = read_list(text);
  return !list.empty() && list.front().begin == 0 && list.back().end == text.size();
}

std::vector<std::string> told_versions(const Item& item) {
  if (!is_release(item.kind) || item.version.empty()) return {};
  std::vector<std::string> versions;
  for (FoundVersion& version : own_list(item))
    versions.push_back(std::move(version.text));
  if (versions.empty()) versions.push_back(item.version);
  return versions;
}

std::string version_list(const Item& item) {
  const std::vector<FoundVersion> list = own_list(item);
  if (list.size() < 2) return item.version;
  return item.title.substr(list.front().begin, list.back().end - list.front().begin);
}

}  // namespace collector
