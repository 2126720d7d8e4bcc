// Feeds that have moved or are gone, run after run.
#include "support/catch.h"
#include "update/running.h"

using namespace collector;
using namespace collector::test;
using namespace std::chrono;

namespace {

UpdateOptions all_of(std::vector<std::string> names) {
  UpdateOptions options;
  options.which = Which::All;
  options.only = std::move(names);
  return options;
}

}  // namespace

TEST_CASE("a feed whose new address was down for long is asked there again") {
  HttpServer old_server;
  HttpServer new_server{"127.0.0.2"};
  old_server.on("/feed", http_answer(301, {{"Location", new_server.url("/feed")}}));
  new_server.on("/feed", healthy());
  const Config config = config_of({{"moved", old_server.url("/feed")}});
  Run run;
  run(config);
  old_server.on("/feed", http_answer(404));
  new_server.on("/feed", http_answer(503));
  for (int i = 0; i < 4; ++i)
    run(config, kNow, all_of({}));
  CHECK(old_server.requests().size() == 2);
  CHECK(old_server.requests()[1].header("If-None-Match").empty());
  new_server.on("/feed", healthy());

  CHECK(run(config, kNow, all_of({})).fetched == 1);
  CHECK(run.state("moved").moved_to == new_server.url("/feed"));
}

TEST_CASE("a feed that is gone is asked again by name, if everything is to be asked") {
  HttpServer server;
  server.on("/feed", http_answer(410));
  const Config config = config_of({{"gone", server.url("/feed")}});
  Run run;
  run(config);
  REQUIRE(run.state("gone").disabled);
  server.on("/feed", healthy());

  CHECK(run(config, kNow, all_of({})).asked == 0);
  CHECK(run(config, kNow, all_of({"gone"})).fetched == 1);
  CHECK_FALSE(run.state("gone").disabled);
}
