// The socket side of `serve`: HTTP with bounds on everything a client can make large or slow.
#pragma once

#include "config/listen.h"
#include "core/time.h"
#include "web/message.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>

namespace collector {

struct WebLimits {
  std::size_t header_bytes = 16 * 1024;
  std::uint64_t body_bytes = 256 * 1024;  // with a length or in chunks
  seconds request{10};                    // from the first wait for it to its last byte
  seconds answer{30};                     // until the client has taken all of it
  int connections = 500;                  // at once; further ones are closed unheard
  int threads = 4;                        // of the pages; forms have one of their own
};

/// Answers requests with `handler`: pages on several threads at once, forms (POST) one after
/// the other on a thread of their own, so that decisions which wait for the store keep no page
/// waiting.
class WebServer {
 public:
  using Handler = std::function<WebAnswer(const WebRequest&)>;

  /// Listens from now on. Throws Error when the address is taken or not this machine's.
  WebServer(const ListenAddress& listen, Handler handler, const WebLimits& limits = {});
  WebServer(const WebServer&) = delete;
  WebServer& operator=(const WebServer&) = delete;
  ~WebServer();

  /// "http://127.0.0.1:8080"
  [[nodiscard]] std::string address() const;

  /// Serves until stop(), SIGINT or SIGTERM; what has been asked by then is still answered.
  void run();

  /// May be called from any thread, also before run(), which then ends at once.
  void stop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace collector
