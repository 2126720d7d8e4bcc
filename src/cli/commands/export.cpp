#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/session.h"
#include "export/issue_digest.h"
#include "export/json.h"
#include "export/line_diff.h"
#include "export/markdown.h"
#include "export/offered.h"
#include "export/post.h"
#include "newsletter/days.h"

#include <iostream>

namespace collector {

namespace {

struct Asked {
  DaysAsked days;
  std::string format = "markdown";
  std::string output;
  std::string like;
  bool full = false;
  bool draft = false;
  bool final = false;
  bool check = false;
  bool diff = false;
};

constexpr const char* kDetails =
    "Prints what was kept and what is still undecided; 'drop' what shall not appear.";

void declare(Asked& asked, Options& options) {
  options.value("--month", "MONTH", asked.days.month, "the issue of this month, as in 2024-01");
  options.value("--from", "DAY", asked.days.from, "from this day on");
  options.value("--to", "DAY", asked.days.to, "to this day, included");
  options.choice("--format", asked.format, {"markdown", "json"},
                 "for the newsletter or for programs");
  options.flag("--full", asked.full, "the whole post, front matter included");
  options.value("--like", "FILE", asked.like, "the last issue: all but its news is taken over");
  options.flag("--draft", asked.draft, "with what else may go in, and hints for editors");
  options.flag("--final", asked.final, "only what was kept or added by hand");
  options.value("--output", "FILE", asked.output, "write to FILE");
  options.flag("--check", asked.check, "write nothing; exit 4 if FILE would change");
  options.flag("--diff", asked.diff, "write nothing; show what would change in FILE");
}

void check_options(const Asked& asked) {
  if (!asked.like.empty() && !asked.full) throw UsageError("--like: wants --full as well");
  if (asked.full && asked.format == "json") throw UsageError("--full: is Markdown, not JSON");
  if (asked.draft && asked.final) throw UsageError("--draft: not together with --final");
  if ((asked.check || asked.diff) && asked.output.empty()) {
    throw UsageError(std::string(asked.check ? "--check" : "--diff") +
                     ": wants --output FILE to compare with");
  }
}

/// The closed issue of just those days: it prints what it printed.
std::optional<Issue> closed_issue(const Asked& asked, const Window& window, Store& store) {
  for (Issue& issue : store.issues()) {
    const bool same_days =
        issue.window.from == window.from && issue.window.until == window.until;
    if (!issue.reopened && (same_days || issue.month == asked.days.month)) return issue;
  }
  return std::nullopt;
}

void tell_left_out(const Window& window, Session& session) {
  ItemQuery query;
  query.window = window;
  query.state = State::Undecided;
  int undecided = 0;
  session.store(Access::Read).each_item(query, [&](StoredItem&&) { ++undecided; });
  if (undecided == 0 || session.verbosity() == Verbosity::Quiet) return;
  std::cerr << "collector: " << undecided << " undecided item" << (undecided == 1 ? "" : "s")
            << " left out; 'collector list --state undecided' shows them\n";
}

Selection selection_of(const Asked& asked) {
  return asked.final ? Selection::Kept : Selection::Candidates;
}

Digest digest_of(const Asked& asked, const Window& window, Session& session) {
  return issue_digest(session.store(Access::Read), session.known_config(), window,
                      selection_of(asked));
}

/// What may go into the issue though it lies outside its days, or came too late for another.
void add_offered(const Asked& asked, const Window& window, Session& session, Digest& digest) {
  const Config& config = session.known_config();
  Store& store = session.store(Access::Read);
  const Selection selection = selection_of(asked);
  const Window early{window.until, days_after(window, config.newsletter.grace_days)};
  offer(digest, news_digest(store, config, early, selection),
        "early: from the days after this issue");
  const std::optional<ClosedDays> closed = closed_before(window, store.issues());
  if (!closed) return;
  offer(digest, news_digest(store, config, closed->missed, selection),
        "late: missed by the issue before");
  offer(digest, news_digest(store, config, closed->earlier, selection, closed->closed),
        "late: came when the issue of its days was closed");
}

/// The day that an issue bears: today, as long as it is new.
Day day_of_post(UtcTime now, Day after) {
  constexpr std::chrono::days kNew{31};
  constexpr std::chrono::days kUsual{4};  // it appears around the fifth
  const Day today = std::chrono::floor<std::chrono::days>(now);
  return today >= after && today < after + kNew ? today : after + kUsual;
}

std::string last_issue(const std::string& file) {
  if (file.empty()) return {};
  std::optional<std::string> text = read_if_there(file);
  if (!text) throw Error(file + ": there is no such file; --like wants the last issue");
  return *text;
}

/// `sections` as a whole post; an issue that was closed with its file is one already.
std::string post_of(std::string sections, const Asked& asked, const Window& window,
                    Session& session) {
  if (sections.starts_with("---\n")) return sections;
  const Newsletter& newsletter = session.known_config().newsletter;
  const Day after = parse_day(day_at(window.until, newsletter.timezone)).value_or(Day{});
  return make_post(
      sections, last_issue(asked.like),
      {period_name(window, newsletter.timezone), day_of_post(session.now(), after), after},
      newsletter);
}

std::string sections_of(const Asked& asked, const Window& window, Session& session) {
  const Config& config = session.known_config();
  const bool json = asked.format == "json";
  if (const auto issue = closed_issue(asked, window, session.store(Access::Read))) {
    return json ? issue->json : issue->markdown;
  }
  if (asked.final) tell_left_out(window, session);
  Digest digest = digest_of(asked, window, session);
  digest.month = asked.days.month;
  digest.from = asked.days.from;
  digest.to = asked.days.to;
  if (asked.draft) add_offered(asked, window, session, digest);
  if (json) return to_json(digest);
  return asked.draft ? to_markdown(with_offered(std::move(digest)), config, Hints::Written)
                     : to_markdown(digest, config);
}

std::string text_of(const Asked& asked, Session& session) {
  const Window window = issue_window(asked.days, session.known_config().newsletter.timezone);
  std::string sections = sections_of(asked, window, session);
  return asked.full ? post_of(std::move(sections), asked, window, session) : sections;
}

/// What an editor may have written is never overwritten.
void write_new(const std::string& path, const std::string& text,
               const std::optional<std::string>& former) {
  if (former && !former->empty() && *former != text) {
    throw Error(path +
                ": exists and says something else, maybe an editor's words; --diff shows "
                "what, another name leaves it alone");
  }
  if (former != text) write_aside(path, text);
}

ExitCode export_issue(const Asked& asked, Session& session) {
  check_options(asked);
  const std::string text = text_of(asked, session);
  if (asked.output.empty()) {
    std::cout << text;
    return ExitCode::Done;
  }
  const std::optional<std::string> former = read_if_there(asked.output);
  if (asked.diff) std::cout << line_diff(former.value_or(""), text, asked.output);
  if (asked.check) return former == text ? ExitCode::Done : ExitCode::Differs;
  if (!asked.diff) write_new(asked.output, text, former);
  return ExitCode::Done;
}

}  // namespace

Command export_command() {
  Command made = command("export", "print the newsletter's sections", declare, export_issue);
  made.details = kDetails;
  return made;
}

}  // namespace collector
