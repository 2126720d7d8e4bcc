#include "core/version.h"
#include "news/recognise.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace collector;

namespace {

ProjectRegistry registry() {
  std::vector<Project> projects(2);
  projects[0].name = "Quay";
  projects[0].section = "clients";
  projects[0].repositories = {"https://codeberg.org/harbour/quay"};
  projects[1].name = "Pier";
  projects[1].home = "https://pier.example/";
  return ProjectRegistry(projects);
}

}  // namespace

// What is found in a title lies in it; a release has a headline, and what is none has no
// version.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const ProjectRegistry projects = registry();
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  Item item;
  item.title = text.substr(0, text.find('\n'));
  item.url = text.substr(std::min(item.title.size() + 1, text.size()));
  if (const auto version = find_version(item.title)) {
    if (version->begin >= version->end || version->end > item.title.size()) std::abort();
    if (compare_versions(version->text, version->text) != 0) std::abort();
  }
  recognise(item, FeedSource{}, "", projects);
  if (is_release(item.kind) && !item.title.empty() && item.headline.empty()) std::abort();
  if (!is_release(item.kind) && !item.version.empty()) std::abort();
  return 0;
}
