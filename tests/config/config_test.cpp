#include "config/config.h"

#include "support/catch.h"

#include <algorithm>
#include <string>
#include <vector>

using namespace collector;

namespace {

Config read(const std::string& text) {
  return parse_config(text, "feeds.yaml");
}

std::vector<std::string> section_names(const Config& config) {
  std::vector<std::string> names;
  for (const Section& section : config.newsletter.sections)
    names.push_back(section.name);
  return names;
}

constexpr const char* kFeed =
    "feeds:\n"
    "  - name: planet\n"
    "    url: https://planet.example.org/atom.xml\n";

}  // namespace

TEST_CASE("the wording is that of the language, but for what is said otherwise") {
  const auto wording = [](const std::string& newsletter) {
    return parse_config("newsletter: {preset: none, " + newsletter + "}", "feeds.yaml")
        .newsletter.wording;
  };
  const std::string language = GENERATE("de", "es", "fr", "it", "nl", "pt-BR", "zh-CN");

  const Wording built_in = wording("language: " + language);
  const Wording changed = wording("language: " + language + ", wording: {more: '[+]'}");

  CHECK(built_in.product != Wording().product);
  CHECK(built_in.others != Wording().others);
  CHECK(changed.more == "[+]");
  CHECK(changed.product == built_in.product);
  for (const char* other : {"sv", "zh-TW", "zh-Hant", "zh-HK"})
    CHECK(wording(std::string("language: ") + other).product == Wording().product);
}

TEST_CASE("an empty configuration gives the defaults and the preset xmpp") {
  const Config config = read("");

  CHECK(config.settings.timeout == seconds{30});
  CHECK(config.settings.max_body == 10u * 1024 * 1024);
  CHECK(config.newsletter.title == "The XMPP Newsletter");
  CHECK(section_names(config) == std::vector<std::string>{"announcements", "events", "talks",
                                                          "articles", "clients", "servers",
                                                          "libraries", "extensions"});
  CHECK(config.feeds.empty());
}

TEST_CASE("name and url are enough for a feed") {
  const Config config = read(kFeed);

  REQUIRE(config.feeds.size() == 1);
  CHECK(config.feeds[0].name == "planet");
  CHECK(config.feeds[0].section.empty());
  CHECK(config.feeds[0].enabled);
  CHECK(config.feeds[0].prereleases == Prereleases::Automatic);
}

TEST_CASE("every setting is read") {
  const Config config = read(
      "settings:\n"
      "  user_agent: example/1.0\n"
      "  timeout: 1m30s\n"
      "  max_body: 512KiB\n"
      "  min_interval: 2h\n"
      "  jobs: 7\n"
      "  max_per_host: 1\n"
      "  allow_private_addresses: true\n"
      "  allow_private_hosts: [10.0.0.1, 'fd00::1']\n"
      "  ca_file: null\n"
      "  database: news.db\n");

  CHECK(config.settings.user_agent == "example/1.0");
  CHECK(config.settings.timeout == seconds{90});
  CHECK(config.settings.max_body == 512u * 1024);
  CHECK(config.settings.min_interval == seconds{7200});
  CHECK(config.settings.jobs == 7);
  CHECK(config.settings.max_per_host == 1);
  CHECK(config.settings.allow_private_addresses);
  CHECK(config.settings.allow_private_hosts == std::vector<std::string>{"10.0.0.1", "fd00::1"});
  CHECK(config.settings.ca_file.empty());
  CHECK(config.settings.database == "news.db");
}

TEST_CASE("every key of a feed is read") {
  const Config config = read(std::string{kFeed} +
                             "    section: clients\n"
                             "    group: Example\n"
                             "    project: Wonder\n"
                             "    language: de\n"
                             "    include: xmpp\n"
                             "    exclude: [spam, '^Job']\n"
                             "    interval: 6h\n"
                             "    enabled: false\n"
                             "    prereleases: show\n"
                             "    priority: -1\n"
                             "    rules:\n"
                             "      - title: '^Podcast'\n"
                             "        section: talks\n"
                             "      - category: jobs\n"
                             "        section: noise\n");

  const FeedSource& feed = config.feeds.at(0);
  CHECK(feed.section == "clients");
  CHECK(feed.group == "Example");
  CHECK(feed.project == "Wonder");
  CHECK(feed.language == "de");
  CHECK(feed.include == std::vector<std::string>{"xmpp"});
  CHECK(feed.exclude == std::vector<std::string>{"spam", "^Job"});
  CHECK(feed.interval == seconds{6 * 3600});
  CHECK_FALSE(feed.enabled);
  CHECK(feed.prereleases == Prereleases::Show);
  CHECK(feed.priority == -1);
  REQUIRE(feed.rules.size() == 2);
  CHECK(feed.rules[0].title == "^Podcast");
  CHECK(feed.rules[1].section == "noise");
}

