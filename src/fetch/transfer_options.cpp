#include "fetch/transfer_options.h"

#include "core/error.h"

#include <fmt/format.h>

namespace collector {
namespace {

constexpr long kConnectTimeoutMs = 10'000;
constexpr long kLowSpeedBytes = 100;  // a second, over kLowSpeedSeconds
constexpr long kLowSpeedSeconds = 15;
constexpr long kFewJobs = 200;  // up to here a large buffer for each is cheap
constexpr long kLargeBuffer = 32768;
constexpr long kSmallBuffer = 16384;

void set_manners(CURL* easy) {
  set_option(easy, CURLOPT_ACCEPT_ENCODING, kEncodings);
  set_option(easy, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set_option(easy, CURLOPT_FOLLOWLOCATION, 0L);
}

void set_limits(CURL* easy, const Settings& settings) {
  set_option(easy, CURLOPT_NOSIGNAL, 1L);
  // A look-up that is given up is left to its thread, which touches nothing of ours. libcurl
  // would wait for it otherwise, on the thread of all transfers.
  set_option(easy, CURLOPT_QUICK_EXIT, 1L);
  set_option(easy, CURLOPT_CONNECTTIMEOUT_MS, kConnectTimeoutMs);
  set_option(easy, CURLOPT_LOW_SPEED_LIMIT, kLowSpeedBytes);
  set_option(easy, CURLOPT_BUFFERSIZE, settings.jobs > kFewJobs ? kSmallBuffer : kLargeBuffer);
}

void set_safety(CURL* easy, const Settings& settings) {
  set_option(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  set_option(easy, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  // Each request is told its proxy, or none. Were libcurl to read no_proxy too, it might go
  // directly where addresses are not looked at because a proxy was to look them up.
  set_option(easy, CURLOPT_NOPROXY, "");
  set_option(easy, CURLOPT_HTTP09_ALLOWED, 0L);
  set_option(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  set_option(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  set_option(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  if (!settings.ca_file.empty()) {
    set_option(easy, CURLOPT_CAINFO, settings.ca_file.c_str());
  }
}

}  // namespace

void refuse_option(CURLoption option, CURLcode why) {
  throw Error(fmt::format("libcurl refuses option {}: {}; is it older than 7.87?",
                          static_cast<int>(option), curl_easy_strerror(why)));
}

void set_standing_options(CURL* easy, const Settings& settings) {
  set_manners(easy);
  set_limits(easy, settings);
  set_safety(easy, settings);
}

void set_low_speed(CURL* easy, LowSpeed low_speed) {
  set_option(easy, CURLOPT_LOW_SPEED_TIME,
             low_speed == LowSpeed::GivenUp ? kLowSpeedSeconds : 0L);
}

}  // namespace collector
