// The header of one answer, read line by line: only the fields that a fetcher acts on.
#pragma once

#include "core/feed.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace collector {

/// Field values as sent, white space around them gone; empty when absent.
struct ResponseHead {
  int status = 0;
  std::size_t bytes = 0;  // of all header lines of all answers, interim ones included
  bool complete = false;  // the empty line has been seen
  std::string ResponseHead::*last = nullptr;  // what a continued line goes on with
  std::string etag;
  std::string last_modified;
  std::string content_type;
  std::string content_encoding;
  std::string content_length;
  std::string location;
  std::string date;
  std::string age;
  std::string cache_control;
  std::string expires;
  std::string retry_after;
  std::string rate_limit_remaining;  // x-ratelimit-…, as GitHub and others send them
  std::string rate_limit_reset;
  std::string mitigated;  // cf-mitigated: Cloudflare names what it did
};

/// Takes in one line, with or without its line end. A status line begins a new header, blank
/// space at its beginning continues the line before (RFC 9112 section 5.2); what follows the
/// empty line (trailers) is ignored.
void read_header_line(ResponseHead& head, std::string_view line);

/// False for what a server says before its answer (1xx).
bool is_final(const ResponseHead& head);

/// True for a 200, and for a 203: the same after a proxy on the way has changed it (RFC 9110
/// section 15.3.4).
bool brings_document(const ResponseHead& head);

/// The validators to remember: never one that is longer than 1 KiB or has control characters.
Validators validators_of(const ResponseHead& head);

/// How long the body is to be, as it is sent; 0 when that is not said.
std::uint64_t announced_length(const ResponseHead& head);

/// True for a body that is packed more than once, which only attackers send.
bool is_packed_twice(const ResponseHead& head);

}  // namespace collector
