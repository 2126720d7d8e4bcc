// What libcurl is told once for every transfer: manners towards servers, limits on what they
// may cost, and safety from them.
#pragma once

#include "config/settings.h"

#include <curl/curl.h>

namespace collector {

/// Fewer decoders, fewer holes.
inline constexpr const char* kEncodings = "gzip, deflate";

[[noreturn]] void refuse_option(CURLoption option, CURLcode why);

/// Throws Error when libcurl does not know the option.
template <typename Value>
void set_option(CURL* easy, CURLoption option, Value value) {
  const CURLcode code = curl_easy_setopt(easy, option, value);
  if (code != CURLE_OK) refuse_option(option, code);
}

/// `settings` must outlive the handle.
void set_standing_options(CURL* easy, const Settings& settings);

/// Whether an answer that comes in drops is given up before its time is over. Only one that has
/// begun is: a server may think about it for as long as the timeout allows.
enum class LowSpeed { Allowed, GivenUp };

/// Also while the transfer is under way.
void set_low_speed(CURL* easy, LowSpeed low_speed);

}  // namespace collector
