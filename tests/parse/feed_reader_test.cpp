#include "parse/feed_reader.h"

#include "core/error.h"
#include "core/text.h"
#include "support/catch.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

using namespace collector;

TEST_CASE("an RSS item is read whole") {
  const RawFeed feed = read_feed(
      "<rss version='2.0'><channel><title>News</title><item><title>One</title>"
      "<link>https://example.org/1</link><guid>1</guid></item></channel></rss>");

  CHECK(feed.format == FeedFormat::Rss20);
  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].title.value == "One");
  CHECK(feed.entries[0].link == "https://example.org/1");
  CHECK_FALSE(feed.bozo);
}

namespace {

/// In pieces, with the document to be had again; `asked` counts how often it was.
RawFeed read_not_kept(const std::string& document, int& asked) {
  FeedReader reader({}, [&] {
    ++asked;
    return document;
  });
  for (std::size_t at = 0; at < document.size(); at += 5000)
    reader.feed(std::string_view(document).substr(at, 5000));
  return reader.finish();
}

}  // namespace

TEST_CASE("a document that is not kept is asked for again where it must be repaired") {
  const std::string start = "<rss version='2.0'><channel>";
  const std::string beginning = start + std::string(100'000, ' ');
  const std::string good = "<item><title>One</title></item></channel></rss>";
  const std::string broken =
      "<item><title>Rock &amp; roll & more</title></item></channel></rss>";
  for (const std::string& document : {beginning + good, beginning + broken, start + good}) {
    int asked = 0;
    const RawFeed feed = read_not_kept(document, asked);
    const RawFeed kept = read_feed(document);

    CHECK(asked == (document.ends_with(broken) ? 1 : 0));
    REQUIRE(feed.entries.size() == 1);
    CHECK(feed.entries[0].title.value == kept.entries[0].title.value);
    CHECK(feed.warnings == kept.warnings);
  }
}

TEST_CASE("JSON and calendars that are not kept are asked for at their end") {
  const std::string blank(100'000, ' ');
  const std::string json = "{\"version\": \"https://jsonfeed.org/version/1.1\", " + blank +
                           "\"items\": [{\"id\": \"1\", \"title\": \"One\"}]}";
  const std::string calendar =
      "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-LONG:" + blank +
      "x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260301T180000Z\r\nSUMMARY:O\r\n"
      " ne\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  for (const std::string& document : {json, calendar, "\xEF\xBB\xBF" + json}) {
    int asked = 0;
    const RawFeed feed = read_not_kept(document, asked);

    CHECK(asked == 1);
    REQUIRE(feed.entries.size() == 1);
    CHECK(feed.entries[0].title.value == "One");
    CHECK(feed.format == read_feed(document).format);
  }
}

namespace {

std::string rss_declared(const std::string& encoding, const std::string& title) {
  return "<?xml version='1.0' encoding='" + encoding +
         "'?><rss version='2.0'><channel><item><title>" + title +
         "</title></item></channel></rss>";
}

}  // namespace

TEST_CASE("what is said to have another encoding is UTF-8 where all of it is") {
  struct Case {
    std::string encoding;
    std::string title;  // its bytes
    std::string read;
    std::string found;
  };

  const auto one =
      GENERATE(Case{"ISO-8859-1", "Caf\xC3\xA9", "Café", "utf-8"},
               Case{"ISO-8859-1", "Caf\xE9", "Café", "windows-1252"},
               Case{"ISO-8859-1", "Caf\xC3\xA9, caf\xE9", "CafÃ©, café", "windows-1252"},
               Case{"windows-1251", "\xCB\xB8", "Лё", "windows-1251"},
               Case{"windows-1251", "Лёша и Лёва", "Лёша и Лёва", "utf-8"});
  CAPTURE(one.encoding, one.read);
  const std::string document = rss_declared(one.encoding, one.title);
  FeedReader reader;
  for (const char byte : document)
    reader.feed({&byte, 1});
  const RawFeed feed = reader.finish();

  CHECK(feed.encoding == one.found);
  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].title.value == one.read);
}

