// Drafts taken up again: what stands around their entries.
#include "export/draft.h"
#include "support/catch.h"

using namespace collector;

namespace {

Newsletter newsletter() {
  Newsletter made;
  made.sections = {{"walks", "Walks", "", "", {}},
                   {"talks", "Talks", "", "No talks this month.", {}}};
  return made;
}

constexpr const char* kTalk = "- [a](https://a.example) is a talk. <!-- c:a -->\n";

std::string merge(const std::string& base, const std::string& edited, const std::string& now,
                  const std::string& origin = "") {
  return merge_drafts({base, edited, now, origin}, Markers::Omitted, newsletter());
}

std::string plain(const std::string& text) {
  return with_markers(text, Markers::Omitted);
}

}  // namespace

TEST_CASE("what an editor wrote between the entries stays after it was applied") {
  const std::string talks = std::string("## Talks\n\n") + kTalk;
  const std::string help = "\n## Help\n\n- Write to us.\n- Come by.\n";
  const std::string given = "---\ntitle: Old\n---\n\nHello.\n\n" + talks + help;
  const std::string now = "---\ntitle: New\n---\n\nHello.\n\n" + talks + help;
  const std::string edited = "---\ntitle: Old\n---\n\nWelcome!\n\n" + talks +
                             "\n## Help\n\n- Write to us, daily.\n- Sing.\n\n## Thanks\n";

  CHECK(merge(edited, plain(edited), given, given) == plain(edited));
  const std::string renewed = merge(edited, plain(edited), now, given);
  CHECK(renewed.find("title: New\n---\n\nWelcome!") != std::string::npos);
}

TEST_CASE("a sentence that there is nothing stands beside nothing else") {
  const std::string nothing = "## Talks\n\n- No talks this month.\n";
  const std::string own = "## Talks\n\n- [Mine](https://mine.example)\n";
  const std::string one = std::string("## Talks\n\n") + kTalk;

  CHECK(merge("", own, nothing) == own);
  CHECK(merge(nothing, own + "- No talks this month.\n", nothing) == own);
  CHECK(merge(nothing, nothing, nothing) == nothing);
  CHECK(merge(one, plain(one), nothing) == nothing);
  CHECK(merge(one, plain(one) + "- Mine.\n", nothing) == "## Talks\n\n- Mine.\n");
}

TEST_CASE("new bullets look like those of their list, else like the others of the file") {
  const std::string now = std::string("## Talks\n\n") + kTalk;
  const std::string talk = plain(kTalk).substr(1);

  CHECK(merge("", "## Talks\n\n* [Mine](https://mine.example)\n", now) ==
        "## Talks\n\n*" + talk + "* [Mine](https://mine.example)\n");
  CHECK(merge("", "## Walks\n\n+ Far.\n\n## Talks\n", now) ==
        "## Walks\n\n+ Far.\n\n## Talks\n\n+" + talk);
  CHECK(merge("", "* Above.\n\n## Talks\n", now) == "* Above.\n\n## Talks\n\n-" + talk);
}
