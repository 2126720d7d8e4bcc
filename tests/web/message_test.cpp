#include "web/message.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a target is parted into path and query, both decoded") {
  WebRequest request;

  set_target(request, "/month/2024%2D01?q=caf%C3%A9+au+lait&feed=a%26b&feed=c");

  CHECK(request.path == "/month/2024-01");
  CHECK(request.query.get("q") == "café au lait");
  CHECK(request.query.all("feed") == std::vector<std::string>{"a&b", "c"});
  CHECK(request.query.get("none").empty());
}

TEST_CASE("what is no UTF-8 and no escape does no harm") {
  CHECK(decode_form("a=%FF&b=%zz&=c&&d").get("a") == "\uFFFD");
  CHECK(decode_form("b=%zz").get("b") == "%zz");
  CHECK(decode_form("%").get("%").empty());
}

TEST_CASE("an encoded value comes back as it was") {
  const std::string odd = "a&b=c d+e/é?#\r\n\"<";
  CHECK(decode_form("x=" + encode_component(odd)).get("x") == odd);
}
