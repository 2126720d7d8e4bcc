#include "export/period.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("the months of an opening are replaced, whatever form they have") {
  const auto renewed = [](const char* text) { return with_period(text, {"May 2026"}); };
  CHECK(renewed("This issue covers the month of July 2025.") ==
        "This issue covers the month of May 2026.");
  CHECK(renewed("covering the month of September.") == "covering the month of May 2026.");
  CHECK(renewed("the month of December 2023 & January 2024. Since January 2020") ==
        "the month of May 2026. Since January 2020");
  CHECK(renewed("the months of February and March 2020.") == "the months of May 2026.");
  CHECK(renewed("News of July 2025 here") == "News of May 2026 here");
  CHECK(renewed("Marching through March 2025") == "Marching through May 2026");
  CHECK(renewed("No month at all") == "No month at all");
}

TEST_CASE("months are known in the newsletter's language") {
  const Period may{"mai 2026", "fr"};
  CHECK(with_period("Ce num\u00e9ro de d\u00e9cembre 2025 est long", may) ==
        "Ce num\u00e9ro de mai 2026 est long");
  CHECK(with_period("La maison en May 2024", may) == "La maison en mai 2026");
  CHECK(with_period_in_title("La lettre : avril 2026", may) == "La lettre : mai 2026");
  CHECK(with_period_in_title("El bolet\u00edn de abril de 2026", {"mayo de 2026", "es"}) ==
        "El bolet\u00edn de mayo de 2026");
}
