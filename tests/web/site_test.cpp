// The pages and what comes of their forms, without a socket.
#include "web/site.h"

#include "config/config.h"
#include "store/decisions.h"
#include "store/poll.h"
#include "store/polls.h"
#include "support/catch.h"
#include "support/paths.h"
#include "web_store.h"

#include <iterator>

using namespace collector;

namespace {

WebRequest get(const std::string& target) {
  WebRequest request;
  request.method = "GET";
  request.peer = "127.0.0.1";
  request.headers.add("host", "localhost:8080");
  set_target(request, target);
  return request;
}

/// The value of the first field of that name in a page.
std::string value_in(const std::string& page, const std::string& name) {
  const std::string field = "name=\"" + name + "\" value=\"";
  const std::size_t at = page.find(field);
  if (at == std::string::npos) return "";
  const std::size_t begin = at + field.size();
  return page.substr(begin, page.find('"', begin) - begin);
}

std::string header(const WebAnswer& answer, const std::string& name) {
  for (const auto& [key, value] : answer.headers) {
    if (key == name) return value;
  }
  return "";
}

class Desk {
 public:
  explicit Desk(std::vector<std::string> titles = {"Of apples", "Of pears", "Of plums"},
                const std::string& yaml = "newsletter:\n  title: News\n")
      : store(std::move(titles)),
        config(parse_config(yaml, "feeds.yaml")),
        site({store.path, "Ana", config.serve, [] { return kWebNow; }}, config) {}

  std::string page(const std::string& target) { return site.answer(get(target)).body; }

  WebAnswer post(const std::string& body) {
    WebRequest request = get("/decide");
    request.method = "POST";
    request.headers.add("content-type", "application/x-www-form-urlencoded");
    request.headers.add("origin", "http://localhost:8080");
    request.body = body;
    return site.answer(request);
  }

  /// Decides on the items of the reference as the page of January has it.
  WebAnswer decide(const std::string& action, const std::string& reference,
                   const std::string& more = "") {
    const std::string token = value_in(page("/month/2024-01"), "token");
    return post("action=" + action + "&token=" + encode_component(token) +
                "&item=" + encode_component(reference) + "&back=/month/2024-01" + more);
  }

  State state(std::size_t item) { return store.item(item).state; }

  WebStore store;
  Config config;
  Site site;
};

}  // namespace

TEST_CASE("the first page leads to the month that has items") {
  Desk desk;

  const WebAnswer answer = desk.site.answer(get("/"));

  CHECK(answer.status == 303);
  CHECK(header(answer, "Location") == "/month/2024-01");
}

TEST_CASE("a month shows its stories, and every one can be decided") {
  Desk desk;

  const std::string page = desk.page("/month/2024-01");

  for (const char* words : {"Of apples", "Of pears", "Of plums", "January 2024", "3</strong>"})
    CHECK_THAT(page, ContainsSubstring(words));
  CHECK_THAT(page, ContainsSubstring(desk.store.ids[1] + ".0"));
  CHECK_THAT(desk.page("/month/2024-02"), ContainsSubstring("Nothing has come in"));
}

TEST_CASE("a decision is stored with its reviewer, and leads on") {
  Desk desk;

  const WebAnswer answer =
      desk.decide("keep", desk.store.ids[0] + ".0", "&why=good&next=" + desk.store.ids[1]);

  CHECK(answer.status == 303);
  CHECK(header(answer, "Location") ==
        "/month/2024-01?done=" + desk.store.ids[0] + "#s-" + desk.store.ids[1]);
  CHECK(desk.state(0) == State::Kept);
  const auto log = desk.store.open()->decisions().all();
  REQUIRE(log.size() == 1);
  CHECK(log[0].by.who == "Ana");
  CHECK(log[0].by.why == "good");
  CHECK(log[0].by.when == kWebNow);
  CHECK_THAT(desk.page("/month/2024-01?state=kept"), ContainsSubstring("Of apples"));
  CHECK_THAT(desk.page("/log"), ContainsSubstring("kept"));
}

TEST_CASE("an overtaken decision is a question, not a deed") {
  Desk desk;
  desk.decide("drop", desk.store.ids[0] + ".0", "&why=off+topic");

  const WebAnswer answer = desk.decide("keep", desk.store.ids[0] + ".0");

  CHECK(answer.status == 409);
  CHECK_THAT(answer.body, ContainsSubstring("off topic"));
  CHECK(desk.state(0) == State::Dropped);

  const WebAnswer again = desk.decide("keep", value_in(answer.body, "item"));
  CHECK(again.status == 303);
  CHECK(desk.state(0) == State::Kept);
}

