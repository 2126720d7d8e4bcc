// A web server for the files of one folder, for this machine only.
#pragma once

#include "web/server.h"

#include <filesystem>
#include <string>
#include <thread>

namespace collector {

/// Serves while it lives, from a thread of its own, on a free port of 127.0.0.1.
class FolderServer {
 public:
  /// Throws Error when there is no such folder or no port to be had.
  explicit FolderServer(const std::filesystem::path& folder);
  FolderServer(const FolderServer&) = delete;
  FolderServer& operator=(const FolderServer&) = delete;
  ~FolderServer();

  /// "http://127.0.0.1:41234": a file of the folder is at this, a slash and its name. Folders
  /// in it are not served.
  [[nodiscard]] std::string address() const { return server_.address(); }

 private:
  WebServer server_;
  std::thread thread_;
};

}  // namespace collector
