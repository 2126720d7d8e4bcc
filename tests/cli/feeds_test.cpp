#include "cli/program.h"
#include "core/json.h"
#include "support/catch.h"
#include "support/http_server.h"
#include "support/paths.h"

#include <iterator>

using collector::Json;
using collector::parse_json;
using namespace collector::test;

namespace {

constexpr const char* kFeed =
    R"(<rss version="2.0"><channel><title>Quay news</title>
       <item><title>Quay 1.0 released</title><guid>1</guid>
         <pubDate>Wed, 03 Jan 2024 12:00:00 GMT</pubDate></item>
       <item><title>A walk on the quay</title><guid>2</guid></item></channel></rss>)";

std::string settings() {
  return "settings: {allow_private_addresses: true, timeout: 10s}\n";
}

/// A blog with a page and its feed.
void serve_blog(HttpServer& server) {
  server.on("/blog", http_answer(200, {{"Content-Type", "text/html"}},
                                 "<title>Quay</title><link rel=alternate "
                                 "type=application/rss+xml href=/news.rss>"));
  server.on("/news.rss", http_answer(200, {}, kFeed));
}

}  // namespace

TEST_CASE("feeds add finds the feed of a page and writes it down, once") {
  HttpServer server;
  serve_blog(server);
  const Program collector;
  const std::string before =
      settings() + "feeds:  # ours\n  - name: Pier\n    url: " + server.url("/pier.rss") + "\n";
  const std::string file = collector.write("feeds.yaml", before);

  const Ran first = collector({"feeds", "add", server.url("/blog"), "--section", "clients"});
  const std::string once = read_file(file);
  const Ran second = collector({"feeds", "add", server.url("/blog")});

  CHECK(first.code == 0);
  CHECK(first.out.empty());
  CHECK_THAT(first.err, ContainsSubstring("\"Quay news\" added"));
  CHECK(once == before + "  - name: Quay news\n    url: " + server.url("/news.rss") +
                    "\n    section: clients\n");
  CHECK(second.code == 0);
  CHECK_THAT(second.err, ContainsSubstring("already"));
  CHECK(read_file(file) == once);
}

TEST_CASE("a feed whose address has a space is found and added by the address it has") {
  HttpServer server;
  server.on("/blog", http_answer(200, {{"Content-Type", "text/html"}},
                                 "<title>Quay</title><link rel=alternate "
                                 "type=application/rss+xml href='/the news.rss'>"));
  server.on("/the%20news.rss", http_answer(200, {}, kFeed));
  const Program collector;
  const std::string file = collector.write("feeds.yaml", settings());
  const std::string address = server.url("/the%20news.rss");

  CHECK_THAT(collector({"feeds", "discover", server.url("/blog")}).out,
             ContainsSubstring("\t" + address + "\t"));
  CHECK(collector({"feeds", "add", server.url("/the news.rss")}).code == 0);
  CHECK_THAT(read_file(file), ContainsSubstring("url: " + address + "\n"));
  CHECK_THAT(collector({"feeds", "add", server.url("/blog")}).err,
             ContainsSubstring("already"));
}

TEST_CASE("feeds add says what is missing, and leaves the file as it is") {
  HttpServer server;
  server.on("/", http_answer(200, {{"Content-Type", "text/html"}}, "<title>none</title>"));
  server.on_anything(
      [](const HttpRequest&, HttpReply& reply) { reply.send(http_answer(404)); });
  const Program collector;
  CHECK(collector({"feeds", "add", server.url("/")}).code == 6);  // nothing to add to
  const std::string file = collector.write("feeds.yaml", settings());

  const Ran none = collector({"feeds", "add", server.url("/")});
  CHECK(none.code == 1);
  CHECK_THAT(none.err, ContainsSubstring("no feed is named there"));
  CHECK(collector({"feeds", "add", server.url("/"), "--section", "boats"}).code == 2);
  CHECK(collector({"feeds", "add", "file:///etc/passwd"}).code == 2);
  CHECK(read_file(file) == settings());
}

TEST_CASE("feeds discover shows what it found, for people and for programs") {
  HttpServer server;
  serve_blog(server);
  const Program collector;
  collector.write("feeds.yaml", settings());

  CHECK_THAT(collector({"feeds", "discover", server.url("/blog")}).out,
             ContainsSubstring("rss20\t2\t2024-01-03\t" + server.url("/news.rss")));
  const Ran ran = collector({"feeds", "discover", server.url("/blog"), "--format", "json"});
  const Json::Array found = parse_json(ran.out).value().elements();
  REQUIRE(found.size() == 1);
  CHECK(found[0]["url"] == server.url("/news.rss"));
  CHECK(found[0]["entries"] == 2);
}

