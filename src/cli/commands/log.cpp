#include "cli/commands/commands.h"
#include "cli/decision_text.h"
#include "cli/item_output.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>

namespace collector {

namespace {

using nlohmann::ordered_json;

struct Asked {
  std::string id;
  std::string format = "table";
};

void declare(Asked& asked, Options& options) {
  options.optional_argument("ID", asked.id, "only of this item");
  options.choice("--format", asked.format, {"table", "json"}, "for people or for programs");
}

ordered_json to_json(const Decision& decision) {
  return {{"id", decision.item_id},
          {"decision", to_string(decision.kind)},
          {"when", format_utc(decision.when)},
          {"who", decision.who},
          {"why", decision.why},
          {"field", decision.field},
          {"value", decision.value}};
}

ExitCode log(const Asked& asked, Session& session) {
  std::vector<Decision> decisions = session.store(Access::Read).decisions(asked.id);
  std::reverse(decisions.begin(), decisions.end());
  if (asked.format == "json") {
    ordered_json document = ordered_json::array();
    for (const Decision& decision : decisions)
      document.push_back(to_json(decision));
    std::cout << json_text(document);
    return ExitCode::Done;
  }
  Table table({"WHEN", "WHO", "ITEM", "WHAT", "WHY"});
  for (const Decision& decision : decisions) {
    table.add({format_utc(decision.when), decision.who, decision.item_id, deed(decision),
               decision.why});
  }
  table.print(std::cout);
  return ExitCode::Done;
}

}  // namespace

Command log_command() {
  return command("log", "the decisions, latest first", declare, log);
}

}  // namespace collector
