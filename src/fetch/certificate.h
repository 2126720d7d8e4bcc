// What libcurl does not tell of a certificate that it refuses: when it ended.
#pragma once

#include <string>

namespace collector {

/// Lets the handshakes of `easy` (libcurl's handle) write into `expired_on` the last day of a
/// certificate that has ended, as "2026-03-10". The text must outlive the handle. Without
/// effect where libcurl stands on another TLS library than OpenSSL.
void watch_expiry(void* easy, std::string& expired_on);

}  // namespace collector