TEST_CASE("feeds check asks once, stores nothing, and tells how each feed is") {
  HttpServer server;
  serve_blog(server);
  server.on("/gone.rss", http_answer(404));
  const Program collector;
  collector.write("feeds.yaml", settings() + "feeds:\n  - {name: Quay, url: '" +
                                    server.url("/news.rss") + "'}\n  - {name: Gone, url: '" +
                                    server.url("/gone.rss") +
                                    "'}\n  - {name: Off, enabled: false, url: '" +
                                    server.url("/off.rss") + "'}\n");

  const Ran ran = collector({"feeds", "check", "--format", "json", "--now",
                             "2024-02-01T00:00:00Z", "--db", collector.path("news.db")});

  CHECK(ran.code == 3);
  const Json::Array checks = parse_json(ran.out).value().elements();
  REQUIRE(checks.size() == 2);
  CHECK(checks[0]["format"] == "rss20");
  CHECK(checks[0]["entries"] == 2);
  CHECK(checks[0]["undated"] == 1);
  CHECK(checks[0]["newest"] == "2024-01-03T12:00:00Z");
  CHECK(checks[0]["problems"] == Json::array({"1 of its entries have no date"}));
  CHECK(checks[1]["failed"] == true);
  CHECK_THAT(checks[1]["problems"].elements().at(0).text(), ContainsSubstring("404"));
  CHECK(server.requests().size() == 2);
  CHECK_FALSE(std::filesystem::exists(collector.path("news.db")));
}

TEST_CASE("feeds check says of a feed that it did not ask why") {
  HttpServer server;
  server.on("/news.rss", http_answer(429, {{"Retry-After", "14400"}}));
  const Program collector;
  std::string feeds = "settings: {allow_private_addresses: true, max_per_host: 1}\nfeeds:\n";
  for (const char* name : {"Quay", "Pier"})
    feeds += "  - {name: " + std::string(name) + ", url: " + server.url("/news.rss") + "}\n";
  collector.write("feeds.yaml", feeds);

  const Ran ran = collector({"feeds", "check", "--format", "json"});

  CHECK(ran.code == 3);
  CHECK(parse_json(ran.out).value().elements().at(1)["problems"] ==
        Json::array({"not asked: 127.0.0.1 wants to be left alone for another 4 h"}));
}

TEST_CASE("feeds check tells of waits that are longer than any feed's") {
  const Program collector;
  collector.write("feeds.yaml",
                  "settings: {min_interval: 8d}\nfeeds:\n"
                  "  - {name: Quay, url: 'https://quay.example/', interval: 2w}\n"
                  "  - {name: Pier, url: 'https://pier.example/', interval: 7d}\n");

  const Ran ran = collector({"feeds", "check", "--offline"});

  CHECK(ran.code == 0);
  CHECK_THAT(ran.err,
             StartsWith("settings: \"min_interval\" of 8d counts as 7 days: no feed waits "
                        "longer\n"
                        "feed \"Quay\": \"interval\" of 2w counts as 7 days: no feed waits "
                        "longer\n") &&
                 !ContainsSubstring("Pier"));
  CHECK(collector({"feeds", "check", "--offline", "-q"}).err.empty());
}

TEST_CASE("feeds check tells of an address that two feeds have") {
  const Program collector;
  collector.write("feeds.yaml",
                  "feeds:\n"
                  "  - {name: Quay, url: 'https://quay.example/'}\n"
                  "  - {name: Again, url: 'https://quay.example/'}\n"
                  "  - {name: Boats, url: 'https://quay.example/', include: boat}\n");

  const Ran ran = collector({"feeds", "check", "--offline"});

  CHECK(ran.code == 0);
  CHECK_THAT(ran.err, StartsWith("feed \"Again\": has the address of \"Quay\"; its news is "
                                 "fetched and stored twice\n") &&
                          !ContainsSubstring("Boats"));
}

TEST_CASE("feeds check takes names and addresses, and refuses what is neither") {
  HttpServer server;
  serve_blog(server);
  const Program collector;
  collector.write("feeds.yaml", settings() + "feeds:\n  - {name: Quay, url: '" +
                                    server.url("/news.rss") + "'}\n");

  CHECK(collector({"feeds", "check", "Quay"}).code == 0);
  CHECK_THAT(collector({"feeds", "check", server.url("/news.rss")}).out,
             ContainsSubstring("rss20"));
  CHECK_THAT(collector({"feeds", "check", server.url("/blog")}).out,
             ContainsSubstring("no feed: "));
  CHECK(collector({"feeds", "check", server.url("/blog"), "-q"}).code == 3);
  const Ran unknown = collector({"feeds", "check", "Quai"});
  CHECK(unknown.code == 2);
  CHECK_THAT(unknown.err, ContainsSubstring("did you mean \"Quay\"?"));
}

