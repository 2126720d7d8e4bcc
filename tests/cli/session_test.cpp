#include "cli/session.h"

#include "cli/program.h"
#include "config/config.h"
#include "core/error.h"
#include "store/documents.h"
#include "store/store.h"
#include "support/catch.h"

#include <cstdlib>
#include <iostream>
#include <sstream>

using namespace collector;
using collector::test::Program;

namespace {

std::string one_feed(const std::string& name) {
  return "feeds:\n  - name: " + name + "\n    url: https://example.org/\n";
}

std::string configured_feed(const GlobalOptions& options = {}) {
  Session session(options);
  const Config& config = session.config();
  return config.feeds.empty() ? "none" : config.feeds[0].name;
}

}  // namespace

TEST_CASE("the configuration is the first that is named or found") {
  const Program home;
  CHECK(configured_feed() == "none");

  home.write(".config/collector/feeds.yaml", one_feed("home"));
  CHECK(configured_feed() == "home");

  setenv("XDG_CONFIG_HOME", home.path("xdg").c_str(), 1);
  CHECK(configured_feed() == "none");
  home.write("xdg/collector/feeds.yaml", one_feed("xdg"));
  CHECK(configured_feed() == "xdg");

  home.write("feeds.yaml", one_feed("here"));
  CHECK(configured_feed() == "here");

  setenv("COLLECTOR_CONFIG", home.write("variable.yaml", one_feed("variable")).c_str(), 1);
  CHECK(configured_feed() == "variable");

  GlobalOptions options;
  options.config = home.write("option.yaml", one_feed("option"));
  CHECK(configured_feed(options) == "option");
}

TEST_CASE("init writes where the next run looks") {
  const Program collector;
  setenv("COLLECTOR_CONFIG", collector.path("mine.yaml").c_str(), 1);

  CHECK(collector({"init"}).code == 0);

  CHECK(std::filesystem::exists(collector.path("mine.yaml")));
  CHECK_FALSE(std::filesystem::exists(collector.path("feeds.yaml")));
  CHECK(collector({"feeds", "check", "--offline"}).code == 0);
}

TEST_CASE("a configuration that is named must be there") {
  const Program home;
  home.write("feeds.yaml", one_feed("here"));
  setenv("COLLECTOR_CONFIG", home.path("missing.yaml").c_str(), 1);

  CHECK_THROWS_AS(configured_feed(), ConfigError);
}

TEST_CASE("the database is the first that is named") {
  const Program home;
  CHECK(Session({}).database() == home.path(".local/share/collector/collector.db"));

  setenv("XDG_DATA_HOME", home.path("data").c_str(), 1);
  CHECK(Session({}).database() == home.path("data/collector/collector.db"));

  const std::string config = home.write("conf/feeds.yaml", "settings:\n  database: news.db\n");
  GlobalOptions options;
  options.config = config;
  CHECK(Session(options).database() == home.path("conf/news.db"));

  setenv("COLLECTOR_DB", "variable.db", 1);
  CHECK(Session(options).database() == "variable.db");

  options.database = "option.db";
  CHECK(Session(options).database() == "option.db");
}

TEST_CASE("given a database alone, readers use what the last fetch stored there") {
  const Program home;
  home.write("feeds.yaml", "this: is: no: configuration");
  GlobalOptions options;
  options.database = home.path("news.db");
  open_store(options.database, Access::Write)
      ->documents()
      .remember_configuration("newsletter:\n  title: Stored\n");

  Session session(options);
  CHECK(session.known_config().newsletter.title == "Stored");

  options.config = home.write("given.yaml", "newsletter:\n  title: Given\n");
  Session given(options);
  CHECK(given.known_config().newsletter.title == "Given");
}

TEST_CASE("a store without a configuration, or with one of another version, means the preset") {
  const Program home;
  GlobalOptions options;
  options.database = home.path("news.db");
  options.log_level = "off";
  const auto store = open_store(options.database, Access::Write);

  CHECK(Session(options).known_config().newsletter.title == "The XMPP Newsletter");
  store->documents().remember_configuration("future_key: 1\n");
  CHECK(Session(options).known_config().newsletter.title == "The XMPP Newsletter");
}

TEST_CASE("the time of a run is what --now says") {
  GlobalOptions options;
  options.now = "2024-02-01T08:00:00Z";

  CHECK(format_utc(Session(options).now()) == "2024-02-01T08:00:00Z");
  options.now = "tomorrow";
  CHECK_THROWS_AS(Session(options), UsageError);
}

TEST_CASE("what a session tells is one harmless line, and nothing when it is quiet") {
  const auto told = [](const GlobalOptions& options) {
    const std::ostringstream heard;
    std::streambuf* const before = std::cerr.rdbuf(heard.rdbuf());
    Session(options).tell("all is\x1b[2J well");
    std::cerr.rdbuf(before);
    return heard.str();
  };
  GlobalOptions quiet;
  quiet.quiet = true;

  CHECK(told({}) == "all is[2J well\n");
  CHECK(told(quiet).empty());
}
