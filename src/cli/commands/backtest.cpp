// collector backtest: what would have been found of the issues that were printed.
#include "learn/backtest.h"

#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/table.h"
#include "config/config.h"
#include "core/error.h"
#include "core/shown_text.h"

#include <array>
#include <iostream>
#include <map>

namespace collector {

namespace {

struct Asked {
  std::string folder;
  std::string month;
  bool items = false;
};

constexpr const char* kDetails =
    "Looks for each piece of news that the newsletters of DIR printed among the items of the\n"
    "store, whether its issue is closed or not: found, in another section than printed, set\n"
    "aside as no news, dated outside the issue's month, not in the feed of that place, that "
    "feed\n"
    "failing, or no feed of that place. --items lists each that was not found in its section.";

constexpr std::array kOutcomes{Outcome::Found,      Outcome::Misfiled,  Outcome::Filtered,
                               Outcome::OtherMonth, Outcome::NotListed, Outcome::FeedFailed,
                               Outcome::NoFeed};

void declare(Asked& asked, Options& options) {
  options.argument("DIR", asked.folder, "a folder of published newsletters in Markdown");
  options.value("--month", "MONTH", asked.month, "only the issue about that month: 2024-01");
  options.flag("--items", asked.items, "list what was not found in its section");
}

using Counts = std::map<std::string, std::map<Outcome, int>>;

void print(const char* what, const Counts& counts) {
  std::vector<std::string> headings{what, "PRINTED"};
  for (const Outcome outcome : kOutcomes)
    headings.emplace_back(to_string(outcome));
  Table table(headings);
  for (const auto& [name, outcomes] : counts) {
    int printed = 0;
    std::vector<std::string> row{name, ""};
    for (const Outcome outcome : kOutcomes) {
      const auto found = outcomes.find(outcome);
      const int count = found == outcomes.end() ? 0 : found->second;
      printed += count;
      row.push_back(std::to_string(count));
    }
    row[1] = std::to_string(printed);
    table.add(std::move(row));
  }
  table.print(std::cout);
}

/// Old issues have whole paragraphs for titles.
constexpr int kTitleColumns = 80;

void print_items(std::span<const Traced> all) {
  Table table({"ISSUE", "SECTION", "OUTCOME", "TITLE", "LINK"});
  for (const Traced& traced : all) {
    if (traced.outcome == Outcome::Found) continue;
    const std::string outcome = to_string(traced.outcome);
    table.add({traced.issue, traced.section,
               traced.found_in.empty() ? outcome : outcome + " in " + traced.found_in,
               shortened(traced.title, kTitleColumns), traced.url});
  }
  table.print_tsv(std::cout);
}

ExitCode run(const Asked& asked, Session& session) {
  const Config& config = session.config();
  // All are read, for an issue begins where the one before it ends.
  auto issues = read_published(asked.folder, config.newsletter.timezone);
  if (!asked.month.empty())
    std::erase_if(issues, [&](const auto& issue) { return issue.month != asked.month; });
  if (issues.empty()) throw Error(asked.folder + ": has no issue about " + asked.month);
  const std::vector<Traced> all = backtest(issues, config, session.store(Access::Read));
  if (asked.items) {
    print_items(all);
    return ExitCode::Done;
  }
  Counts by_section;
  Counts by_source;
  for (const Traced& traced : all) {
    ++by_section[traced.section][traced.outcome];
    ++by_section["all"][traced.outcome];
    ++by_source[traced.feed.empty() ? "(none)" : traced.feed][traced.outcome];
  }
  print("SECTION", by_section);
  std::cout << '\n';
  print("SOURCE", by_source);
  return ExitCode::Done;
}

}  // namespace

Command backtest_command() {
  return command("backtest", "measure the store against published newsletters", kDetails,
                 declare, run);
}

}  // namespace collector
