// schema/feeds.schema.json tells editors what feeds.yaml may hold; the readers decide. Here the
// two are held together.
#include "config/config.h"
#include "config/readers.h"
#include "config/units.h"
#include "core/json.h"
#include "support/catch.h"
#include "support/paths.h"

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace collector;

namespace {

/// The definition behind each mapping that the readers know.
const std::map<std::string, std::string> kDefinitions{
    {"", ""},
    {"settings", "settings"},
    {"serve", "serve"},
    {"feeds[]", "feed"},
    {"rules[]", "rule"},
    {"projects[]", "project"},
    {"newsletter", "newsletter"},
    {"newsletter.sections[]", "section"},
    {"newsletter.sections[].subsections[]", "subsection"},
    {"newsletter.standing[]", "standing entry"},
    {"newsletter.wording", "wording"}};

Json schema() {
  return parse_json(read_file(project_file("schema/feeds.schema.json"))).value();
}

/// In the order of their names.
std::vector<std::string> keys_of(const Json& mapping) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : std::get<Json::Object>(mapping["properties"].value()))
    keys.push_back(key);
  return keys;
}

}  // namespace

TEST_CASE("the schema has exactly the keys that are read") {
  const Json document = schema();
  for (KeyTable& table : configuration_keys()) {
    INFO(table.path);
    const std::string& name = kDefinitions.at(table.path);
    const Json& mapping = name.empty() ? document : document["definitions"][name];
    std::sort(table.keys.begin(), table.keys.end());

    CHECK(keys_of(mapping) == table.keys);
    CHECK(mapping["additionalProperties"] == false);
  }
}

TEST_CASE("the schema names the defaults that hold") {
  const Json definitions = schema()["definitions"];
  const Json& settings = definitions["settings"]["properties"];
  const Json& newsletter = definitions["newsletter"]["properties"];
  const Config defaults = parse_config("", "");

  CHECK(settings["user_agent"]["default"] == defaults.settings.user_agent);
  CHECK(parse_duration(settings["timeout"]["default"].text()) == defaults.settings.timeout);
  CHECK(parse_duration(settings["min_interval"]["default"].text()) ==
        defaults.settings.min_interval);
  CHECK(parse_size(settings["max_body"]["default"].text()) == defaults.settings.max_body);
  CHECK(settings["jobs"]["default"] == defaults.settings.jobs);
  CHECK(settings["max_per_host"]["default"] == defaults.settings.max_per_host);
  CHECK(newsletter["grace_days"]["default"] == defaults.newsletter.grace_days);
  CHECK(newsletter["events_horizon"]["default"] == defaults.newsletter.events_horizon);
  CHECK(newsletter["timezone"]["default"] == defaults.newsletter.timezone);
  CHECK(newsletter["language"]["default"] == defaults.newsletter.language);
  const Json& wording = definitions["wording"]["properties"];
  CHECK(wording["product"]["default"] == defaults.newsletter.wording.product);
  CHECK(wording["changelog"]["default"] == defaults.newsletter.wording.changelog);
  CHECK(wording["opening"]["default"] == defaults.newsletter.wording.opening);
}
