#include "discover/page_text.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("a page's encoding is the header's, else its own meta element's, else UTF-8") {
  struct Case {
    const char* bytes;
    const char* content_type;
    const char* expected;
  };

  const auto [bytes, content_type, expected] = GENERATE(
      Case{"<p>Z\xC3\xBCrich", "text/html", "<p>Z\xC3\xBCrich"},
      Case{"<p>Z\xFCrich", "text/html; charset=iso-8859-1", "<p>Z\xC3\xBCrich"},
      Case{"<meta charset=\"latin1\"><p>Z\xFCrich", "text/html",
           "<meta charset=\"latin1\"><p>Z\xC3\xBCrich"},
      Case{"<META HTTP-EQUIV=x CONTENT='text/html; CHARSET=windows-1251'>\xCF", "",
           "<META HTTP-EQUIV=x CONTENT='text/html; CHARSET=windows-1251'>\xD0\x9F"},
      Case{"<meta charset=latin1>Z\xC3\xBCrich", "text/html; charset=utf-8",
           "<meta charset=latin1>Z\xC3\xBCrich"},
      Case{"<script charset='utf-8'></script><meta charset='latin1'>\xFC", "",
           "<script charset='utf-8'></script><meta charset='latin1'>\xC3\xBC"},
      Case{"<meta name=x><script charset='utf-8'></script><meta charset=latin1>\xFC", "",
           "<meta name=x><script charset='utf-8'></script><meta charset=latin1>"
           "\xC3\xBC"},
      Case{"<meta charset=latin1>Z\xC3\xBCrich", "text/html",
           "<meta charset=latin1>Z\xC3\xBCrich"},
      Case{"\xEF\xBB\xBF<p>caf\xC3\xA9", "", "<p>caf\xC3\xA9"},
      Case{"<p>Z\xFCrich", "text/html", "<p>Z\xC3\xBCrich"});  // mended

  CHECK(page_text(bytes, content_type) == expected);
}
