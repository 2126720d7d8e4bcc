#include "fetch/cache_headers.h"

#include "core/text.h"

#include <curl/curl.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string>

namespace collector {
namespace {

constexpr seconds kLongest = std::chrono::days{3650};  // numbers saturate here
constexpr std::int64_t kLastYear = 253'402'300'799;    // the end of the year 9999

/// A whole number without a sign; too large a one saturates.
std::optional<std::int64_t> whole_number(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos) return {};
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} ? value : std::numeric_limits<std::int64_t>::max();
}

std::optional<seconds> delta_seconds(std::string_view text) {
  const auto number = whole_number(text);
  if (!number) return {};
  return seconds{std::min(*number, kLongest.count())};
}

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && curl_strnequal(a.data(), b.data(), a.size()) != 0;
}

/// The value of one directive of Cache-Control; an empty one for a directive without value.
std::optional<std::string_view> directive(std::string_view list, std::string_view name) {
  while (!list.empty()) {
    const std::size_t comma = list.find(',');
    const std::string_view one = trimmed(list.substr(0, comma));
    const std::size_t equals = one.find('=');
    if (same_word(trimmed(one.substr(0, equals)), name)) {
      if (equals == std::string_view::npos) return std::string_view{};
      std::string_view value = trimmed(one.substr(equals + 1));
      if (value.size() > 1 && value.front() == '"') value = value.substr(1, value.size() - 2);
      return value;
    }
    if (comma == std::string_view::npos) break;
    list.remove_prefix(comma + 1);
  }
  return {};
}

seconds until(UtcTime time, const ResponseHead& head, UtcTime now) {
  const UtcTime seen_from = parse_http_date(head.date).value_or(now);
  return std::clamp(seconds{time - seen_from}, seconds{0}, kLongest);
}

/// How long a cache on the way has kept the answer (RFC 9111 section 5.1). None knows one for
/// as long as our numbers go: what says so, a time since 1970 for one, is no age.
seconds age(const ResponseHead& head) {
  const seconds age = delta_seconds(head.age).value_or(seconds{0});
  return age < kLongest ? age : seconds{0};
}

/// How long the answer may be reused from when it was made.
std::optional<seconds> lifetime(const ResponseHead& head, UtcTime now) {
  if (const auto max_age = directive(head.cache_control, "max-age")) {
    return delta_seconds(*max_age);
  }
  if (const auto expires = parse_http_date(head.expires)) return until(*expires, head, now);
  return {};
}

}  // namespace

std::optional<UtcTime> parse_http_date(std::string_view text) {
  if (text.empty() || text.size() > 64) return {};
  const std::time_t time = curl_getdate(std::string{text}.c_str(), nullptr);
  if (time == -1) return {};
  return UtcTime{seconds{time}};
}

std::optional<seconds> freshness(const ResponseHead& head, UtcTime now) {
  for (const std::string_view no : {"no-cache", "no-store"}) {
    if (directive(head.cache_control, no)) return {};
  }
  const std::optional<seconds> whole = lifetime(head, now);
  if (!whole) return {};
  return std::max(*whole - age(head), seconds{0});
}

std::optional<seconds> retry_after(const ResponseHead& head, UtcTime now) {
  if (const auto wait = delta_seconds(head.retry_after)) return wait;
  if (const auto time = parse_http_date(head.retry_after)) return until(*time, head, now);
  if (head.rate_limit_remaining != "0") return {};
  const auto reset = whole_number(head.rate_limit_reset);  // seconds since 1970
  if (!reset || *reset > kLastYear) return {};
  return until(UtcTime{seconds{*reset}}, head, now);
}

}  // namespace collector
