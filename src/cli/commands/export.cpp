#include "cli/commands/commands.h"
#include "cli/issue_draft.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/reviewer.h"
#include "cli/session.h"
#include "config/config.h"
#include "core/log.h"
#include "export/draft.h"
#include "export/issue_digest.h"
#include "export/json.h"
#include "export/line_diff.h"
#include "review/draft_base.h"
#include "review/draft_copy.h"
#include "store/drafts.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace collector {

namespace {

struct Asked : IssueAsked {
  std::string format = "markdown";
  std::string output;
  std::string who;
  bool check = false;
  bool diff = false;
};

constexpr const char* kDetails =
    "Prints what was kept and what is still undecided; 'drop' what shall not appear.\n"
    "A FILE that editors have worked in is taken up again: every byte they changed stays, "
    "what\n"
    "is new goes to its place, and what they deleted is removed from the issue.";

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
  options.flag("--boxes", asked.boxes, "as a check-list: [x] kept, [ ] undecided, [-] to drop");
  options.value("--output", "FILE", asked.output, "write to FILE, or take it up again");
  options.text("--as", "NAME", asked.who, "who has edited FILE");
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

void tell_left_out(const Window& window, Session& session) {
  ItemQuery query;
  query.window = window;
  query.state = State::Undecided;
  int undecided = 0;
  session.store(Access::Read).items().each(query, [&](StoredItem&&) { ++undecided; });
  if (undecided == 0) return;
  session.tell(fmt::format(
      "collector: {} undecided item{} left out; 'collector list --state undecided' shows them",
      undecided, undecided == 1 ? "" : "s"));
}

/// The text that no editor works in: a closed issue, or one for programs; nothing: a draft is
/// asked for.
std::optional<std::string> fixed_text(const Asked& asked, Session& session) {
  const Window window = issue_window(asked.days, session.known_config().newsletter.timezone);
  const bool json = asked.format == "json";
  if (const auto issue = closed_issue(session.store(Access::Read), asked.days.month, window))
    return json ? issue->json : framed(asked, issue->markdown, session);
  if (asked.final) tell_left_out(window, session);
  if (json) return to_json(asked_digest(asked, session));
  return std::nullopt;
}

/// A draft that cannot be remembered is a draft still: the store may be read-only.
void try_to_remember(const Asked& asked, const std::string& marked, const std::string& output,
                     Session& session) {
  try {
    remember_generated(asked, marked, output, session);
  } catch (const StoreError& error) {
    const std::string what =
        std::string("what editors change will not be known: ") + error.what();
    output.empty() ? log_info(what) : log_warning(output + ": " + what);
  }
}

/// An empty page does not say that it is the wrong month.
void tell_if_empty(const std::string& text, const Session& session) {
  if (text.empty())
    session.tell(
        "collector: nothing is to be printed; 'collector list --all' shows what is stored");
}

ExitCode print_text(const Asked& asked, Session& session) {
  std::optional<std::string> text = fixed_text(asked, session);
  if (!text) {
    const std::string marked = marked_markdown(asked, asked_digest(asked, session), session);
    if (asked.draft) try_to_remember(asked, marked, "", session);
    text = handed_out(asked, marked);
  }
  tell_if_empty(*text, session);
  std::cout << *text;
  return ExitCode::Done;
}

ExitCode put(const Asked& asked, const std::string& text,
             const std::optional<std::string>& former) {
  if (asked.diff) std::cout << line_diff(former.value_or(""), text, asked.output);
  if (asked.check) return former == text ? ExitCode::Done : ExitCode::Differs;
  if (!asked.diff && former != text) write_output(asked.output, text);
  return ExitCode::Done;
}

[[noreturn]] void refuse(const std::string& path) {
  throw Error(path + ": exists and is no draft of this issue; another name leaves it alone");
}

/// What is fixed replaces only what a program has written.
ExitCode write_fixed(const Asked& asked, const std::string& text,
                     const std::optional<std::string>& former) {
  const bool replaceable = !former || former->empty() || *former == text ||
                           (asked.format == "json" && former->front() == '{');
  if (!replaceable && !asked.check && !asked.diff)
    throw Error(asked.output +
                ": exists and says something else, maybe an editor's words; --diff shows "
                "what, another name leaves it alone");
  return put(asked, text, former);
}

/// What editors have done to the file, as decisions.
struct FileReview {
  Draft base;          // without a text: nobody knows what it was made from
  std::string origin;  // what the base is a copy of, if it is one
  DraftReview review;
};

Signature signature(const Asked& asked, const Session& session) {
  return {reviewer_name(asked.who), "", session.now()};
}

FileReview read_file(const Asked& asked, const std::string& path, const std::string& text,
                     Session& session) {
  const Newsletter& newsletter = session.known_config().newsletter;
  Store& store = session.store(Access::Read);
  const std::vector<Draft> drafts =
      store.drafts().of(issue_window(asked.days, newsletter.timezone));
  const auto base = find_base(drafts, text, path, newsletter);
  if (!base) return {};
  const DraftEdits edits = read_draft_edits(base->text, text, newsletter);
  if (!edits.edited.complaints.empty()) {
    tell_lines(asked.output, edits.edited.complaints);
    throw Error(asked.output + ": is left alone until these lines can be understood");
  }
  if (!has_common_ground(edits)) refuse(asked.output);
  FileReview read{*base, "", {}};
  const auto origin = std::ranges::find(drafts, base->origin, &Draft::number);
  if (origin != drafts.end()) read.origin = origin->text;
  read.review = weigh(edits, *base, signature(asked, session), newsletter, store);
  read.review.additions.clear();  // they are in the file; 'review --apply' stores them
  if (session.verbosity() != Verbosity::Quiet) tell_lines(asked.output, read.review.remarks);
  tell_conflicts(asked.output, read.review.conflicts);
  return read;
}

void tell_recorded(const std::string& path, const std::vector<Decision>& decisions,
                   Session& session) {
  if (decisions.empty()) return;
  const auto items = [&](DecisionKind kind) {
    return std::count_if(decisions.begin(), decisions.end(),
                         [kind](const Decision& decision) { return decision.kind == kind; });
  };
  session.tell(fmt::format(
      "collector: {}: what was changed in it is recorded: items removed {}, "
      "reworded {}, moved {}; 'collector log' shows all",
      path, items(DecisionKind::Remove), items(DecisionKind::Edit), items(DecisionKind::Move)));
}

/// Another month's draft would lose to this one all it has: its entries count as deleted.
void refuse_other_days(const Asked& asked, const std::string& text, Session& session) {
  const Newsletter& newsletter = session.known_config().newsletter;
  const Window window = issue_window(asked.days, newsletter.timezone);
  const std::vector<Draft> drafts = session.store(Access::Read).drafts().all();
  const auto other = draft_of_other_days(drafts, text, window, newsletter);
  if (!other) return;
  const std::string marked = marked_markdown(asked, asked_digest(asked, session), session);
  if (items_in_common(marked, text, newsletter).size() >=
      items_in_common(other->text, text, newsletter).size())
    return;
  throw Error(asked.output + ": is the draft of " +
              period_name(other->window, newsletter.timezone, "en") +
              "; another name leaves it alone, an empty file is written to");
}

/// A file that has been written to.
struct Written {
  std::string_view former;  // what it said
  std::string_view text;    // what it says
  std::string_view base;    // what the next copy of it is to be compared with
};

/// The next export must know what the file was made of: what it does not know, it takes for the
/// editor's own. What two people dispute stays as it was for both.
void remember_or_put_back(const Asked& asked, const Written& written, const FileReview& file,
                          Session& session) {
  std::optional<std::int64_t> decisions;
  if (!file.review.conflicts.empty()) decisions = file.base.decisions;
  try {
    remember_generated(asked, std::string(written.base), whole_path(asked.output), session,
                       decisions);
  } catch (const StoreError&) {
    if (written.text != written.former) write_output(asked.output, written.former);
    throw;
  }
}

/// What is generated now, as the next copy will be compared with it.
std::string comparable(std::string marked, const FileReview& file,
                       const Newsletter& newsletter) {
  std::set<std::string> disputed;
  for (const DraftConflict& conflict : file.review.conflicts)
    disputed.insert(conflict.ids.begin(), conflict.ids.end());
  if (disputed.empty()) return marked;
  return with_disputed(marked, file.base.text, disputed, newsletter);
}

/// Takes up a file that editors have worked in.
ExitCode take_up(const Asked& asked, const std::string& path, const std::string& former,
                 Session& session) {
  const Config& config = session.known_config();
  const bool writes = !asked.check && !asked.diff;
  refuse_other_days(asked, former, session);
  const FileReview file = read_file(asked, path, former, session);
  const std::vector<Decision>& decisions = file.review.decisions;
  if (writes && !decisions.empty()) {
    store_review(file.review, signature(asked, session), session.store(Access::Write));
    tell_recorded(asked.output, decisions, session);
  }
  const std::string marked = marked_markdown(
      asked, asked_digest(asked, session, writes ? std::span<const Decision>() : decisions),
      session);
  if (!is_draft_of(former, marked, config.newsletter)) refuse(asked.output);
  const Markers markers = asked.draft ? Markers::Short : Markers::Omitted;
  std::string text =
      merge_drafts({file.base.text, former, marked, file.origin}, markers, config.newsletter);
  const std::string base = comparable(marked, file, config.newsletter);
  text = with_draft_mark(std::move(text), asked.draft ? draft_mark(base) : "");
  const ExitCode code = put(asked, text, former);
  if (writes) remember_or_put_back(asked, {former, text, base}, file, session);
  return code;
}

ExitCode write_file(const Asked& asked, Session& session) {
  const std::optional<std::string> former = former_output(asked.output);
  if (const auto fixed = fixed_text(asked, session)) return write_fixed(asked, *fixed, former);
  const std::string path = whole_path(asked.output);
  const bool blank = !former || former->find_first_not_of(" \t\r\n") == std::string::npos;
  if (!blank) return take_up(asked, path, *former, session);
  const std::string marked = marked_markdown(asked, asked_digest(asked, session), session);
  const std::string text = handed_out(asked, marked);
  tell_if_empty(text, session);
  const ExitCode code = put(asked, text, former);
  if (!asked.check && !asked.diff) try_to_remember(asked, marked, path, session);
  return code;
}

ExitCode export_issue(const Asked& asked, Session& session) {
  check_options(asked);
  return asked.output.empty() ? print_text(asked, session) : write_file(asked, session);
}

}  // namespace

Command export_command() {
  return command("export", "print the newsletter's sections", kDetails, declare, export_issue);
}

}  // namespace collector
