#include "news/test_calls.h"

#include "news/recognised.h"
#include "support/catch.h"

using namespace collector;

namespace {

Item recognised(const std::string& title, const std::string& project = {}) {
  std::vector<Project> known(1);
  known[0].name = "Heron";
  Item item;
  item.url = "https://blog.example/post";
  item.title = title;
  FeedSource source;
  source.project = project;
  recognise(item, source, "", ProjectRegistry(known));
  return item;
}

}  // namespace

TEST_CASE("who asks for tests of a version has not released it") {
  const char* title = GENERATE(
      "Call for testing: Heron 3.0", "Call for testing: Heron 3.0 is available",
      "Heron 3.0: call for testing", "CFT: Heron 3.0", "Heron 3.0 call for testers",
      "Please test: Heron 3.0", "Please test Heron 3.0", "Heron 3.0 - please test",
      "Heron 3.0: help us test", "Heron 3.0 needs testing", "Heron 3.0 available for testing",
      "Heron 3.0 ready for testing!", "Heron 3.0 test days", "Bitte testen: Heron 3.0",
      "Heron 3.0 zum Testen", "Call for testing: Quay 3.0");
  CAPTURE(title);

  const Item item = recognised(title);

  CHECK(item.kind == ItemKind::Article);
  CHECK(item.version.empty());
}

TEST_CASE("a project's own feed may ask for tests, too") {
  CHECK(recognised("3.0: call for testing", "Heron").kind == ItemKind::Article);
  CHECK(recognised("3.0: please test", "Heron").kind == ItemKind::Article);
}

TEST_CASE("what is to be tested may be out") {
  CHECK(recognised("Heron 3.0 released, please test").kind == ItemKind::Release);
  CHECK(recognised("Heron 3.0 released: call for testers").kind == ItemKind::Release);
  CHECK(recognised("Release of Heron 3.0 and a call for testing").kind == ItemKind::Release);
  CHECK(recognised("Heron 3.0 is out: help test the next one").kind == ItemKind::Release);
  CHECK(recognised("Heron 3.0 – a tool for testing servers").kind == ItemKind::Release);
  CHECK(recognised("Call for testing: Heron 3.0 beta 2").version == "3.0-beta2");
  CHECK(recognised("Heron 3.0-rc1 available for testing").kind == ItemKind::Prerelease);
  CHECK(recognised("Heron 3.0 – beta: please test").kind == ItemKind::Prerelease);
}
