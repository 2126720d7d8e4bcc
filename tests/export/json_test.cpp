#include "export/json.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a digest is written in the contract's shape") {
  DigestEntry release;
  release.ids = {"a1", "b2"};
  release.markdown = "[Heron](https://heron.example/) has released \"1.2\".";
  release.title = "Heron 1.2";
  release.url = "https://heron.example/1.2";
  release.urls = {"https://heron.example/1.2"};
  release.project = "Heron";
  release.versions = {"1.2"};
  Digest digest;
  digest.month = "2024-01";
  digest.sections = {{"clients", "", "Clients", {release}}};

  CHECK(to_json(digest) == R"({
  "month": "2024-01",
  "sections": [
    {
      "section": "clients",
      "heading": "Clients",
      "entries": [
        {
          "ids": [
            "a1",
            "b2"
          ],
          "markdown": "[Heron](https://heron.example/) has released \"1.2\".",
          "title": "Heron 1.2",
          "url": "https://heron.example/1.2",
          "urls": [
            "https://heron.example/1.2"
          ],
          "project": "Heron",
          "versions": [
            "1.2"
          ],
          "group": "",
          "language": "",
          "entries": []
        }
      ]
    }
  ],
  "offered": []
}
)");
}

TEST_CASE("a span of days is named by its ends, a part of the extensions by its name") {
  Digest digest;
  digest.from = "2023-12-01";
  digest.to = "2024-02-02";
  digest.sections = {{"extensions", "Last Call", "Last Call", {}}};

  CHECK_THAT(to_json(digest),
             ContainsSubstring("\"from\": \"2023-12-01\",\n  \"to\": \"2024-02-02\""));
  CHECK_THAT(to_json(digest), ContainsSubstring("\"subsection\": \"Last Call\""));
}
