#include "core/web_address.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("an address that can be asked wants nothing") {
  const auto text = GENERATE(as<std::string>(), "https://quay.example",
                             "HTTP://quay.example/a%20b?c#d", "https://me:secret@quay.example/",
                             "https://[::1]:8080/", "http://bücher.example/");

  CHECK(wanted_address(text).empty());
}

TEST_CASE("of an address that cannot be asked it is said what is wrong") {
  for (const std::string text : {"", "quay.example", "ftp://quay.example", "https://",
                                 "https:///feed", "https://:80", "https//quay.example"})
    CHECK_THAT(wanted_address(text), ContainsSubstring("begins with https://"));
  CHECK_THAT(wanted_address("https://quay.example/a b"), ContainsSubstring("without spaces"));
  CHECK_THAT(wanted_address("https://quay.example/a\tb"), ContainsSubstring("control"));
}

TEST_CASE("spaces of an address are written as browsers send them") {
  CHECK(with_encoded_spaces("https://quay.example/a b c") == "https://quay.example/a%20b%20c");
  CHECK(with_encoded_spaces("https://quay.example/") == "https://quay.example/");
}
