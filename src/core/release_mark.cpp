#include "core/release_mark.h"

#include "core/utf8.h"
#include "core/version.h"

namespace collector {

std::string mark_name(std::string_view project) {
  std::string name = lower_utf8(project);
  std::erase_if(name, [](char c) { return c == ' ' || c == '-' || c == '_'; });
  return name;
}

std::string mark_version(std::string_view version) {
  return version_key(version, LeadingZeros::Keep);
}

bool hides_prerelease(ItemKind kind, std::string_view version) {
  return kind == ItemKind::Prerelease && !is_prerelease(version);
}

std::string release_mark(std::string_view project, std::string_view version, ItemKind kind) {
  const std::string name = mark_name(project);
  const std::string key = mark_version(version);
  if (name.empty() || key.empty()) return {};
  return name + ' ' + key + (hides_prerelease(kind, version) ? "~" : "");  // no key has it
}

}  // namespace collector
