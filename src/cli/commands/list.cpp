#include "cli/commands/commands.h"
#include "cli/item_output.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/table.h"
#include "config/config.h"
#include "core/json.h"
#include "core/sections.h"
#include "newsletter/days.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"

#include <iostream>

namespace collector {

namespace {

struct Asked {
  std::string query;
  DaysAsked days;
  bool all = false;
  std::string section;
  std::string state;
  std::string format = "table";
};

void declare(Asked& asked, Options& options) {
  options.optional_argument("QUERY", asked.query, "words that all stand in title or summary");
  options.value("--month", "MONTH", asked.days.month, "of this month, as in 2024-01");
  options.value("--from", "DAY", asked.days.from, "from this day on");
  options.value("--to", "DAY", asked.days.to, "to this day, included");
  options.flag("--all", asked.all, "of all months");
  options.value("--section", "SECTION", asked.section, "in this section");
  options.choice("--state", asked.state,
                 {"undecided", "kept", "dropped", "removed", "noise", "quarantined", "printed"},
                 "in this state");
  options.choice("--format", asked.format, {"table", "json", "tsv"},
                 "for people or for programs");
}

bool says_when(const DaysAsked& days) {
  return !days.month.empty() || !days.from.empty() || !days.to.empty();
}

/// The days asked for; the present month when nothing is said, all months for a search.
std::optional<Window> window(const Asked& asked, Session& session) {
  if (asked.all && says_when(asked.days)) {
    throw UsageError("--all: stands alone, without --month, --from and --to");
  }
  if (asked.all || (!asked.query.empty() && !says_when(asked.days))) return std::nullopt;
  const std::string& timezone = session.known_config().newsletter.timezone;
  DaysAsked days = asked.days;
  if (!says_when(days)) days.month = month_at(session.now(), timezone);
  return issue_window(days, timezone);
}

ItemQuery query(const Asked& asked, Session& session) {
  if (!asked.section.empty()) {
    const auto& sections = session.known_config().newsletter.sections;
    const std::string trouble = unknown_section(asked.section, sections);
    if (!trouble.empty()) throw UsageError("--section: " + trouble);
  }
  ItemQuery query;
  query.window = window(asked, session);
  query.section = asked.section;
  query.state = parse_state(asked.state);
  query.text = asked.query;
  return query;
}

/// One element at a time: a whole store may be larger than memory.
void print_json(const ItemQuery& query, Items& items) {
  const char* separator = "";
  std::cout << '[';
  items.each(query, [&](StoredItem&& stored) {
    std::cout << separator << '\n' << json_line(to_json(stored));
    separator = ",";
  });
  std::cout << "\n]\n";
}

/// For people who wonder where everything is; the table itself stays what programs expect.
void explain_nothing(const Asked& asked, const ItemQuery& wanted, Session& session) {
  if (session.verbosity() == Verbosity::Quiet) return;
  const bool present_month = wanted.window && !says_when(asked.days);
  std::cerr << (present_month ? "nothing of the present month fits; --month names another one, "
                                "--all lists all months\n"
                              : "nothing fits\n");
}

ExitCode list(const Asked& asked, Session& session) {
  const ItemQuery wanted = query(asked, session);
  Items& items = session.store(Access::Read).items();
  if (asked.format == "json") {
    print_json(wanted, items);
    return ExitCode::Done;
  }
  Table table({"ID", "DATE", "SECTION", "STATE", "FEED", "TITLE"});
  items.each(wanted, [&](StoredItem&& stored) { table.add(item_row(stored)); });
  asked.format == "tsv" ? table.print_tsv(std::cout) : table.print(std::cout);
  if (table.empty()) explain_nothing(asked, wanted, session);
  return ExitCode::Done;
}

}  // namespace

Command list_command() {
  return command(
      "list", "items of a month, oldest first",
      "Without --month, --from and --to or --all: the present month, or all months when words\n"
      "are looked for. Every state is listed unless --state names one.",
      declare, list);
}

}  // namespace collector
