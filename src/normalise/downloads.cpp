#include "normalise/downloads.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace collector {
namespace {

constexpr std::array<std::string_view, 8> kCompanionEndings = {
    ".md5", ".sha1", ".sha256", ".sha512", ".asc", ".sig", ".txt", ".md"};

}  // namespace

bool is_companion_file(const Item& item) {
  const std::string_view path = item.title;
  const bool is_file = path.starts_with('/') && item.url.ends_with("/download");
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return is_file && (name.starts_with("README") ||
                     std::ranges::any_of(kCompanionEndings, [&](std::string_view ending) {
                       return name.ends_with(ending);
                     }));
}

}  // namespace collector
