#include "cli/commands/commands.h"
#include "cli/item_output.h"
#include "cli/listing.h"
#include "cli/options.h"
#include "cli/session.h"
#include "config/config.h"
#include "core/json.h"
#include "core/read_file.h"
#include "core/shown_text.h"
#include "export/closing.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/ledger.h"
#include "store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace collector {

namespace {

// ---- close ----

struct Close {
  std::string month;
  std::string from;
  std::string to;
  std::string like;
  bool final = false;
};

constexpr const char* kCloseDetails =
    "What 'export' with the same options prints now is put on record: 'export' prints just "
    "that\n"
    "from now on, and no other issue prints any of it. Give --like FILE when what was printed\n"
    "is in FILE, after an editor's work on it.";

void declare_close(Close& asked, Options& options) {
  options.argument("MONTH", asked.month, "the issue's name, as in 2024-01");
  options.value("--from", "DAY", asked.from, "its first day, when it is not just that month");
  options.value("--to", "DAY", asked.to, "its last day");
  options.flag("--final", asked.final, "only what was kept or added by hand");
  options.value("--like", "FILE", asked.like, "what FILE contains, a newsletter in Markdown");
}

/// The days of the issue: those given, else the month it is called by.
DaysAsked days_of(const Close& asked) {
  if (asked.from.empty() && asked.to.empty()) return {asked.month, "", ""};
  return {"", asked.from, asked.to};
}

Window window_of(const Close& asked, const std::string& timezone) {
  try {
    const Window month = month_window(asked.month, timezone);
    return asked.from.empty() && asked.to.empty() ? month
                                                  : issue_window(days_of(asked), timezone);
  } catch (const UsageError& error) {
    throw UsageError(std::string("issue close: ") + error.what());
  }
}

/// The newsletter in `file`.
std::string printed_text(const std::string& file) {
  std::optional<std::string> text = read_text_if_there(file);
  if (!text) throw Error(file + ": there is no such file; --like wants a printed newsletter");
  return *text;
}

/// On record, it would be all that the month ever printed.
Error empty_issue(const Close& asked, Window window, Store& store) {
  if (!asked.like.empty())
    return Error(asked.like + ": no entry of a newsletter is in it; is it the printed one?");
  ItemQuery undecided;
  undecided.window = window;
  undecided.state = State::Undecided;
  const std::size_t left_out = store.items().find(undecided).size();
  if (asked.final && left_out > 0)
    return Error(
        fmt::format("{}: nothing is kept, {} undecided; keep what was printed, or "
                    "give it with --like FILE",
                    asked.month, left_out));
  return Error(asked.month +
               ": there is nothing to print; 'collector list --all' shows what is "
               "stored, and --like FILE takes an issue as it was printed");
}

bool is_closed(const std::string& month, Store& store) {
  return std::ranges::any_of(store.ledger().issues(), [&](const Issue& issue) {
    return issue.month == month && !issue.reopened;
  });
}

Issue issue_to_close(const Close& asked, Session& session, Store& store) {
  const Config& config = session.known_config();
  const Closing closing{asked.month, days_of(asked),
                        window_of(asked, config.newsletter.timezone), session.now()};
  const Selection selection = asked.final ? Selection::Kept : Selection::Candidates;
  Issue issue = asked.like.empty()
                    ? exported_issue(closing, selection, config, store)
                    : printed_issue(closing, printed_text(asked.like), config, store);
  // Of one that is closed already nothing is left to print; the store says so.
  if (issue.entries.empty() && !is_closed(issue.month, store))
    throw empty_issue(asked, issue.window, store);
  return issue;
}

ExitCode close(const Close& asked, Session& session) {
  // What was printed before the first fetch may be put on record, too.
  if (asked.like.empty()) session.require_database();
  Store& store = session.store(Access::Write);
  const Issue issue = issue_to_close(asked, session, store);
  const std::vector<std::string> twice = printed_twice(issue, store);
  store.ledger().close(issue);
  if (session.verbosity() == Verbosity::Quiet) return ExitCode::Done;
  for (const std::string& slip : twice)
    std::cerr << "collector: " << harmless(slip) << '\n';
  const auto known = std::count_if(issue.entries.begin(), issue.entries.end(),
                                   [](const auto& entry) { return !entry.item_ids.empty(); });
  std::cerr << fmt::format("closed {}: {} of {} entries are from the store\n", issue.month,
                           known, issue.entries.size());
  return ExitCode::Done;
}

// ---- reopen ----

struct Reopen {
  std::string month;
};

void declare_reopen(Reopen& asked, Options& options) {
  options.argument("MONTH", asked.month, "the issue's name, as in 2024-01");
}

ExitCode reopen(const Reopen& asked, Session& session) {
  session.require_database();
  session.store(Access::Write).ledger().reopen(asked.month, session.now());
  if (session.verbosity() != Verbosity::Quiet) {
    std::cerr << "reopened " << harmless(asked.month)
              << ": its items are what they were decided to be\n";
  }
  return ExitCode::Done;
}

// ---- list ----

struct List {
  std::string format = "table";
};

void declare_list(List& asked, Options& options) {
  declare_format(asked.format, options);
}

/// A closed issue and its days in the newsletter's time zone.
struct Listed {
  Issue issue;
  std::string first_day;
  std::string last_day;
};

Json to_json(const Listed& listed) {
  const Issue& issue = listed.issue;
  return {{"month", issue.month},
          {"from", listed.first_day},
          {"to", listed.last_day},
          {"closed", format_utc(issue.closed)},
          {"reopened", json_time(issue.reopened)},
          {"entries", issue.entries.size()}};
}

std::vector<std::string> row_of(const Listed& listed) {
  const Issue& issue = listed.issue;
  return {issue.month,
          listed.first_day,
          listed.last_day,
          std::to_string(issue.entries.size()),
          format_utc(issue.closed),
          issue.reopened ? format_utc(*issue.reopened) : ""};
}

ExitCode list(const List& asked, Session& session) {
  const std::string& timezone = session.known_config().newsletter.timezone;
  std::vector<Listed> issues;
  for (Issue& issue : session.store(Access::Read).ledger().issues()) {
    const Window days = issue.window;
    issues.push_back({std::move(issue), format_day(day_at(days.from, timezone)),
                      format_day(day_at(days.until - seconds{1}, timezone))});
  }
  print_list(asked.format, {"ISSUE", "FIRST DAY", "LAST DAY", "ENTRIES", "CLOSED", "REOPENED"},
             issues, row_of, to_json);
  return ExitCode::Done;
}

}  // namespace

Command issue_command() {
  Command issue;
  issue.name = "issue";
  issue.summary = "put on record what was printed when";
  issue.subcommands = {
      command("close", "record what an issue printed, so that nothing is printed twice",
              declare_close, close),
      command("reopen", "take a closed issue back; its record stays as history", declare_reopen,
              reopen),
      command("list", "the issues that were closed, oldest first", declare_list, list),
  };
  issue.subcommands.front().details = kCloseDetails;
  return issue;
}

}  // namespace collector
