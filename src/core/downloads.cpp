#include "core/downloads.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace collector {

namespace {

constexpr std::array<std::string_view, 10> kSideFiles{
    ".md5", ".sha1", ".sha256", ".sha512", ".asc", ".sig", ".txt", ".md", ".sums", ".zsync"};

/// "changelog-1.2" and "readme.html"; a "changelogger" is a program, "changelog-tool" too.
bool is_called(std::string_view name, std::string_view word) {
  if (!name.starts_with(word)) return false;
  return std::ranges::none_of(before_any<'.'>(name.substr(word.size())), is_letter);
}

}  // namespace

bool is_download(const Item& item) {
  return item.title.starts_with('/') && item.url.ends_with("/download");
}

bool is_side_file(std::string_view path) {
  const std::string name = lower(path.substr(path.rfind('/') + 1));
  return is_called(name, "readme") || is_called(name, "changelog") ||
         std::ranges::any_of(kSideFiles,
                             [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace collector
