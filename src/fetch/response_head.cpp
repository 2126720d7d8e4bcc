#include "fetch/response_head.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace collector {
namespace {

constexpr std::size_t kMaxValidatorBytes = 1024;

enum class Repeated { LastCounts, Joined };  // what a second line of the same name does

struct KnownField {
  std::string_view name;
  std::string ResponseHead::*value;
  Repeated repeated = Repeated::LastCounts;
};

constexpr std::array kKnownFields{
    KnownField{"etag", &ResponseHead::etag},
    KnownField{"last-modified", &ResponseHead::last_modified},
    KnownField{"content-type", &ResponseHead::content_type},
    KnownField{"content-encoding", &ResponseHead::content_encoding, Repeated::Joined},
    KnownField{"content-length", &ResponseHead::content_length},
    KnownField{"location", &ResponseHead::location},
    KnownField{"date", &ResponseHead::date},
    KnownField{"age", &ResponseHead::age},
    KnownField{"cache-control", &ResponseHead::cache_control, Repeated::Joined},
    KnownField{"expires", &ResponseHead::expires},
    KnownField{"retry-after", &ResponseHead::retry_after},
    KnownField{"x-ratelimit-remaining", &ResponseHead::rate_limit_remaining},
    KnownField{"x-ratelimit-reset", &ResponseHead::rate_limit_reset},
    KnownField{"cf-mitigated", &ResponseHead::mitigated},
};

/// "HTTP/1.1 200 OK" → 200; 0 for what is no status line.
int status_of(std::string_view line) {
  const std::size_t space = line.find(' ');
  if (!line.starts_with("HTTP/") || space == std::string_view::npos) return 0;
  int status = 0;
  for (const char c : line.substr(space + 1, 3)) {
    if (c < '0' || c > '9') return 0;
    status = status * 10 + (c - '0');
  }
  return status;
}

void read_field(ResponseHead& head, std::string_view name, std::string_view value) {
  head.last = nullptr;
  for (const KnownField& known : kKnownFields) {
    if (!equal_ignoring_case(name, known.name)) continue;
    head.last = known.value;
    std::string& field = head.*known.value;
    if (known.repeated == Repeated::Joined && !field.empty()) {
      field.append(", ").append(value);
    } else {
      field = value;
    }
    return;
  }
}

void read_continuation(ResponseHead& head, std::string_view text) {
  if (head.last == nullptr || text.empty()) return;
  std::string& field = head.*head.last;
  field.append(field.empty() ? "" : " ").append(text);
}

std::string usable_validator(const std::string& value) {
  const bool has_control = std::any_of(value.begin(), value.end(), is_control);
  return value.size() > kMaxValidatorBytes || has_control ? std::string{} : value;
}

}  // namespace

void read_header_line(ResponseHead& head, std::string_view line) {
  const std::size_t bytes = head.bytes + line.size();
  if (const int status = status_of(line); status != 0) {
    head = {};
    head.status = status;
  }
  head.bytes = bytes;
  const std::string_view text = trimmed(line);
  const bool is_continued = line.starts_with(' ') || line.starts_with('\t');
  if (text.empty() && !is_continued) head.complete = true;
  if (head.complete) return;
  if (is_continued) {
    read_continuation(head, text);
  } else if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
    read_field(head, text.substr(0, colon), trimmed(text.substr(colon + 1)));
  }
}

bool is_final(const ResponseHead& head) {
  return head.status >= 200;
}

bool brings_document(const ResponseHead& head) {
  return head.status == 200 || head.status == 203;
}

Validators validators_of(const ResponseHead& head) {
  return {usable_validator(head.etag), usable_validator(head.last_modified)};
}

std::uint64_t announced_length(const ResponseHead& head) {
  const std::string& text = head.content_length;
  std::uint64_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  return error == std::errc::result_out_of_range ? UINT64_MAX : length;
}

bool is_packed_twice(const ResponseHead& head) {
  return head.content_encoding.find(',') != std::string::npos;
}

}  // namespace collector
