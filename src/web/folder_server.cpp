#include "web/folder_server.h"

#include "core/error.h"
#include "core/read_file.h"

#include <array>
#include <utility>

namespace collector {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTypes{{
    {".atom", "application/atom+xml"},
    {".json", "application/json"},
    {".rss", "application/rss+xml"},
    {".xml", "application/xml"},
}};

std::string type_of(const fs::path& file) {
  for (const auto& [extension, type] : kTypes) {
    if (file.extension() == extension) return std::string(type);
  }
  return "application/octet-stream";
}

WebAnswer file_answer(const fs::path& folder, const WebRequest& request) {
  const std::string name = request.path.substr(std::min<std::size_t>(1, request.path.size()));
  const fs::path file = folder / name;
  const bool inside = !name.empty() && name.find('/') == std::string::npos;
  if (!inside || !fs::is_regular_file(file))
    return {404, "text/plain; charset=utf-8", "There is no such file.\n", {}};
  return {200, type_of(file), read_file(file), {}};
}

}  // namespace

FolderServer::FolderServer(const fs::path& folder)
    : server_({"127.0.0.1", 0},
              [folder](const WebRequest& request) { return file_answer(folder, request); },
              {.threads = 1}) {
  if (!fs::is_directory(folder))
    throw Error(folder.string() + ": cannot be served; is it a folder?");
  // Who asks before the thread is up waits in the socket's queue: it listens already.
  thread_ = std::thread([this] { server_.run(); });
}

FolderServer::~FolderServer() {
  server_.stop();
  thread_.join();
}

}  // namespace collector
