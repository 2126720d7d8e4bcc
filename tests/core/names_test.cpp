#include "core/names.h"

#include "support/catch.h"

using namespace collector;

namespace {

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("capitals of every alphabet count as small letters") {
  CHECK(fold_name("ЁЖ-чат") == fold_name("Ёж Чат"));
  CHECK(fold_name("ŻURAW") == fold_name("Żuraw"));
  CHECK(words("Зустріч У ЛЬВОВІ") == Words{"зустріч", "у", "львові"});
}

TEST_CASE("signs of other scripts part words") {
  CHECK(words("لقاء المجتمع، الرياض؟") == Words{"لقاء", "المجتمع", "الرياض"});
  CHECK(words("¡Publicado «Quay»!") == Words{"publicado", "quay"});
  CHECK(words("影ソフト：「Kage」、（公開）") == Words{"影", "ソフト", "kage", "公開"});
}

TEST_CASE("what is written without blanks is parted where the script changes") {
  CHECK(words("技術書典21に行ってきた") == Words{"技術書典", "21", "に", "行", "ってきた"});
  CHECK(words("サクラエディタのプラグインv1") ==
        Words{"サクラエディタ", "の", "プラグイン", "v1"});
  CHECK(words("Kage2を公開") == Words{"kage2", "を", "公開"});
  CHECK(words("it's Ann’s") == Words{"its", "anns"});
  CHECK(fold_name("Kage 日記") == fold_name("kage日記"));
}
