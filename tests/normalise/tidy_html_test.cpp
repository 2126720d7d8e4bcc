#include "normalise/tidy_html.h"

#include "support/catch.h"

#include <string>
#include <vector>

using namespace collector;

namespace {

/// All that a reader passes on, in one text.
class Transcript : public HtmlEvents {
 public:
  void on_start(std::string_view name, std::span<const HtmlAttribute> attributes) override {
    text_.append("<").append(name);
    for (const HtmlAttribute& attribute : attributes) {
      text_.append(" ").append(attribute.name).append("=").append(attribute.value);
    }
    text_ += ">";
  }

  void on_end(std::string_view name) override { text_.append("</").append(name).append(">"); }

  void on_text(std::string_view text) override { text_ += text; }

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

}  // namespace

TEST_CASE("tidy HTML is read as the full parser reads it") {
  const std::vector<std::string> fragments = {
      "<p>one <b>two</b> three</p>",
      "loose <em>text</em> everywhere",
      "<a href=\"https://example.org/?a=1&amp;b=2&copy=3\" title='it is \"x\"'>x</a>",
      "<img src=\"a.png\" alt=\"\"/><br><br/><hr>",
      "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
      "a<!-- comment -->b",
      "caf&eacute; &#233; &#x2014; &amp; &lt;b&gt; &unknown; &",
      "<h2 id=\"x\" data-a-b=\"1\">head</h2>\n\n<pre>a\n  b</pre>",
      "<table><tr><td colspan=\"2\">x</td></tr></table>",
      "1 &lt; 2",
      "日本語 <b>太字</b>",
  };
  for (const std::string& fragment : fragments) {
    INFO(fragment);
    Transcript tidy;
    Transcript full;
    CHECK(read_tidy_html(fragment, tidy));
    read_html(fragment, full);
    CHECK(tidy.text() == full.text());
  }
}

TEST_CASE("what is not tidy is left to the full parser") {
  for (const std::string fragment :
       {"<p>open", "<b><i>crossed</b></i>", "</p>", "<P>x</P>", "<a href=x>y</a>", "a < b",
        "<script>x</script>", "<iframe src=\"x\"></iframe>", "<!DOCTYPE html><p>x</p>",
        "<!-- open", "<!--> x -->", "<a href=\"x>y</a>", "<p", "<", "<svg><a>x</a></svg>"}) {
    INFO(fragment);
    Transcript transcript;
    CHECK_FALSE(read_tidy_html(fragment, transcript));
  }
}
