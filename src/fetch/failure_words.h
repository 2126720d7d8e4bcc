// What went wrong with a request, in words for the person who reads the report.
#pragma once

#include "core/feed.h"
#include "fetch/response_head.h"
#include "fetch/web_url.h"

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace collector {

/// A transfer that came to no complete answer.
struct TransferFailure {
  int code = 0;                 // libcurl's CURLcode
  int system_error = 0;         // errno of the last connect, 0 when unknown
  std::string_view detail;      // libcurl's own words
  std::string_view encoding;    // the answer's Content-Encoding
  std::string_view expired_on;  // the last day of a certificate that has ended, if known
  const WebUrl& url;
  std::string_view proxy;  // as the environment names it, empty: none
  int proxy_status = 0;    // with which it refused to pass the request on
  bool connected = false;  // the request could be sent
  std::chrono::milliseconds timeout{0};
};

/// Makes a failure of `result`: what is told and stored of it is one line with an end.
void set_failed(FetchResult& result, std::string_view why);

/// One line, without user or password. What a proxy has done is told of the proxy.
std::string transfer_words(const TransferFailure& failure);

/// The same for a complete answer that is no feed: "404 Not Found", "403: a bot challenge
/// instead of the feed". `excerpt` is the beginning of its body.
std::string status_words(const ResponseHead& head, std::string_view excerpt);

/// Why a host is not connected to that `address` belongs to, or that is one itself.
std::string private_words(const std::string& host, const std::string& address);

/// "90 s", "4 h", "2 days": the largest unit that leaves no fraction worth mentioning.
std::string duration_words(std::chrono::seconds duration);

/// "10 MiB", "512 KiB", "1000 bytes": the unit it was probably written in.
std::string size_words(std::uint64_t bytes);

}  // namespace collector
