#include "parse/event_text.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a description with tags is HTML, one with angle brackets is not") {
  for (const char* html : {"<p>Join <b>us</b></p>", "First<br>second", "Bring <I>tea</I>"})
    CHECK(description_of(html).type == TextType::Html);
  for (const char* plain : {"See <https://quay.example/>", "1 < 2, p > q", "<", "i <3 tea",
                            "Mail <ann@quay.example>", "<b<p", "<p"})
    CHECK(description_of(plain).type == TextType::Plain);
}

TEST_CASE("the first address in a text ends where the sentence goes on") {
  const auto address_in = [](const char* text) { return first_address(description_of(text)); };

  CHECK(address_in("Register at https://quay.example/sprint.") ==
        "https://quay.example/sprint");
  CHECK(address_in("Online (https://quay.example/room)") == "https://quay.example/room");
  CHECK(address_in("https://quay.example/a_(b)") == "https://quay.example/a_(b)");
  CHECK(address_in("(https://quay.example/a_(b)).") == "https://quay.example/a_(b)");
  CHECK(address_in("Is it 'http://quay.example/x?y=1'?") == "http://quay.example/x?y=1");
  CHECK(address_in("See <https://quay.example/x>, please") == "https://quay.example/x");
  CHECK(address_in("no address").empty());
}

TEST_CASE("of HTML the first link is taken, its ampersands as they are meant") {
  CHECK(first_address(description_of("<img src=\"https://quay.example/a.png\"> "
                                     "<a href=\"https://quay.example/?a=1&amp;b=2&amp;c\">")) ==
        "https://quay.example/?a=1&b=2&c");
  CHECK(first_address(description_of("<p>https://quay.example/x</p>")) ==
        "https://quay.example/x");
}
