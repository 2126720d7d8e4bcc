#include "report/report.h"

#include "cli/commands/commands.h"
#include "cli/item_output.h"
#include "cli/options.h"
#include "cli/session.h"
#include "config/config.h"
#include "core/json.h"
#include "core/shown_text.h"
#include "newsletter/days.h"

#include <fmt/format.h>

#include <iostream>

namespace collector {

namespace {

struct Asked {
  std::string month;
  std::string format = "text";
};

void declare(Asked& asked, Options& options) {
  options.value("--month", "MONTH", asked.month, "the issue of this month, as in 2024-01");
  options.choice("--format", asked.format, {"text", "json"}, "for people or for programs");
}

// ---- for programs ----

Json to_json(const FeedTrouble& trouble) {
  return {{"feed", trouble.feed},
          {"url", trouble.url},
          {"problem", trouble.problem},
          {"since", json_time(trouble.since)}};
}

Json to_json(const SilentSource& source) {
  return {{"name", source.name},
          {"section", source.section},
          {"before", source.before},
          {"last", json_time(source.last)}};
}

Json to_json(const NotAgain& missing) {
  return {{"name", missing.name}, {"section", missing.section}, {"titles", missing.titles}};
}

template <typename T>
Json list_of(const std::vector<T>& things) {
  Json list = Json::array();
  for (const T& thing : things)
    list.push_back(to_json(thing));
  return list;
}

Json to_json(const CoverageReport& report) {
  return {{"month", report.month},
          {"items", report.items},
          {"failed", list_of(report.failed)},
          {"overflowed", list_of(report.overflowed)},
          {"silent", list_of(report.silent)},
          {"late", list_of(report.late)},
          {"undecided", list_of(report.undecided)},
          {"last_issue", report.last_issue.empty() ? Json(nullptr) : Json(report.last_issue)},
          {"not_again", list_of(report.not_again)}};
}

// ---- for people ----

std::string line(const FeedTrouble& trouble) {
  return fmt::format("{}: {} ({})", trouble.feed, trouble.problem, trouble.url);
}

std::string line(const SilentSource& source) {
  return fmt::format("{}: nothing, after {} in the half year before; last {}", source.name,
                     source.before, format_day(source.last));
}

std::string line(const StoredItem& stored) {
  return fmt::format("{}  {}  {}: {}", stored.id, format_day(stored.item.date),
                     stored.item.section, readable_title(stored));
}

std::string line(const NotAgain& missing) {
  std::string titles;
  for (const std::string& title : missing.titles)
    titles += (titles.empty() ? "" : "; ") + title;
  return fmt::format("{}: {}", missing.name, titles);
}

/// A heading with its count, then a line a thing; a heading without things says "none".
template <typename T>
void print(const std::string& heading, const std::vector<T>& things) {
  if (things.empty()) {
    std::cout << heading << ": none\n";
    return;
  }
  std::cout << fmt::format("{}: {}\n", heading, things.size());
  for (const T& thing : things)
    std::cout << "  " << harmless(line(thing)) << '\n';
}

void print(const CoverageReport& report) {
  std::cout << fmt::format("{}: {} items\n", report.month, report.items);
  print("Feeds in trouble", report.failed);
  print("Feeds that held more than they showed", report.overflowed);
  print("Silent this month", report.silent);
  print("Late", report.late);
  print("Undecided", report.undecided);
  if (report.last_issue.empty()) {
    std::cout << "No issue before this one is closed: nothing to compare with\n";
  } else {
    print("Printed in " + report.last_issue + ", not heard of since", report.not_again);
  }
}

ExitCode run(const Asked& asked, Session& session) {
  if (asked.month.empty()) throw UsageError("report: wants --month, as in --month 2024-01");
  const Config& config = session.known_config();
  issue_window({asked.month, "", ""}, config.newsletter.timezone);  // is it a month?
  const CoverageReport report =
      coverage_report(session.store(Access::Read), config, asked.month);
  if (asked.format == "json") {
    std::cout << json_text(to_json(report));
  } else {
    print(report);
  }
  return ExitCode::Done;
}

}  // namespace

Command report_command() {
  return command(
      "report", "what a month's issue may be missing",
      "Feeds that fail, feeds whose documents were full of news (GitHub shows ten entries),\n"
      "projects that have gone silent, news that came late, items nobody has decided about,\n"
      "and what the issue before printed and this one has nothing of.",
      declare, run);
}

}  // namespace collector
