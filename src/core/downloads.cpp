#include "core/downloads.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <string>

namespace collector {

namespace {

constexpr std::array<std::string_view, 10> kSideFiles{
    ".md5", ".sha1", ".sha256", ".sha512", ".asc", ".sig", ".txt", ".md", ".sums", ".zsync"};

}  // namespace

bool is_download(const Item& item) {
  return item.title.starts_with('/') && item.url.ends_with("/download");
}

bool is_side_file(std::string_view path) {
  const std::string name = lower(path.substr(path.rfind('/') + 1));
  return name.starts_with("readme") || name.starts_with("changelog") ||
         std::ranges::any_of(kSideFiles,
                             [&](std::string_view ending) { return name.ends_with(ending); });
}

}  // namespace collector
