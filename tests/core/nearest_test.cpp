#include "core/nearest.h"

#include "support/catch.h"

#include <string>
#include <vector>

using namespace collector;

namespace {

const std::vector<std::string> kKeys{"name", "url", "interval", "include", "exclude"};

}  // namespace

TEST_CASE("a slip of the hand finds the word that was meant") {
  CHECK(nearest("intervall", kKeys) == "interval");
  CHECK(nearest("incldue", kKeys) == "include");
  CHECK(nearest("URL", kKeys) == "url");
  CHECK(nearest("ulr", kKeys) == "url");
  CHECK(nearest("nmae", kKeys) == "name");
}

TEST_CASE("another word finds nothing") {
  CHECK(nearest("colour", kKeys).empty());
  CHECK(nearest("", kKeys).empty());
  CHECK(nearest(std::string(100'000, 'x'), kKeys).empty());
  CHECK(did_you_mean("colour", kKeys).empty());
}
