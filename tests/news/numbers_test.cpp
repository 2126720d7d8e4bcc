#include "news/numbers.h"

#include "news/recognised.h"
#include "support/catch.h"

#include <chrono>

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

TEST_CASE("what opens a title of a project's own feed may be a day, an amount or a version") {
  using namespace std::chrono;
  const auto kind = [](const std::string& title, std::optional<UtcTime> published = {}) {
    Item item;
    item.url = "https://heron.example/1";
    item.title = title;
    item.published = published;
    FeedSource source;
    source.project = "Heron";
    recognise(item, source, "", ProjectRegistry{});
    return item.kind;
  };
  const UtcTime in_august = sys_days{2024y / August / 27};
  const UtcTime in_september = sys_days{2024y / September / 5};
  const UtcTime in_november = sys_days{2026y / November / 5};

  CHECK(kind("1.102: faster search") == ItemKind::Release);
  CHECK(kind("24.08: what is new") == ItemKind::Release);
  CHECK(kind("24.08: faster search", in_august) == ItemKind::Release);
  CHECK(kind("24.08: faster search", in_september) == ItemKind::Release);
  CHECK(kind("24.08: an evening by the pond") == ItemKind::Article);
  CHECK(kind("24.08: an evening by the pond", in_november) == ItemKind::Article);
  CHECK(kind("18.11: an evening by the pond", in_november) == ItemKind::Article);
  CHECK(kind("24.08: Stammtisch", in_august) == ItemKind::Event);
  CHECK(kind("10.000: so many downloads") == ItemKind::Article);
  CHECK(kind("1.234.567: so many downloads") == ItemKind::Article);
}
