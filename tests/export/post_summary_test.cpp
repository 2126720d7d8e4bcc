#include "export/post_summary.h"

#include "config/config.h"
#include "support/catch.h"

using namespace collector;

TEST_CASE("a post's summary names what is inside") {
  const Config config = parse_config("", "");
  const std::string summary = post_summary(
      "## XSF Announcements\n\n### Ten years of herons!\n\nThey are "
      "[here](https://a.example/).\n\n"
      "## XMPP Articles\n\n- [Phone Co](https://phone.example/):\n"
      "  - [Data plan](https://phone.example/plan)\n\n"
      "## XMPP Software News\n\n### XMPP Servers\n\n"
      "- The [Gull team](https://gull.example/) has released [Gull "
      "2.0](https://gull.example/2).\n"
      "- [Heron](https://heron.example/) has released version "
      "[1.2](https://heron.example/1.2). "
      "See also [Heron 1.2: it swims](https://heron.example/post).\n"
      "- Upload plugin version [1.4.0](https://gull.example/up) has been released.\n",
      config.newsletter);

  CHECK(summary ==
        "In this issue: Ten years of herons! XMPP Articles: Data plan. "
        "XMPP Servers: Gull 2.0, Heron and Upload plugin.");
}

TEST_CASE("that a section has nothing is no news") {
  Newsletter newsletter;
  newsletter.sections = {{"articles", "Articles", "", "", {}},
                         {"events", "Events", "", "**No** events this month.", {}}};

  CHECK(post_summary("## Articles\n\n- [A walk](https://a.example/)\n\n## Events\n\n"
                     "- **No** events this month.\n",
                     newsletter) == "In this issue: Articles: A walk.");
}

TEST_CASE("a summary in another language names the project of a release, not its version") {
  Newsletter newsletter;
  newsletter.sections = {{"software", "نرم‌افزار", "", "", {}}};
  newsletter.wording.summary = "今号の内容：";
  newsletter.wording.stop = "。";

  CHECK(post_summary("## نرم‌افزار\n\n- نسخهٔ [2.1.1](https://p.example/2.1.1) "
                     "[پارسی](https://p.example/) منتشر شد.\n",
                     newsletter) == "今号の内容：نرم‌افزار: پارسی。");
}

TEST_CASE("a summary names the project of a release that no link is called by") {
  const auto summary = [](const std::string& language, const std::string& bullets) {
    Newsletter newsletter =
        parse_config("newsletter: {preset: none, language: " + language + "}", "").newsletter;
    newsletter.sections = {{"software", "Software", "", "", {}}};
    return post_summary("## Software\n\n" + bullets, newsletter);
  };

  CHECK(summary("ru",
                "- heron: новый выпуск — версии [1.1](https://a.example/1.1) и "
                "[1.2](https://a.example/1.2). Что изменилось: [1.0 → "
                "1.2](https://a.example/1.0...1.2).\n") == "В этом выпуске: Software: heron.");
  CHECK(summary("ja",
                "- [XEP-0384](https://x.example/xep-0384.html)対応「[鷺](https://a.example/)"
                "」のバージョン[1.2](https://a.example/1.2)がリリースされました。\n") ==
        "今号の内容：Software: 鷺。");
  CHECK(summary("en",
                "- Heron, a bird, version [1.2](https://a.example/1.2) has been released.\n"
                "- The plugin has got to version [1.3](https://b.example/1.3).\n"
                "- Gull now has [XEP-0384](https://x.example/xep-0384.html), [1.4]("
                "https://c.example/1.4) and a [nest](https://c.example/).\n") ==
        "In this issue: Software: Heron, The plugin has got to and nest.");
}