TEST_CASE("bytes that are no UTF-8 are windows-1252 where they are more than a slip") {
  const std::string rss = "<rss version='2.0'><channel><item><title>";
  const std::string end = "</title></item></channel></rss>";
  const RawFeed french = read_feed(rss +
                                   "L'enfant \xAB\xA0"
                                   "dou\xE9\xA0\xBB, tr\xE8s" +
                                   end);
  const RawFeed cut = read_feed(rss + "« doué », trè\xC3" + end);

  CHECK(french.encoding == "windows-1252");
  CHECK(french.entries.at(0).title.value == "L'enfant «\u00a0doué\u00a0», très");
  CHECK(cut.encoding == "utf-8");
  CHECK(cut.entries.at(0).title.value == "« doué », trè\uFFFD");
}

TEST_CASE("a vocabulary is known however its URI is spelled") {
  const std::string uri =
      GENERATE("http://purl.org/dc/elements/1.1/", "https://purl.org/dc/elements/1.1/",
               " http://purl.org/dc/elements/1.1", "HTTP://PURL.ORG/DC/ELEMENTS/1.1#");
  CAPTURE(uri);
  const RawFeed feed =
      read_feed("<rss version='2.0' xmlns:x='" + uri +
                "'><channel><item><x:creator>Ann</x:creator></item></channel></rss>");

  REQUIRE(feed.entries.size() == 1);
  REQUIRE(feed.entries[0].authors.size() == 1);
  CHECK(feed.entries[0].authors[0].name == "Ann");
}

TEST_CASE("a text that was made UTF-8 twice is turned back") {
  struct Case {
    std::string written;
    std::string read;
  };

  const auto one = GENERATE(
      Case{"Grupo FÃ³rmula", "Grupo Fórmula"}, Case{"&#226;&#128;&#166;", "…"},
      Case{"â€œWhyâ€\u009d", "“Why”"}, Case{"Â¿QuÃ© tal?", "¿Qué tal?"},
      Case{"Fórmula, FÃ³rmula", "Fórmula, FÃ³rmula"}, Case{"Ð”Ð°", "Ð”Ð°"},
      Case{"Ð´Ð¾Ð±Ñ€Ñ‹Ð¹ Ð´ÐµÐ½ÑŒ", "добрый день"},
      Case{"Caf\xC3\xA9\xC2\xA0\u2014", "Caf\xC3\xA9\xC2\xA0\u2014"}, Case{"Café", "Café"},
      Case{"NÃO", "NÃO"}, Case{"Maß — naïve Œuvre", "Maß — naïve Œuvre"}, Case{"Ã", "Ã"});
  CAPTURE(one.written);
  const RawFeed feed = read_feed(rss_declared("utf-8", one.written));

  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].title.value == one.read);
}

TEST_CASE("a long document of a wrong name is asked for again, repaired or not") {
  const std::string good =
      rss_declared("ISO-8859-1", std::string(100'000, ' ') + "Caf\xC3\xA9 &amp; bar");
  const std::string broken =
      rss_declared("ISO-8859-1", std::string(100'000, ' ') + "Caf\xC3\xA9 & bar");
  for (const std::string& document : {good, broken}) {
    int asked = 0;
    const RawFeed feed = read_not_kept(document, asked);

    CHECK(asked == 1);
    REQUIRE(feed.entries.size() == 1);
    CHECK(trimmed(feed.entries[0].title.value) == "Café & bar");
    REQUIRE_FALSE(feed.warnings.empty());
    CHECK(feed.warnings.back() == "it is not windows-1252 and is read as utf-8");
  }
}

TEST_CASE("a JSON feed is UTF-8 whatever its server says") {
  const RawFeed feed = read_feed(
      R"({"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "title": "Café"}]})",
      "application/feed+json; charset=iso-8859-1");
  REQUIRE(feed.entries.size() == 1);
  CHECK(feed.entries[0].title.value == "Café");
}

