// A small HTTP/1.1 server on the loopback, for tests of what a fetcher does with good and bad
// answers. Its endpoints live as long as the object.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace collector::test {

struct HttpRequest {
  std::string method;
  std::string target;  // path and query, or the whole URL when it comes through a proxy
  std::vector<std::pair<std::string, std::string>> headers;
  int connection = 0;  // 1 for the first one accepted

  /// Case does not matter; empty when absent.
  [[nodiscard]] std::string header(std::string_view name) const;
};

/// The way back to the client, for endpoints that misbehave.
class HttpReply {
 public:
  virtual ~HttpReply() = default;
  /// False once the client has gone.
  virtual bool send(std::string_view bytes) = 0;
  /// Returns when the client has gone or the server stops.
  virtual void wait_for_end() = 0;
  /// Closes the connection after this answer.
  virtual void close() = 0;
};

using Headers = std::vector<std::pair<std::string, std::string>>;

/// An orderly answer with its Content-Length, as bytes.
std::string http_answer(int status, const Headers& headers = {}, std::string_view body = {});

class HttpServer {
 public:
  using Endpoint = std::function<void(const HttpRequest&, HttpReply&)>;

  explicit HttpServer(const std::string& address = "127.0.0.1");
  ~HttpServer();

  /// `path` without its query. Endpoints run on threads of the server.
  void on(const std::string& path, Endpoint endpoint);
  /// The same bytes every time.
  void on(const std::string& path, const std::string& answer);
  /// Whatever has no endpoint of its own.
  void on_anything(Endpoint endpoint);

  /// "http://127.0.0.1:PORT/path"
  [[nodiscard]] std::string url(const std::string& path) const;
  [[nodiscard]] int port() const;

  [[nodiscard]] std::vector<HttpRequest> requests() const;
  [[nodiscard]] int connections() const;
  /// Requests that were being answered at one time, at most.
  [[nodiscard]] int most_at_once() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace collector::test