TEST_CASE("an imported list is added once, and its folders become sections") {
  const Program collector;
  const std::string before = "# Ours\nfeeds: []  # none yet\n";
  const std::string file = collector.write("feeds.yaml", before);
  const std::string list = collector.write("list.opml", R"(<opml version="2.0"><body>
    <outline text="Clients"><outline text="Quay" xmlUrl="https://quay.example/feed"/></outline>
    <outline text="Boats"><outline text="Quay" xmlUrl="https://boats.example/feed"/></outline>
    <outline text="servers"><outline text="Harbour Inc">
      <outline text="Port" xmlUrl="https://port.example/feed"/></outline></outline>
    <outline text="again" xmlUrl="http://www.quay.example/feed/"/>
    <outline text="mail" xmlUrl="mailto:a@b.example"/></body></opml>)");

  const Ran first = collector({"feeds", "import", list});
  const std::string once = read_file(file);
  const Ran second = collector({"feeds", "import", list});

  CHECK(first.code == 0);
  CHECK_THAT(first.err, ContainsSubstring("3 feeds added, 1 known already"));
  CHECK_THAT(first.err, ContainsSubstring("mailto:a@b.example"));
  CHECK(once ==
        "# Ours\nfeeds:  # none yet\n"
        "  - name: Quay\n    url: https://quay.example/feed\n    section: clients\n"
        "  - name: Quay 2\n    url: https://boats.example/feed\n    # folder: Boats\n"
        "  - name: Port\n    url: https://port.example/feed\n    section: servers\n"
        "    group: Harbour Inc\n");
  CHECK(read_file(file) == once);
  CHECK_THAT(second.err, ContainsSubstring("0 feeds added, 4 known already"));
}

TEST_CASE("addresses of a list that cannot be followed keep nobody else out") {
  const Program collector;
  const std::string file = collector.write("feeds.yaml", "feeds: []\n");
  const std::string list = collector.write("list.opml", R"(<opml version="2.0"><body>
    <outline text="Pier" xmlUrl="https://pier.example/a feed.xml"/>
    <outline text="No host" xmlUrl="https:///feed"/>
    <outline text="Secret" xmlUrl="ftp://me:geheim@pier.example/feed"/>
    <outline text="Clients"><outline text="A&#x92;B">
      <outline text="From&#x92;Windows" xmlUrl="https://quay.example/feed"/></outline></outline>
    </body></opml>)");

  const Ran ran = collector({"feeds", "import", list});

  CHECK(ran.code == 0);
  CHECK_THAT(ran.err, ContainsSubstring("\"https:///feed\" is no address"));
  CHECK_THAT(ran.err, !ContainsSubstring("geheim"));
  CHECK_THAT(ran.err, ContainsSubstring("2 feeds added"));
  CHECK(read_file(file) ==
        "feeds:\n"
        "  - name: Pier\n    url: https://pier.example/a%20feed.xml\n"
        "  - name: FromWindows\n    url: https://quay.example/feed\n"
        "    section: clients\n    group: AB\n");
}

TEST_CASE("what is exported can be imported elsewhere, without its passwords") {
  const Program collector;
  const std::string list =
      "feeds:\n"
      "  - name: Quay\n    url: https://quay.example/feed\n    section: clients\n"
      "    group: Harbour\n    language: de\n"
      "  - name: Pier\n    url: https://pier.example/feed\n";
  const std::string file = collector.write(
      "feeds.yaml", list +
                        "  - {name: Off, url: 'https://off.example/', enabled: false}\n"
                        "  - {name: Secret, url: 'https://me:geheim@secret.example/feed'}\n");

  const std::string opml = collector.write("list.opml", collector({"feeds", "export"}).out);
  collector.write("feeds.yaml", "");
  CHECK(collector({"feeds", "import", opml}).code == 0);

  CHECK_THAT(read_file(opml), !ContainsSubstring("geheim"));
  CHECK(read_file(file) ==
        "\n" + list + "  - name: Secret\n    url: https://secret.example/feed\n");
}

TEST_CASE("a list that cannot be read changes nothing") {
  const Program collector;
  const std::string file = collector.write("feeds.yaml", "feeds: []\n");
  const std::string broken = collector.write("broken.opml", "<opml><body><outline");

  CHECK(collector({"feeds", "import", broken}).code == 1);
  CHECK(collector({"feeds", "import", collector.path("none.opml")}).code == 1);
  CHECK(read_file(file) == "feeds: []\n");
}
