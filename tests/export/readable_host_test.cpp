#include "export/readable_host.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a host in another script is shown in its own letters") {
  CHECK(with_readable_host("https://xn--mnchen-3ya.example/a?b=xn--c") ==
        "https://münchen.example/a?b=xn--c");
  CHECK(with_readable_host("https://Chat.XN--Mnchen-3YA.example:8443/") ==
        "https://chat.münchen.example:8443/");
  CHECK(with_readable_host("https://xn--80adxhks.example") == "https://москва.example");
}

TEST_CASE("a host that may pose as another stays as it is") {
  const std::string mixed = "https://xn--pple-43d.example/";       // Cyrillic а, Latin pple
  const std::string cyrillic = "https://xn--80ak6aa92e.example/";  // reads "apple"
  CHECK(with_readable_host(mixed) == mixed);
  CHECK(with_readable_host(cyrillic) == cyrillic);
}

TEST_CASE("what is no encoded host stays as it is") {
  for (const std::string url :
       {"https://heron.example/xn--mnchen-3ya", "https://xn--.example/", "https://xn--99999999",
        "/xn--mnchen-3ya.example", "xn--mnchen-3ya.example", ""})
    CHECK(with_readable_host(url) == url);
}
