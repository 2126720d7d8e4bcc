// A real web server on the loopback, for what the test server of our own cannot: TLS and
// HTTP/2.
#pragma once

#include <filesystem>
#include <string>

namespace collector::test {

/// True when nginx is installed; tests that need it say so and are skipped otherwise.
bool has_nginx();

/// Answers every request over TLS with the protocol in which it came ("HTTP/2.0"), over HTTP/2
/// where the client offers it, five requests a connection. "/unprotected" leads to a page
/// without TLS.
class NginxServer {
 public:
  /// `certificate` is PEM, certificate and key in one text.
  explicit NginxServer(const std::string& certificate);
  ~NginxServer();
  NginxServer(const NginxServer&) = delete;
  NginxServer& operator=(const NginxServer&) = delete;

  /// "https://HOST:PORT/path"
  [[nodiscard]] std::string url(const std::string& host, const std::string& path) const;

  /// The certificate's file, to be trusted.
  [[nodiscard]] std::string certificate_file() const;

 private:
  [[nodiscard]] std::string command() const;

  std::filesystem::path folder_;
  int port_;
};

}  // namespace collector::test
