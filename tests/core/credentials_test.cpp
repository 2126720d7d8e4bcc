#include "core/credentials.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("no message shows user or password") {
  struct Row {
    std::string text, masked;
  };

  const auto row = GENERATE(values<Row>({
      {"https://u:p@example.org/feed", "https://***@example.org/feed"},
      {"http://token@example.org", "http://***@example.org"},
      {"from http://a:b@c/ to http://d:e@f/", "from http://***@c/ to http://***@f/"},
      {"https://u:p@ss@example.org/", "https://***@example.org/"},
      {"https://u:pa/ss@example.org/feed", "https://***@example.org/feed"},
      {"https://u:pa#s?s@example.org/", "https://***@example.org/"},
      {"https://u:pa\\s@s@example.org/ and so on", "https://***@example.org/ and so on"},
      {"https://u:123456/s@example.org/", "https://***@example.org/"},
      {"https://example.org/@user", "https://example.org/@user"},
      {"https://example.org:8443/@user", "https://example.org:8443/@user"},
      {"https://[::1]/@user", "https://[::1]/@user"},
      {"https://[::1]:8443/@user", "https://[::1]:8443/@user"},
      {"https://example.org: ask me@example.org", "https://example.org: ask me@example.org"},
      {"https://u:p@example.org/@user", "https://***@example.org/@user"},
      {"mail me@example.org", "mail me@example.org"},
      {"", ""},
  }));

  CHECK(mask_credentials(row.text) == row.masked);
}
