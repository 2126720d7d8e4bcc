#include "demo/server.h"

#include "core/error.h"

#include <httplib.h>

#include <atomic>
#include <thread>

namespace collector {

namespace {

constexpr const char* kHost = "127.0.0.1";

}  // namespace

struct FolderServer::Running {
  httplib::Server server;
  std::thread thread;
  std::atomic<bool> ended = false;
};

FolderServer::FolderServer(const std::filesystem::path& folder)
    : running_(std::make_unique<Running>()) {
  httplib::Server& server = running_->server;
  if (!server.set_mount_point("/", folder.string())) {
    throw Error(folder.string() + ": cannot be served; is it a folder?");
  }
  server.set_file_extension_and_mimetype_mapping("atom", "application/atom+xml");
  server.set_file_extension_and_mimetype_mapping("rss", "application/rss+xml");
  // The library's own choice would let another process share the port unnoticed.
  server.set_socket_options([](socket_t) {});

  const int port = server.bind_to_any_port(kHost);
  if (port <= 0) throw Error(std::string(kHost) + ": no free port to serve the demo on");
  address_ = std::string("http://") + kHost + ":" + std::to_string(port);
  // Who asks before the thread is up waits in the socket's queue: it listens already.
  running_->thread = std::thread([running = running_.get()] {
    running->server.listen_after_bind();
    running->ended = true;
  });
}

FolderServer::~FolderServer() {
  while (!running_->server.is_running() && !running_->ended)
    std::this_thread::yield();  // a stop before the start would be lost
  running_->server.stop();
  running_->thread.join();
}

}  // namespace collector