TEST_CASE("yes and no, and numbers, are read in every form of YAML") {
  const auto no = GENERATE(as<std::string>(), "false", "False", "FALSE", "no", "Off");
  const auto yes = GENERATE(as<std::string>(), "true", "True", "TRUE", "Yes", "on");

  const Config config = read("settings: {allow_private_addresses: " + yes + "}\n" + kFeed +
                             "    enabled: " + no + "\n    priority: +7\n");

  CHECK(config.settings.allow_private_addresses);
  CHECK_FALSE(config.feeds.at(0).enabled);
  CHECK(config.feeds.at(0).priority == 7);
}

TEST_CASE("the preset none starts empty, title included") {
  const Config config = read("newsletter:\n  preset: none\n");

  CHECK(config.newsletter.preset == "none");
  CHECK(config.newsletter.title.empty());
  CHECK(config.newsletter.sections.empty());
  CHECK(config.projects.empty());
}

TEST_CASE("a section given again keeps its place and what is not said of it") {
  const Config config = read(
      "newsletter:\n"
      "  sections:\n"
      "    - name: clients\n"
      "      heading: Clients\n");

  const Section& clients = config.newsletter.sections.at(4);
  CHECK(clients.name == "clients");
  CHECK(clients.heading == "Clients");
  CHECK(clients.parent == "XMPP Software News");
}

TEST_CASE("a new section follows the one that stands above it in the file") {
  const Config config = read(
      "newsletter:\n"
      "  sections:\n"
      "    - name: servers\n"
      "    - name: gateways\n"
      "      heading: Gateways\n");

  const auto names = section_names(config);
  const auto servers = std::find(names.begin(), names.end(), "servers");
  REQUIRE(servers != names.end());
  CHECK(*(servers + 1) == "gateways");
}

TEST_CASE("a project given again overrides what is said of it and keeps the rest") {
  const Config config = read(
      "newsletter:\n"
      "  preset: none\n"
      "  sections: [{name: clients}]\n"
      "projects:\n"
      "  - {name: Wonder, home: 'https://wonder.example.org/', section: clients}\n"
      "  - {name: Wonder, description: a client}\n");

  REQUIRE(config.projects.size() == 1);
  CHECK(config.projects[0].home == "https://wonder.example.org/");
  CHECK(config.projects[0].description == "a client");
}

TEST_CASE("an anchor may be used again") {
  const Config config = read(
      "feeds:\n"
      "  - name: one\n"
      "    url: https://one.example.org/\n"
      "    include: &topic [xmpp, jabber]\n"
      "  - name: two\n"
      "    url: https://two.example.org/\n"
      "    include: *topic\n");

  CHECK(config.feeds.at(1).include == std::vector<std::string>{"xmpp", "jabber"});
}

TEST_CASE("a quoted null is a text") {
  const Config config = read("newsletter:\n  title: 'null'\n");

  CHECK(config.newsletter.title == "null");
}

TEST_CASE("the preset of 2024 differs in form and knows the same projects") {
  const Config today = parse_config("", "");
  const Config former = parse_config("newsletter: {preset: xmpp-2024}", "feeds.yaml");

  CHECK(former.projects.size() == today.projects.size());
  CHECK(former.newsletter.title == today.newsletter.title);
  CHECK(former.newsletter.site.empty());
  CHECK(former.newsletter.releases == ReleaseForm::Title);
  REQUIRE(former.newsletter.sections.size() == today.newsletter.sections.size());
  CHECK(former.newsletter.sections[4].heading == "Clients and Applications");
  CHECK(former.newsletter.sections[4].parent == "Software News");
  CHECK(former.newsletter.sections[7].subsections.back().name == "Deprecated");
}

TEST_CASE("what every issue prints is read with its end") {
  const Config config = parse_config(R"(newsletter:
  events_horizon: 60
  standing:
    - section: talks
      text: |
        [Podcast](https://pod.example/): monthly.
      until: 2024-06-30
    - section: announcements
      heading: Fiscal hosting
      text: Apply.
)",
                                     "feeds.yaml");

  const auto& standing = config.newsletter.standing;
  CHECK(config.newsletter.events_horizon == 60);
  REQUIRE(standing.size() == 2);
  CHECK(standing[0].text == "[Podcast](https://pod.example/): monthly.");
  CHECK(standing[0].until == parse_day("2024-06-30"));
  CHECK(standing[1].heading == "Fiscal hosting");
  CHECK_FALSE(standing[1].until);
}
