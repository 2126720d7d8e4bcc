#include "cli/config_file.h"

#include "cli/follow.h"
#include "cli/program.h"
#include "config/config.h"
#include "core/error.h"
#include "support/catch.h"
#include "support/http_server.h"
#include "support/paths.h"

#include <filesystem>
#include <fstream>
#include <thread>
#include <vector>

using namespace collector;
using namespace collector::test;

namespace {

constexpr const char* kFeed =
    "<rss version='2.0'><channel><title>Quay news</title><item><title>Quay 1.0</title></item>"
    "</channel></rss>";

void add_feed(const std::string& path, const std::string& name) {
  ConfigFile file(path);
  NewFeed feeds[] = {{}};
  feeds[0].source.name = name;
  feeds[0].source.url = "https://quay.example/" + name;
  follow(file, feeds);
}

/// A server that takes its time: somebody saves the file before it answers.
void serve_slowly(HttpServer& server, const std::string& file, const std::string& saved) {
  server.on("/news.rss", [=](const HttpRequest&, HttpReply& reply) {
    std::ofstream(file, std::ios::app) << saved;
    reply.send(http_answer(200, {}, kFeed));
  });
}

}  // namespace

TEST_CASE("what was saved while a server was asked stays in the file") {
  const std::string command = GENERATE(as<std::string>(), "feeds add", "add --follow");
  const Program collector;
  const std::string before = "settings: {allow_private_addresses: true}\nfeeds:\n";
  const std::string saved = "  - name: By hand\n    url: https://hand.example/\n";
  const std::string file = collector.write("feeds.yaml", before);
  HttpServer server;
  serve_slowly(server, file, saved);
  server.on("/post", http_answer(200, {{"Content-Type", "text/html"}},
                                 "<title>Landing</title><link rel=alternate "
                                 "type=application/rss+xml href=/news.rss>"));

  const Ran ran = command == "feeds add" ? collector({"feeds", "add", server.url("/news.rss")})
                                         : collector({"add", server.url("/post"), "--follow"});

  CHECK(ran.code == 0);
  CHECK(read_file(file) ==
        before + saved + "  - name: Quay news\n    url: " + server.url("/news.rss") + "\n");
}

TEST_CASE("a feed that somebody else has added meanwhile is not added again") {
  const Program collector;
  const std::string file =
      collector.write("feeds.yaml", "settings: {allow_private_addresses: true}\nfeeds:\n");
  HttpServer server;
  serve_slowly(server, file, "  - name: Quay\n    url: " + server.url("/news.rss") + "\n");

  CHECK_THAT(collector({"feeds", "add", server.url("/news.rss")}).err,
             ContainsSubstring("\"Quay\" follows"));
  CHECK(load_config(file).feeds.size() == 1);
}

TEST_CASE("those who change the file at one time all have their part in it") {
  const Program collector;
  const std::string file = collector.write("feeds.yaml", "feeds: []\n");
  std::vector<std::thread> people;
  for (int person = 0; person < 8; ++person)
    people.emplace_back(add_feed, file, std::to_string(person));
  for (std::thread& person : people)
    person.join();

  CHECK(load_config(file).feeds.size() == 8);
}

TEST_CASE("a file that is gone meanwhile is said to be") {
  const Program collector;
  const std::string file = collector.path("feeds.yaml");

  CHECK_THROWS_AS(ConfigFile(file), ConfigError);
  CHECK_FALSE(std::filesystem::exists(file));
}
