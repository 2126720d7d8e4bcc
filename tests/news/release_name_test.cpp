#include "news/release_name.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("the words before a version name what was released") {
  const auto name = [](const std::string& title) {
    return name_before(title, *find_version(title));
  };

  CHECK(name("HTTP File Upload plugin 1.4.0 released") == "HTTP File Upload plugin");
  CHECK(name("Presence Service plugin v1.7.2 release") == "Presence Service plugin");
  CHECK(name("slix-1.8.5") == "slix");
  CHECK(name("MongooseIM version 6.4") == "MongooseIM");
  CHECK(name("Release v0.2.17").empty());
  CHECK(name("Version 1.0.0 – first stable").empty());
  CHECK(name("0.13.0").empty());
  CHECK(name("[ANN] Quay 1.0 released") == "Quay");
  CHECK(name("[Quay] 1.0") == "Quay");
  CHECK(name("Quay [1.0]") == "Quay");
  CHECK(name("[1.0] - 2024-01-02").empty());
  CHECK(name("@harbour/quay@1.0") == "@harbour/quay");
}

TEST_CASE("a planet puts who tells it in front") {
  CHECK(without_teller("ProcessOne: ejabberd") == "ejabberd");
  CHECK(without_teller("Ada: The Harbour: Quay") == "Quay");
  CHECK(without_teller("AnyEvent::XMPP") == "AnyEvent::XMPP");
  CHECK(without_teller("Quay") == "Quay");
}