TEST_CASE("a form of another run asks first") {
  Desk desk;

  const WebAnswer answer =
      desk.post("action=keep&token=00.00&item=" + desk.store.ids[0] + ".0&back=/month/2024-01");

  CHECK(answer.status == 403);
  CHECK(desk.state(0) == State::Undecided);
  CHECK(value_in(answer.body, "item") == desk.store.ids[0] + ".0");
}

TEST_CASE("the coverage page tells what the month may be missing") {
  Desk desk;
  FeedUpdate broken;
  broken.state.name = "quay";
  broken.state.url = "https://quay.example/feed";
  broken.state.failures = 3;
  broken.state.last_error = "404 Not Found";
  desk.store.open()->polls().save({&broken, 1}, kWebNow);

  const std::string page = desk.page("/coverage/2024-01");

  for (const char* words :
       {"<h1>January 2024: what may be missing</h1>", "404 Not Found",
        "https://quay.example/feed", "?state=open&amp;section=articles", "nothing came late",
        "/month/2024-01?state=open", "/coverage/2023-12"})
    CHECK_THAT(page, ContainsSubstring(words));
  CHECK_THAT(page, !ContainsSubstring("every feed is well"));
  CHECK(desk.site.answer(get("/coverage/2024-13")).status == 400);
  CHECK_THAT(desk.site.answer(get("/month/soon")).body, !ContainsSubstring("--month"));
}

TEST_CASE("tabs without a month lead to the one that is due") {
  Desk desk;

  CHECK_THAT(desk.page("/feeds"), ContainsSubstring("href=\"/coverage\""));
  for (const char* tab : {"/month", "/newsletter", "/coverage"}) {
    const WebAnswer answer = desk.site.answer(get(tab));
    CHECK(answer.status == 303);
    CHECK(header(answer, "Location") == std::string(tab) + "/2024-01");
  }
}

TEST_CASE("undoing a merge parts the stories again") {
  Desk desk;
  desk.decide("merge", desk.store.ids[0] + ".0", "&item=" + desk.store.ids[1] + ".0");
  CHECK_THAT(desk.page("/month/2024-01"), ContainsSubstring("Split off"));

  CHECK(desk.decide("undo", desk.store.ids[0] + ".0 " + desk.store.ids[1] + ".1").status ==
        303);

  CHECK_THAT(desk.page("/month/2024-01"), !ContainsSubstring("Split off"));
}

TEST_CASE("several stories become one, and one again several") {
  Desk desk;
  const std::string second = "&item=" + desk.store.ids[1] + ".0";

  CHECK(desk.decide("merge", desk.store.ids[0] + ".0", second).status == 303);
  const std::string merged = desk.page("/month/2024-01");
  CHECK_THAT(merged, ContainsSubstring(desk.store.ids[0] + ".0 " + desk.store.ids[1] + ".1"));
  CHECK_THAT(merged, ContainsSubstring("Split off"));

  CHECK(desk.decide("split", desk.store.ids[1] + ".1").status == 303);
  CHECK_THAT(desk.page("/month/2024-01"), !ContainsSubstring("Split off"));
}

TEST_CASE("what others write is shown at once") {
  Desk desk;
  CHECK_THAT(desk.page("/month/2024-01"), ContainsSubstring("<strong>3</strong> to decide"));

  const Decision drop{
      .kind = DecisionKind::Drop, .item_id = desk.store.ids[2], .by = {"Ben", "", kWebNow}};
  desk.store.open()->decisions().record({&drop, 1});

  CHECK_THAT(desk.page("/month/2024-01"), ContainsSubstring("<strong>2</strong> to decide"));
}

TEST_CASE("words, state, section and feed choose what is shown") {
  Desk desk;

  CHECK_THAT(desk.page("/month/2024-01?q=pears"), !ContainsSubstring("Of apples"));
  CHECK_THAT(desk.page("/month/2024-01?q=pears"), ContainsSubstring("Of pears"));
  CHECK_THAT(desk.page("/month/2024-01?state=kept"), ContainsSubstring("No story here"));
  CHECK_THAT(desk.page("/month/2024-01?section=talks"), ContainsSubstring("No story here"));
  CHECK_THAT(desk.page("/month/2024-01?feed=other"), ContainsSubstring("No story here"));
  CHECK_THAT(desk.page("/month/2024-01?feed=planet"), ContainsSubstring("Of plums"));
}

TEST_CASE("a search for signs alone finds nothing, and for blanks everything") {
  Desk desk;

  for (const char* signs : {"%22", "!!!", "%22%22", "-+*", "%E2%80%93"}) {
    const WebAnswer answer = desk.site.answer(get("/month/2024-01?q=" + std::string(signs)));
    INFO(signs);
    CHECK(answer.status == 200);
    CHECK_THAT(answer.body, ContainsSubstring("No story here"));
  }
  CHECK_THAT(desk.page("/month/2024-01?q=%20+"), ContainsSubstring("Of apples"));
  CHECK_THAT(desk.page("/month/2024-01?q=pears%00"), ContainsSubstring("Of pears"));
}

