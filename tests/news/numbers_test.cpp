#include "news/numbers.h"

#include "news/recognised.h"
#include "support/catch.h"

using namespace collector;

namespace {

Item of_heron(const std::string& title) {
  std::vector<Project> known(1);
  known[0].name = "Heron";
  return test::recognised("https://heron.example/1", title, ProjectRegistry(known));
}

}  // namespace

TEST_CASE("an amount is no version") {
  const char* title = GENERATE(
      "Heron has 2.5 million users", "Heron: 2.5 Million Users", "2025: 1.5 million users",
      "Heron: 1.5 Millionen Nutzer", "Heron : 1.5 millions d'utilisateurs",
      "Heron: 2.5 millones de usuarios", "Heron in 1.5 minutes", "Heron in 1.5 Stunden",
      "Heron, 2.5 años después", "Heron: 2.5 ans déjà", "Heron 99.9% uptime",
      "Heron 99.9 % uptime", "Heron 99.9\u00a0% uptime", "Heron is 1.5 times faster",
      "Heron 1.5x faster", "Heron 1.5 x faster", "Heron 1.5M users", "Heron: 2.5k stars",
      "Heron uses 1.5 GB", "Heron 1.5GB", "Quay: 1.5-million-user mark");
  CAPTURE(title);

  const Item item = of_heron(title);

  CHECK(item.kind == ItemKind::Article);
  CHECK(item.version.empty());
}

TEST_CASE("a version may have such words near") {
  const auto [title, version] = GENERATE(table<const char*, const char*>({
      {"Heron 2.5: million-fold thanks", "2.5"},
      {"Heron 2.5 - 3 hours in the making", "2.5"},
      {"Heron 2.5.1 days later", "2.5.1"},
      {"Heron 2.5 for millions", "2.5"},
      {"Heron 2.5x", "2.5x"},
      {"Heron 2.5 Second Edition", "2.5"},
      {"Heron 2.5 – 50% faster", "2.5"},
  }));
  CAPTURE(title);

  const Item item = of_heron(title);

  CHECK(item.kind == ItemKind::Release);
  CHECK(item.version == version);
}
