#include "cli/commands/commands.h"
#include "cli/listing.h"
#include "cli/options.h"
#include "cli/session.h"
#include "core/json.h"
#include "core/shown_text.h"
#include "review/decision_text.h"
#include "store/decisions.h"
#include "store/store.h"

#include <algorithm>

namespace collector {

namespace {

struct Asked {
  std::string id;
  std::string format = "table";
};

void declare(Asked& asked, Options& options) {
  options.optional_argument("ID", asked.id, "only of this item");
  declare_format(asked.format, options);
}

Json to_json(const Decision& decision) {
  return {{"id", decision.item_id},
          {"decision", to_string(decision.kind)},
          {"when", format_utc(decision.by.when)},
          {"who", decision.by.who},
          {"why", decision.by.why},
          {"field", decision.field},
          {"value", decision.value}};
}

/// A reworded bullet is long; `show` and JSON have all of it.
constexpr int kDeedColumns = 60;

std::vector<std::string> row_of(const Decision& decision) {
  return {format_utc(decision.by.when), decision.by.who, decision.item_id,
          shortened(deed(decision), kDeedColumns), decision.by.why};
}

ExitCode log(const Asked& asked, Session& session) {
  Store& store = session.store(Access::Read);
  std::vector<Decision> decisions =
      asked.id.empty() ? store.decisions().all() : store.decisions().on(asked.id);
  std::reverse(decisions.begin(), decisions.end());
  print_list(asked.format, {"WHEN", "WHO", "ITEM", "WHAT", "WHY"}, decisions, row_of, to_json);
  return ExitCode::Done;
}

}  // namespace

Command log_command() {
  return command("log", "the decisions, latest first", declare, log);
}

}  // namespace collector
