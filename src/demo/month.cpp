#include "demo/month.h"

#include "core/error.h"
#include "core/read_file.h"

#include <string_view>

namespace collector {

namespace {

constexpr std::string_view kServerMark = "{server}";

}  // namespace

std::filesystem::path sample_month_folder(const std::filesystem::path& program) {
  auto folder = program.parent_path().parent_path() / "share" / "collector" / "demo";
  if (!std::filesystem::is_directory(folder)) {
    throw Error(folder.string() + ": the sample month is not there; install the program again");
  }
  return folder;
}

std::string sample_configuration(const std::filesystem::path& folder,
                                 const std::string& server) {
  const auto path = folder / "feeds.yaml";
  std::string text = read_file(path);
  for (auto at = text.find(kServerMark); at != std::string::npos;
       at = text.find(kServerMark, at + server.size())) {
    text.replace(at, kServerMark.size(), server);
  }
  return text;
}

}  // namespace collector