namespace {

/// What a reader got that takes entries as they end.
struct Taken {
  std::vector<RawEntry> entries;  // those that count
  std::size_t early = 0;          // taken before the end
  bool anew = false;
};

Taken take(const std::string& document) {
  Taken taken;
  FeedReader reader;
  for (std::size_t at = 0; at < document.size(); at += 5000) {
    reader.feed(std::string_view(document).substr(at, 5000));
    for (RawEntry& entry : reader.take_entries())
      taken.entries.push_back(std::move(entry));
  }
  taken.early = taken.entries.size();
  RawFeed feed = reader.finish();
  taken.anew = reader.taken_are_void();
  if (taken.anew) taken.entries.clear();
  std::move(feed.entries.begin(), feed.entries.end(), std::back_inserter(taken.entries));
  return taken;
}

std::string many_entries(const std::string& open, const std::string& close) {
  std::string entries;
  for (int i = 0; i < 1000; ++i)
    entries += open + std::to_string(i) + std::string(100, ' ') + close;
  return entries;
}

}  // namespace

TEST_CASE("entries can be taken while the document is still coming") {
  const std::string document = "<rss version='2.0'><channel><language>de</language>" +
                               many_entries("<item><title>", "</title></item>") +
                               "</channel></rss>";

  const Taken taken = take(document);

  CHECK(taken.early > 800);
  CHECK_FALSE(taken.anew);
  REQUIRE(taken.entries.size() == 1000);
  CHECK(taken.entries[0].title.value == "0");
  CHECK(taken.entries[999].title.value == "999");
  CHECK(taken.entries[0].language == "de");
}

TEST_CASE("entries taken are void when the document has to be read anew") {
  const std::string atom = "<feed xmlns='http://www.w3.org/2005/Atom'>";
  const std::string rss = "<rss version='2.0'><channel>";
  const std::string entries = many_entries("<entry><title>", "</title></entry>");
  const std::string items = many_entries("<item><title>", "</title></item>");

  SECTION("for a repair") {
    const Taken taken = take(rss + items + "<item><title>a & b</title></item></channel></rss>");
    CHECK(taken.early > 800);
    CHECK(taken.anew);
    REQUIRE(taken.entries.size() == 1001);
    CHECK(taken.entries[1000].title.value == "a & b");
  }
  SECTION("for the language that it says at its end") {
    const Taken taken = take(rss + items + "<language>fr</language></channel></rss>");
    CHECK(taken.anew);
    REQUIRE(taken.entries.size() == 1000);
    CHECK(taken.entries[0].language == "fr");
  }
  SECTION("for the author that it names at its end") {
    const Taken taken = take(atom + entries + "<author><name>Ann</name></author></feed>");
    CHECK(taken.anew);
    REQUIRE(taken.entries.size() == 1000);
    REQUIRE(taken.entries[0].authors.size() == 1);
    CHECK(taken.entries[0].authors[0].name == "Ann");
  }
}

TEST_CASE("what is no feed is refused with what it is") {
  CHECK_THROWS_WITH(read_feed(""), "1:1: empty");
  CHECK_THROWS_WITH(read_feed("<html><head><link rel='alternate' href='/feed' "
                              "type='application/atom+xml'></head></html>"),
                    ContainsSubstring("an HTML page; it names the feed /feed"));
  CHECK_THROWS_WITH(read_feed("<html><head><link rel='Feed ALTERNATE' href='/old' "
                              "type='application/x-rss+xml'></head></html>"),
                    ContainsSubstring("it names the feed /old"));
  CHECK_THROWS_WITH(read_feed("<html><head><link rel='alternate' href='/feed' "
                              "type='application/rss+xml'><script src='//js.hcaptcha.com/1'>"
                              "</script></head></html>"),
                    ContainsSubstring("it names the feed /feed"));
  CHECK_THROWS_WITH(read_feed("<html><head><link rel='alternate-print' href='/feed' "
                              "type='application/atom+xml'></head></html>"),
                    ContainsSubstring("names no feed"));
  CHECK_THROWS_AS(read_feed("hello"), ParseError);
}

TEST_CASE("a file may hold several calendars") {
  std::string document;
  for (const char* name : {"Regatta", "Dock day"})
    document += std::string("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:") + name +
                "\r\nDTSTART:20240214T100000Z\r\nSUMMARY:" + name +
                "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

  const RawFeed feed = read_feed(document);

  REQUIRE(feed.entries.size() == 2);
  CHECK(feed.entries[0].title.value == "Regatta");
  CHECK(feed.entries[1].title.value == "Dock day");
}
