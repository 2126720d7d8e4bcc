#include "fetch/transfer_options.h"

#include "core/error.h"
#include "support/catch.h"

#include <memory>

using namespace collector;

TEST_CASE("an option that libcurl does not know is told with its number") {
  const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> easy(curl_easy_init(),
                                                                 &curl_easy_cleanup);
  constexpr auto kUnknown = static_cast<CURLoption>(9999);

  CHECK_THROWS_WITH(
      set_option(easy.get(), kUnknown, 1L),
      StartsWith("libcurl refuses option 9999: ") && ContainsSubstring("is it older than"));
}
