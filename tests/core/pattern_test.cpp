#include "core/pattern.h"

#include "core/error.h"
#include "support/catch.h"

using namespace collector;

TEST_CASE("a pattern is looked for anywhere in the text") {
  const Pattern pattern("(?i)meetup$");

  CHECK(pattern.matches("The Berlin Meetup"));
  CHECK_FALSE(pattern.matches("Meetups"));
}

TEST_CASE("what is no pattern is refused in RE2's words") {
  CHECK_THROWS_WITH(Pattern("(xmpp"), "\"(xmpp\" is no pattern: missing ): (xmpp");
}

TEST_CASE("a pattern that needs too much memory is refused, whoever uses it") {
  CHECK_THROWS_AS(Pattern("((\\pL{100}){100}){100}"), ConfigError);
  CHECK(Pattern("\\pL{300}").matches(std::string(300, 'a')));
}
