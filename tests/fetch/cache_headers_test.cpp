#include "fetch/cache_headers.h"

#include "support/catch.h"

using namespace collector;
using namespace std::chrono;

namespace {

constexpr UtcTime kNow = sys_days{2026y / March / 10} + 8h;

ResponseHead head_of(std::initializer_list<const char*> lines) {
  ResponseHead head;
  read_header_line(head, "HTTP/1.1 200 OK\r\n");
  for (const char* line : lines)
    read_header_line(head, line);
  return head;
}

}  // namespace

TEST_CASE("all three forms of an HTTP date are read") {
  const UtcTime wanted = sys_days{1994y / November / 6} + 8h + 49min + 37s;

  CHECK(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT") == wanted);
  CHECK(parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT") == wanted);
  CHECK(parse_http_date("Sun Nov  6 08:49:37 1994") == wanted);
  CHECK_FALSE(parse_http_date("soon"));
  CHECK_FALSE(parse_http_date("0"));
  CHECK_FALSE(parse_http_date(""));
}

TEST_CASE("an answer says how long it stays fresh") {
  struct Row {
    std::vector<const char*> lines;
    std::optional<seconds> fresh;
  };

  const auto row = GENERATE(values<Row>({
      {{"Cache-Control: public, max-age=14400"}, 4h},
      {{"cache-control: MAX-AGE=\"60\""}, 60s},
      {{"Cache-Control: public", "Cache-Control: max-age=7"}, 7s},
      {{"Cache-Control: max-age=60", "Expires: Tue, 10 Mar 2026 10:00:00 GMT"}, 60s},
      {{"Expires: Tue, 10 Mar 2026 10:00:00 GMT"}, 2h},
      {{"Expires: Tue, 10 Mar 2020 10:00:00 GMT", "Date: Tue, 10 Mar 2020 09:00:00 GMT"}, 1h},
      {{"Expires: Tue, 10 Mar 2020 10:00:00 GMT"}, 0s},
      {{"Cache-Control: max-age=99999999999999999999999"}, 24h * 3650},
      {{"Cache-Control: no-cache, max-age=60"}, std::nullopt},
      {{"Cache-Control: s-maxage=60"}, std::nullopt},
      {{"Cache-Control: max-age=-5"}, std::nullopt},
      {{"Cache-Control: max-age=1.5"}, std::nullopt},
      {{"Cache-Control: max-age"}, std::nullopt},
      {{"Cache-Control: max-age=60", "Expires: Thu, 01 Jan 1970 00:00:00 GMT"}, 60s},
      {{"Cache-Control: max-age=60", "Cache-Control: max-age=600"}, 60s},
      {{"Cache-Control: private=\"a, b\", max-age=60"}, 60s},
      {{"Cache-Control: max-age=3600", "Age: 600"}, 50min},
      {{"Age: 600", "Cache-Control: max-age=600"}, 0s},
      {{"Cache-Control: max-age=60", "Age: 86400"}, 0s},
      {{"Expires: Tue, 10 Mar 2026 10:00:00 GMT", "Date: Tue, 10 Mar 2026 07:00:00 GMT",
        "Age: 3600"},
       2h},
      {{"Cache-Control: max-age=60", "Age: 1773131400"}, 60s},
      {{"Cache-Control: max-age=60", "Age: 99999999999999999999999"}, 60s},
      {{"Cache-Control: max-age=60", "Age: -7"}, 60s},
      {{"Cache-Control: max-age=60", "Age: young"}, 60s},
      {{"Age: 600"}, std::nullopt},
      {{"Expires: -1"}, std::nullopt},
      {{"Expires: 0"}, std::nullopt},
      {{}, std::nullopt},
  }));
  ResponseHead head = head_of({});
  for (const char* line : row.lines)
    read_header_line(head, line);
  CAPTURE(row.lines);

  CHECK(freshness(head, kNow) == row.fresh);
}

TEST_CASE("a host says how long it wants to be left alone") {
  struct Row {
    std::vector<const char*> lines;
    std::optional<seconds> wait;
  };

  const auto row = GENERATE(values<Row>({
      {{"Retry-After: 14400"}, 4h},
      {{"Retry-After: Tue, 10 Mar 2026 09:00:00 GMT"}, 1h},
      {{"Retry-After: Fri, 10 Mar 2000 09:00:00 GMT", "Date: Fri, 10 Mar 2000 08:00:00 GMT"},
       1h},
      {{"Retry-After: Fri, 10 Mar 2000 09:00:00 GMT"}, 0s},
      {{"Retry-After: 99999999999999999999999"}, 24h * 3650},
      {{"Retry-After: soon"}, std::nullopt},
      {{"Retry-After: -60"}, std::nullopt},
      {{"Retry-After: 1.5"}, std::nullopt},
      {{"Retry-After: 120 s"}, std::nullopt},
      {{"Retry-After: 5, 10"}, std::nullopt},
      {{"Retry-After:"}, std::nullopt},
      {{"Retry-After: 0"}, 0s},
      {{"Retry-After: 14400", "Retry-After: 60"}, 60s},
      {{"X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 60"}, 0s},
      {{"X-RateLimit-Remaining: 0", "X-RateLimit-Reset: -1"}, std::nullopt},
      {{"X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 99999999999999999999"}, std::nullopt},
      {{"X-RateLimit-Remaining: 0", "X-RateLimit-Reset: 1773131400"}, 30min},
      {{"X-RateLimit-Remaining: 7", "X-RateLimit-Reset: 1773131400"}, std::nullopt},
      {{}, std::nullopt},
  }));
  ResponseHead head = head_of({});
  for (const char* line : row.lines)
    read_header_line(head, line);
  CAPTURE(row.lines);

  CHECK(retry_after(head, kNow) == row.wait);
}

TEST_CASE("a status line begins a new header, and trailers do not count") {
  ResponseHead head;
  for (const char* line :
       {"HTTP/1.1 103 Early Hints\r\n", "ETag: \"early\"\r\n", "\r\n", "HTTP/2 200 \r\n",
        "Content-Type: text/xml\r\n", "\r\n", "ETag: \"trailer\"\r\n"}) {
    read_header_line(head, line);
  }

  CHECK(head.status == 200);
  CHECK(head.complete);
  CHECK(head.etag.empty());
  CHECK(head.content_type == "text/xml");
}

TEST_CASE("a line that begins with blank space continues the one before") {
  const ResponseHead head = head_of(
      {"Content-Type: text/xml;\r\n", "\tcharset=utf-8\r\n", "Location:\r\n", " /new\r\n",
       "X-Filler: a\r\n", " ETag: \"false\"\r\n", " \r\n", "Last-Modified: then\r\n"});

  CHECK(head.content_type == "text/xml; charset=utf-8");
  CHECK(head.location == "/new");
  CHECK(head.etag.empty());
  CHECK(head.last_modified == "then");
  CHECK_FALSE(head.complete);
}

TEST_CASE("a validator that nobody sends in good faith is not remembered") {
  CHECK(validators_of(head_of({"ETag: \"v1, a;b='c'/==\""})).etag == "\"v1, a;b='c'/==\"");
  CHECK(validators_of(head_of({"ETag: \"a\tb\""})).etag.empty());
  const std::string long_line = "ETag: " + std::string(1025, 'x');
  CHECK(validators_of(head_of({long_line.c_str()})).etag.empty());
}

TEST_CASE("a body packed twice is noticed however it is announced") {
  CHECK(is_packed_twice(head_of({"Content-Encoding: gzip, gzip"})));
  CHECK(is_packed_twice(head_of({"Content-Encoding: gzip", "Content-Encoding: deflate"})));
  CHECK_FALSE(is_packed_twice(head_of({"Content-Encoding: gzip"})));
}
