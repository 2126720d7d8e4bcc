#include "newsletter/front_matter.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("front matter is read in the forms of the usual generators") {
  struct Case {
    std::string document;
    MatterForm form;
    std::string text;
    int lines;
  };

  const auto one =
      GENERATE(Case{"---\ntitle: A\n---\n\nText.\n", MatterForm::Yaml, "title: A\n", 3},
               Case{"---\r\ntitle: A\r\n---\r\nText.\n", MatterForm::Yaml, "title: A\r\n", 3},
               Case{"+++\ntitle = \"A\"\n+++\nText.\n", MatterForm::Toml, "title = \"A\"\n", 3},
               Case{"Title: A\nDate: 2024-01-03\n\nText.\n", MatterForm::Pelican,
                    "Title: A\nDate: 2024-01-03\n", 3},
               Case{"---\ntitle: A\n", MatterForm::None, "", 0},
               Case{"+++\ntitle = \"A\"\n---\n", MatterForm::None, "", 0},
               Case{"Note: the harbour is closed.\n\nText.\n", MatterForm::None, "", 0},
               Case{"Title: A\nand no more of it\n\nText.\n", MatterForm::None, "", 0},
               Case{"Title: A\n", MatterForm::None, "", 0}, Case{"", MatterForm::None, "", 0});
  CAPTURE(one.document);
  const FrontMatter matter = front_matter(one.document);

  CHECK(matter.form == one.form);
  CHECK(matter.text == one.text);
  CHECK(matter.lines == one.lines);
  const std::string rest = one.document.substr(matter.bytes);
  CHECK(rest.find(one.form == MatterForm::None ? one.document : "Text.") != std::string::npos);
}

TEST_CASE("front matter is read behind the mark of UTF-8, which belongs to it") {
  const std::string mark = "\xef\xbb\xbf";

  const FrontMatter matter = front_matter(mark + "---\ntitle: A\n---\nText.\n");
  CHECK(matter.text == "title: A\n");
  CHECK(matter.bytes == 20);
  CHECK(matter.lines == 3);
  CHECK(front_matter(mark + "Title: A\n\nText.\n").form == MatterForm::Pelican);
  CHECK(front_matter(mark + "Text.\n").bytes == mark.size());
}

TEST_CASE("values of front matter come without quotation marks") {
  CHECK(matter_value(front_matter("---\ntitle: 'A b'\n---\n"), "title") == "A b");
  CHECK(matter_value(front_matter("+++\ndate = 2024-01-03\n+++\n"), "date") == "2024-01-03");
  CHECK(matter_value(front_matter("Title: A: b\r\n\r\n"), "title") == "A: b");
  CHECK(matter_value(front_matter("---\ntitle: A\n---\n"), "date").empty());
}

TEST_CASE("front matter outlives the document that it was read off") {
  const FrontMatter matter =
      front_matter(std::string("---\ntitle: Landing at the quay\n---\n"));
  CHECK(matter.text == "title: Landing at the quay\n");
}
