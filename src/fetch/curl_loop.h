// libcurl's multi interface on an Asio loop. Knows sockets, timers and signals; nothing of
// feeds. The only part of the program that brings the two libraries together.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace collector {

/// Runs easy handles; all of it on the thread that calls run(), but for post().
class CurlLoop {
 public:
  /// Called for each handle that has ended, with its CURLcode; the handle is free again and may
  /// be started anew from here.
  using Finished = std::function<void(void* easy, int code)>;

  /// `connections` are kept open for reuse.
  CurlLoop(Finished finished, int connections);
  ~CurlLoop();
  CurlLoop(const CurlLoop&) = delete;
  CurlLoop& operator=(const CurlLoop&) = delete;

  void start(void* easy);
  /// Ends a transfer at once and without a call of Finished.
  void cancel(void* easy);

  /// Replaces the one that was set before.
  void set_deadline(std::chrono::milliseconds delay, std::function<void()> action);
  /// SIGINT and SIGTERM, for as long as the loop lives.
  void on_termination(std::function<void()> action);
  /// From any thread.
  void post(std::function<void()> action);

  /// Returns after stop(). What a callback throws comes out of here.
  void run();
  void stop();

  /// Closes all connections, which takes its time where they are many. Nothing can be started
  /// any more.
  void hang_up();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace collector
