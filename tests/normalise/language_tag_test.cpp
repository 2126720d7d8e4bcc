#include "normalise/language_tag.h"

#include "support/catch.h"

#include <utility>
#include <vector>

using namespace collector;

TEST_CASE("codes of languages become those of BCP 47, and what is none goes") {
  const std::vector<std::pair<std::string, std::string>> cases{{"en", "en"},
                                                               {" en_us ", "en-us"},
                                                               {"PT-BR", "PT-BR"},
                                                               {"eng", "en"},
                                                               {"ENG", "en"},
                                                               {"ger-AT", "de-AT"},
                                                               {"nds", "nds"},
                                                               {"zh-Hant", "zh-Hant"},
                                                               {"DE,EN", "DE,EN"},
                                                               {"deu, mul", "de"},
                                                               {"mul", ""},
                                                               {"und", ""},
                                                               {"x-default", ""},
                                                               {"English", ""},
                                                               {"ENGLISH", ""},
                                                               {"e", ""},
                                                               {"en;q=0.5", ""},
                                                               {"", ""},
                                                               {",", ""},
                                                               {"d\xC3\xA9", ""},
                                                               {"en, de;q=1", "en"},
                                                               {"eng-x", ""},
                                                               {"https://a/b", ""}};
  for (const auto& [written, tag] : cases) {
    INFO(written);
    CHECK(language_tag(written) == tag);
  }
}
