#include "store/fingerprint.h"

#include "support/catch.h"

#include <set>

using namespace collector;

TEST_CASE("where one text ends and the next begins makes a difference") {
  CHECK(Fingerprint().add("ab").add("c").value() != Fingerprint().add("a").add("bc").value());
  CHECK(Fingerprint().add("a").value() != Fingerprint().add("a").add("").value());
}

TEST_CASE("texts that hardly differ have nothing in common") {
  std::set<std::uint64_t> beginnings;
  for (int n = 0; n < 100; ++n)
    beginnings.insert(Fingerprint().add("planet").add("tag:" + std::to_string(n)).value() >>
                      40);

  CHECK(beginnings.size() == 100);
}

TEST_CASE("an item's fingerprint knows what its feed may change, and no more") {
  Item item;
  item.title = "A title";
  const std::int64_t before = fingerprint(item);

  item.published = UtcTime{seconds{1}};
  item.section = "clients";
  item.language = "de";
  item.language_guessed = true;
  CHECK(fingerprint(item) == before);
  item.language_guessed = false;
  CHECK(fingerprint(item) != before);
  item.language.clear();
  item.categories = {"xmpp"};
  CHECK(fingerprint(item) != before);
}
