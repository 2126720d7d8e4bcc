#include "normalise/web_page.h"

#include "support/catch.h"

using namespace collector;

namespace {

WebPage read(const std::string& html) {
  return read_web_page(html, "https://quay.example/2024/landing");
}

}  // namespace

TEST_CASE("a page is read by what it says of itself to programs") {
  const WebPage page = read(R"(<!DOCTYPE html><html lang="en-GB"><head>
    <title>Landing made easy | The Quay</title>
    <meta property="og:title" content="Landing &amp; leaving">
    <meta property="og:description" content="How to land.">
    <meta name="author" content="Ann Chor">
    <meta property="article:published_time" content="2024-01-03T09:00:00+01:00">
    <meta property="article:modified_time" content="2024-01-05T09:00:00+01:00">
    <link rel="canonical" href="/landing">
    <meta name=generator content="Quaywriter 2">
    </head><body><h1>A banner</h1><time datetime="1999-01-01">old</time></body></html>)");

  CHECK(page.title == "Landing & leaving");
  CHECK(page.author == "Ann Chor");
  CHECK(page.published == "2024-01-03T09:00:00+01:00");
  CHECK(page.modified == "2024-01-05T09:00:00+01:00");
  CHECK(page.language == "en-GB");
  CHECK(page.description == "How to land.");
  CHECK(page.generator == "Quaywriter 2");
  CHECK(page.canonical == "https://quay.example/landing");
}

TEST_CASE("JSON-LD tells date, author and headline, wherever the article lies in it") {
  const std::string json = GENERATE(
      R"({"@type":"BlogPosting","headline":"Landing","datePublished":"2024-01-03",
          "author":{"@type":"Person","name":"Ann Chor"},"inLanguage":"de"})",
      R"({"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Quay"},
          {"@type":"Article","headline":"Landing","datePublished":"2024-01-03",
           "author":[{"name":"Ann Chor"},{"name":"Bo Uy"}],"inLanguage":"de"}]})",
      R"([{"@type":"BreadcrumbList"},{"headline":"Landing","datePublished":"2024-01-03",
          "author":"Ann Chor","inLanguage":"de"}])");

  const WebPage page = read("<html><head><script type='application/ld+json'>" + json +
                            "</script></head></html>");

  CHECK(page.title == "Landing");
  CHECK(page.published == "2024-01-03");
  CHECK(page.author == "Ann Chor");
  CHECK(page.language == "de");
}

TEST_CASE("the name of the site is no part of a page's title") {
  const auto title = [](const std::string& head, const std::string& heading) {
    return read("<html><head>" + head + "</head><body><h1>" + heading + "</h1></body>").title;
  };

  CHECK(title("<title>Landing made easy | The Quay</title>", "Landing made easy") ==
        "Landing made easy");
  CHECK(title("<title>The Quay – Landing made easy</title>", "The Quay") ==
        "The Quay – Landing made easy");
  CHECK(title("<title>Landing | The Very Long Quay</title>", "") ==
        "Landing | The Very Long Quay");
  CHECK(title("<meta property='og:title' content='Landing - The Quay'>"
              "<meta property='og:site_name' content='The Quay'>",
              "Menu") == "Landing");
  CHECK(title("<meta property='og:title' content='The Quay'>"
              "<meta property='og:site_name' content='The Quay'>",
              "") == "The Quay");
  CHECK(title("<title>C - the language</title>", "C") == "C - the language");
}

TEST_CASE("a title that the heading repeats counts more than JSON-LD's") {
  const std::string json =
      "<script type='application/ld+json'>{\"headline\":\"island in the sea\"}</script>";

  CHECK(read("<title>Quay - Lexicon</title>" + json + "<h1>Quay</h1>").title ==
        "island in the sea");
  CHECK(read("<title>Quay Island - Lexicon</title>" + json + "<h1>Quay Island</h1>").title ==
        "Quay Island");
}

TEST_CASE("of what stands where a date belongs the first that is one is taken") {
  CHECK(read("<time datetime='15h14'>today</time>"
             "<abbr class='date published' title='2024-01-03T09:00:00Z'>x</abbr>")
            .published == "2024-01-03T09:00:00Z");
  CHECK(read("<abbr itemprop='datePublished' title='2024-01-03T09:00:00Z'>9:00</abbr>")
            .published == "2024-01-03T09:00:00Z");
  CHECK(read("<meta name='date' content='soon'>").published.empty());
}

TEST_CASE("JSON-LD of XHTML is read, and \"By\" is no part of a name") {
  const WebPage page = read(
      "<script type='application/ld+json'>//<![CDATA[\n{\"headline\":\"Landing\",\"author\":"
      "\"By Ann Chor\"}\n//]]></script>");

  CHECK(page.title == "Landing");
  CHECK(page.author == "Ann Chor");
}

TEST_CASE("a page is UTF-8 when it comes here, whatever it once was") {
  const WebPage page = read(
      "<html><head><meta charset='iso-8859-1'><title>Café</title>"
      "<meta name='author' content='René'></head></html>");

  CHECK(page.title == "Café");
  CHECK(page.author == "René");
}

TEST_CASE("a page without metadata gives its title, its first time and its heading") {
  const WebPage page = read(
      "<title> Landing\n made easy </title><h1>Landing</h1>"
      "<p>by <a rel='author' href=/ann>Ann <b>Chor</b></a>, "
      "<time>3 January 2024</time>");

  CHECK(page.title == "Landing made easy");
  CHECK(page.author == "Ann Chor");
  CHECK(page.published == "3 January 2024");
  CHECK(read("<h1>Only <i>this</i></h1><p>text").title == "Only this");
}

TEST_CASE("scripts, broken JSON-LD and hostile pages give nothing") {
  CHECK(read("<script>document.write('<title>no</title>')</script>").title.empty());
  CHECK(read("<script type='application/ld+json'>{\"headline\": </script>").title.empty());
  CHECK(read("<script type='application/ld+json'>" + std::string(100'000, '[') + "</script>")
            .title.empty());
  CHECK(read("").title.empty());
  std::string many;
  for (int i = 0; i < 10'000; ++i)
    many += "<link rel=alternate type=application/rss+xml href=/" + std::to_string(i) + ">";
  CHECK(read(many).feeds.size() == 50);
  CHECK(read("<title>" + std::string(100'000, 'x') + "</title>").title.size() <= 1000);
}

TEST_CASE("feeds that are no addresses of the web are not taken") {
  const WebPage page = read(
      "<link rel=alternate type=application/rss+xml href='javascript:alert(1)'>"
      "<link rel=alternate type=application/rss+xml href='file:///etc/passwd'>"
      "<a href='ftp://quay.example/feed.xml'>feed</a><a href='/feed.xml'>feed</a>");

  CHECK(page.feeds.empty());
  REQUIRE(page.linked.size() == 1);
  CHECK(page.linked[0].url == "https://quay.example/feed.xml");
}
