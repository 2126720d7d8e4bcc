#include "fetch/failure_words.h"

#include "core/bot_challenge.h"
#include "core/credentials.h"
#include "core/shown_text.h"
#include "fetch/proxy.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <system_error>

namespace collector {
namespace {

struct StatusName {
  int status;
  std::string_view name;
};

constexpr StatusName kStatusNames[] = {
    {304, "Not Modified, though nothing was known of it"},
    {400, "Bad Request"},
    {401, "Unauthorized: it wants user and password"},
    {402, "Payment Required"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {406, "Not Acceptable"},
    {407, "Proxy Authentication Required: it wants user and password"},
    {410, "Gone: the feed has been given up"},
    {421, "Misdirected Request"},
    {429, "Too Many Requests"},
    {451, "Unavailable For Legal Reasons"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {502, "Bad Gateway"},
    {503, "Service Unavailable"},
    {504, "Gateway Timeout"},
    {520, "an error behind Cloudflare"},
    {521, "the server behind Cloudflare is down"},
    {522, "the server behind Cloudflare does not answer"},
    {525, "no TLS behind Cloudflare"},
    {526, "a bad certificate behind Cloudflare"},
};

bool is_challenge(const ResponseHead& head, std::string_view excerpt) {
  if (head.mitigated == "challenge") return true;
  // On a page that is no error, this would be said in passing.
  return is_bot_challenge(excerpt) ||
         excerpt.find("Please enable JavaScript") != std::string_view::npos;
}

std::string status_name(int status) {
  for (const StatusName& known : kStatusNames) {
    if (known.status == status) return fmt::format("{} {}", status, known.name);
  }
  return fmt::format("HTTP status {}", status);
}

/// libcurl's words on a certificate, less its own prefix.
std::string certificate_words(const TransferFailure& failure) {
  constexpr std::string_view kPrefix = "SSL certificate problem: ";
  if (!failure.expired_on.empty()) {
    return fmt::format("the certificate of {} expired on {}", failure.url.host,
                       failure.expired_on);
  }
  std::string_view detail = failure.detail;
  if (detail.starts_with(kPrefix)) detail.remove_prefix(kPrefix.size());
  if (detail.find("no alternative certificate subject name") != std::string_view::npos ||
      detail.find("does not match target host") != std::string_view::npos) {
    return fmt::format("the certificate of {} is for another host", failure.url.host);
  }
  return fmt::format("the certificate of {} is not trusted: {}", failure.url.host, detail);
}

std::string timeout_words(const TransferFailure& failure) {
  if (failure.detail.starts_with("Operation too slow")) {
    return fmt::format("{} sends too slowly", failure.url.host);
  }
  if (!failure.connected) {
    const std::string way =
        failure.proxy.empty() ? "" : " through the proxy " + shown_proxy(failure.proxy);
    return fmt::format("no connection to {}{} in time", failure.url.host, way);
  }
  const auto timeout = std::chrono::ceil<std::chrono::seconds>(failure.timeout);
  return fmt::format("timeout: no complete answer from {} within {}", failure.url.host,
                     duration_words(timeout));
}

std::string connect_words(const TransferFailure& failure) {
  const std::string why = failure.system_error == 0
                              ? "cannot connect"
                              : std::generic_category().message(failure.system_error);
  if (!failure.proxy.empty())
    return fmt::format("no connection to the proxy {}: {}", shown_proxy(failure.proxy), why);
  return fmt::format("no connection to {} port {}: {}", failure.url.host, failure.url.port,
                     why);
}

/// Empty when the proxy has not refused, or there is none.
std::string proxy_words(const TransferFailure& failure) {
  const std::string proxy = shown_proxy(failure.proxy);
  if (failure.code == CURLE_COULDNT_RESOLVE_PROXY)
    return fmt::format("the proxy {} cannot be found", proxy);
  if (failure.code != CURLE_PROXY && failure.proxy_status == 0) return {};
  std::string refusal =
      fmt::format("the proxy {} does not let {} be asked", proxy, failure.url.host);
  if (failure.proxy_status == 0) return refusal;
  return refusal + ": " + status_name(failure.proxy_status);
}

std::string packing_words(const TransferFailure& failure) {
  constexpr std::string_view kWords = "the body is packed in a way that cannot be read";
  if (failure.encoding.empty()) return std::string(kWords);
  return fmt::format("{} (Content-Encoding: {})", kWords, failure.encoding);
}

}  // namespace

void set_failed(FetchResult& result, std::string_view why) {
  constexpr int kMostColumns = 300;
  result.status = FetchStatus::Failed;
  result.error = shortened(why, kMostColumns);
}

std::string transfer_words(const TransferFailure& failure) {
  const std::string& host = failure.url.host;
  if (std::string words = proxy_words(failure); !words.empty()) return words;
  switch (failure.code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return fmt::format("the host {} cannot be found", host);
    case CURLE_COULDNT_CONNECT:
      return connect_words(failure);
    case CURLE_OPERATION_TIMEDOUT:
      return timeout_words(failure);
    case CURLE_PEER_FAILED_VERIFICATION:
      return certificate_words(failure);
    case CURLE_SSL_CACERT_BADFILE:
      return "the certificates in settings.ca_file cannot be read";
    case CURLE_SSL_CONNECT_ERROR:
      return fmt::format("no TLS with {}: {}", host, failure.detail);
    case CURLE_PARTIAL_FILE:
      return "truncated: the connection ended before the document did";
    case CURLE_GOT_NOTHING:
      return fmt::format("{} closed the connection without an answer", host);
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
      return fmt::format("the connection to {} broke", host);
    case CURLE_BAD_CONTENT_ENCODING:
    case CURLE_WRITE_ERROR:  // by its own decoder: ours say why they refuse
      return packing_words(failure);
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
      return fmt::format("{} does not answer in HTTP", host);
    default:
      break;
  }
  const auto code = static_cast<CURLcode>(failure.code);
  return mask_credentials(fmt::format("{}: {}", host, curl_easy_strerror(code)));
}

std::string status_words(const ResponseHead& head, std::string_view excerpt) {
  if (head.status >= 400 && is_challenge(head, excerpt)) {
    return fmt::format("{}: {}", head.status, kBotChallenge);
  }
  return status_name(head.status);
}

std::string private_words(const std::string& host, const std::string& address) {
  return "refused: " + host +
         (address == host ? " is a private address" : " is the private address " + address) +
         " (settings.allow_private_hosts permits it)";
}

std::string duration_words(std::chrono::seconds duration) {
  const auto count = duration.count();
  if (count < 120) return fmt::format("{} s", count);
  if (count < 2 * 3600) return fmt::format("{} min", (count + 30) / 60);
  if (count < 2 * 86400) return fmt::format("{} h", (count + 1800) / 3600);
  return fmt::format("{} days", (count + 43200) / 86400);
}

std::string size_words(std::uint64_t bytes) {
  if (bytes % (1024 * 1024) == 0) return fmt::format("{} MiB", bytes / (1024 * 1024));
  if (bytes % 1024 == 0) return fmt::format("{} KiB", bytes / 1024);
  return fmt::format("{} bytes", bytes);
}

}  // namespace collector
