// What an edited text does to the draft that it was made of.
#include "review/draft_edits.h"

#include "config/config.h"
#include "support/catch.h"

using namespace collector;

namespace {

const std::string kBase =
    "## Articles\n\n- [A](https://a.example) is news. <!-- c:a -->\n\n"
    "## Extensions\n\n### New\n\n- [X](https://x.example) is proposed. <!-- c:x -->\n\n"
    "### Updated\n\n- [Y](https://y.example) says more. <!-- c:y -->\n";

const std::string kMine = "[Mine](https://mine.example) is out.";

/// The base, with something else in place of `what`.
DraftEdits edits_with(const std::string& what, const std::string& instead) {
  const Config config = parse_config(
      "newsletter:\n  preset: none\n  sections:\n    - {name: articles, heading: Articles}\n"
      "    - {name: extensions, heading: Extensions}\nfeeds: []\n",
      "feeds.yaml");
  std::string edited = kBase;
  const std::size_t at = edited.find(what);
  REQUIRE(at != std::string::npos);
  return read_draft_edits(kBase, edited.replace(at, what.size(), instead), config.newsletter);
}

/// With these lines at the end of the articles.
DraftEdits edits_with(const std::string& lines) {
  return edits_with("\n## Extensions", lines + "\n## Extensions");
}

std::string remarks(const DraftEdits& edits) {
  REQUIRE(edits.complaints.empty());
  std::string told;
  for (const DraftComplaint& one : edits.remarks)
    told += std::to_string(one.line) + " " + one.message + "\n";
  return told;
}

}  // namespace

TEST_CASE("a new bullet that is there twice is new once") {
  const DraftEdits edits = edits_with("- " + kMine + "\n- " + kMine + "\n");

  CHECK(remarks(edits) == "5 says what another bullet says; left alone\n");
  REQUIRE(edits.edits.size() == 1);
  CHECK(edits.edits[0].kind == EditKind::Add);
  CHECK(edits.edits[0].value == kMine);
}

TEST_CASE(
    "a new bullet that is dropped, or below a heading that is no section, is left alone") {
  const auto [lines, told] = GENERATE(table<std::string, std::string>({
      {"- [-] " + kMine + "\n", "4 is new and dropped; left alone\n"},
      {"\n## Notes\n\n- " + kMine + "\n", "7 stands below no section; left alone\n"},
  }));

  const DraftEdits edits = edits_with(lines);

  CHECK(remarks(edits) == told);
  CHECK(edits.edits.empty());
}

TEST_CASE("bullets that tell no news are neither added nor remarked on") {
  const DraftEdits edits = edits_with("- Harbour Works:\n- \n- \n");

  CHECK(remarks(edits).empty());
  CHECK(edits.edits.empty());
}

TEST_CASE("a bullet whose words were taken out was removed") {
  const DraftEdits edits = edits_with("[A](https://a.example) is news. ", "");

  CHECK(remarks(edits).empty());
  REQUIRE(edits.edits.size() == 1);
  CHECK(edits.edits[0].kind == EditKind::Remove);
  CHECK(edits.edits[0].ids == std::vector<std::string>{"a"});
}

TEST_CASE("an extension that was moved to what happened to others is told to stay") {
  const std::string line = "- [X](https://x.example) is proposed. <!-- c:x -->\n";

  const DraftEdits edits = edits_with(line + "\n### Updated\n\n", "\n### Updated\n\n" + line);

  CHECK(remarks(edits) ==
        "12 what happened to an extension is told by its list; it stays under \"New\"\n");
  CHECK(edits.edits.empty());
}
