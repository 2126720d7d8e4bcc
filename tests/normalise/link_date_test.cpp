#include "normalise/link_date.h"

#include "support/catch.h"

#include <string>

using namespace collector;

TEST_CASE("an address that names a day dates what has no date of its own") {
  const auto day = [](const std::string& url) {
    const auto date = date_in_link(url);
    return date ? format_utc(*date) : std::string();
  };
  const std::string found = "2024-01-18T00:00:00Z";

  CHECK(day("https://quay.example/2024/01/18/landing/") == found);
  CHECK(day("https://quay.example/blog/2024/1/18") == found);
  CHECK(day("https://quay.example/posts/2024-01-18-landing.html") == found);
  CHECK(day("https://quay.example/2024-01-18_landing") == found);
  CHECK(day("https://archive.example/web/2019/02/03/http://quay.example/2024/01/18/x") ==
        found);

  CHECK(day("https://quay.example/2024/01/landing").empty());
  CHECK(day("https://quay.example/2024/13/18/landing").empty());
  CHECK(day("https://quay.example/2023/02/29/landing").empty());
  CHECK(day("https://quay.example/12024/01/18/landing").empty());
  CHECK(day("https://quay.example/2024/01/180/landing").empty());
  CHECK(day("https://quay.example/landing?from=/2024/01/18/").empty());
  CHECK(day("").empty());
}