TEST_CASE("what a feed says is text on every page") {
  const std::string title = "<script>alert(1)</script> {{token}} \" ' &";
  Desk desk({title});

  for (const std::string& target :
       {std::string("/month/2024-01"), "/item/" + desk.store.ids[0],
        std::string("/newsletter/2024-01"), std::string("/coverage/2024-01"),
        std::string("/month/2024-01?q=%22%3E%3Cscript%3E")}) {
    INFO(target);
    const std::string page = desk.page(target);
    CHECK_THAT(page, !ContainsSubstring("<script>alert"));
    CHECK_THAT(page, !ContainsSubstring("\"><script>"));
  }
  CHECK_THAT(desk.page("/month/2024-01"), ContainsSubstring("&lt;script&gt;alert(1)"));
}

TEST_CASE("titles run in the direction of their script") {
  Desk desk({"چگونه نصب کنیم؟"});

  CHECK_THAT(desk.page("/month/2024-01"), ContainsSubstring("dir=\"auto\"><a href=") &&
                                              ContainsSubstring("چگونه نصب کنیم؟"));
}

TEST_CASE("no page lets a value through unescaped") {
  for (const char* name : {"coverage", "feeds", "item", "layout", "log", "message", "month",
                           "newsletter", "outline", "section_count", "story", "update"}) {
    const std::string text =
        read_file(project_file("src/web/pages/" + std::string(name) + ".html"));
    INFO(name);
    REQUIRE_FALSE(text.empty());
    CHECK_THAT(text, !ContainsSubstring("{{{") && !ContainsSubstring("{{&"));
    CHECK_THAT(text, !ContainsSubstring("style=") && !ContainsSubstring(" onclick="));
  }
}

TEST_CASE("a read-only site shows and decides nothing") {
  Desk desk({"Of apples"}, "serve:\n  read_only: true\n");

  const std::string page = desk.page("/month/2024-01");
  CHECK_THAT(page, ContainsSubstring("Of apples"));
  CHECK_THAT(page, !ContainsSubstring("/decide"));
  CHECK(desk.post("action=keep&item=" + desk.store.ids[0] + ".0").status == 403);
  CHECK(desk.state(0) == State::Undecided);
}

TEST_CASE("a script gets the changed stories and the counts alone") {
  Desk desk;
  const std::string token = value_in(desk.page("/month/2024-01"), "token");
  WebRequest request = get("/decide");
  request.method = "POST";
  request.headers.add("content-type", "application/x-www-form-urlencoded");
  request.headers.add("x-collector-fragment", "1");
  request.body = "action=keep&token=" + encode_component(token) + "&item=" + desk.store.ids[0] +
                 ".0&back=/month/2024-01";

  const WebAnswer answer = desk.site.answer(request);

  CHECK(answer.status == 200);
  CHECK_THAT(answer.body, ContainsSubstring("story kept"));
  CHECK_THAT(answer.body, ContainsSubstring("<strong>2</strong> to decide"));
  CHECK_THAT(answer.body, ContainsSubstring("id=\"n-articles\">2 to decide of 3<"));
  CHECK_THAT(answer.body, !ContainsSubstring("Of pears"));
}

TEST_CASE("only addresses of the site are gone back to") {
  Desk desk;
  const std::string token = encode_component(value_in(desk.page("/month/2024-01"), "token"));
  for (const char* back :
       {"https://evil.example", "//evil.example/month/2024-01", "/log%0d%0aX: y"}) {
    const std::string seen =
        std::to_string(desk.store.open()->decisions().on(desk.store.ids[0]).size());
    const WebAnswer answer =
        desk.post("action=keep&token=" + token + "&item=" + desk.store.ids[0] + "." + seen +
                  "&back=" + back);
    CHECK(answer.status == 303);
    CHECK(header(answer, "Location") == "/");
  }
}

TEST_CASE("a long month has several pages, each with links to its neighbours") {
  std::vector<std::string> titles;
  for (int story = 0; story < 101; ++story)
    titles.push_back("Story " + std::to_string(story));
  Desk desk(titles);
  const auto leads_to = [&](const std::string& from, const std::string& to) {
    return desk.page("/month/2024-01" + from).find("href=\"/month/2024-01" + to + "\"") !=
           std::string::npos;
  };

  CHECK(leads_to("", "?page=2"));
  CHECK_FALSE(leads_to("", "?page=3"));
  CHECK(leads_to("?page=2", "?page=3"));
  CHECK_FALSE(leads_to("?page=3", "?page=4"));
}
