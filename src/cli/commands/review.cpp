#include "cli/commands/commands.h"
#include "cli/issue_draft.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/places.h"
#include "cli/reviewer.h"
#include "cli/session.h"
#include "cli/text_editor.h"
#include "config/config.h"
#include "core/read_file.h"
#include "review/draft_base.h"
#include "review/draft_copy.h"
#include "store/drafts.h"
#include "store/store.h"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <iterator>

namespace collector {

namespace {

struct Asked {
  std::string file;
  bool editor = false;
  std::string month;
  std::string why;
  std::string who;
};

constexpr const char* kDetails =
    "FILE is a draft that 'export --draft' gave out; - is standard input. A deleted bullet is\n"
    "removed, one moved under another heading is moved, a reworded one keeps its new words, a\n"
    "new one is an entry by hand. In a check-list [x] keeps, [-] drops. Applying it again\n"
    "changes nothing; where somebody has decided otherwise meanwhile, both texts are shown "
    "and\n"
    "the exit code is 7.";

void declare(Asked& asked, Options& options) {
  options.value("--apply", "FILE", asked.file, "take over what editors did to this draft");
  options.flag("--editor", asked.editor, "edit the draft now, in $VISUAL or $EDITOR");
  options.value("--month", "MONTH", asked.month,
                "the issue (default: the one FILE is a draft of; the present month)");
  options.text("--why", "TEXT", asked.why, "the reason, for the log");
  options.text("--as", "NAME", asked.who,
               "who decides (default: the name git knows, else the login)");
}

/// A text to be taken over.
struct Edited {
  std::string name;    // for complaints
  std::string output;  // where it is: the file, absolute, or whose pipe
  std::string text;
};

Edited read_edited_text(const std::string& file, const Asked& asked) {
  if (file == "-")
    return {"standard input", "standard input of " + reviewer_name(asked.who),
            std::string{std::istreambuf_iterator<char>(std::cin), {}}};
  return {file, whole_path(file), read_text(file)};
}

Draft base_of(const Asked& asked, const Edited& edited, Session& session) {
  const Newsletter& newsletter = session.known_config().newsletter;
  std::optional<Window> window;
  if (!asked.month.empty()) window = issue_window({asked.month, "", ""}, newsletter.timezone);
  Drafts& known = session.store(Access::Read).drafts();
  const std::vector<Draft> drafts = window ? known.of(*window) : known.all();
  if (auto base = find_base(drafts, edited.text, edited.output, newsletter)) return *base;
  throw Error(edited.name + ": is made from no draft that is known" +
              (asked.month.empty() ? "" : " of " + asked.month) +
              "; 'collector export --draft' gives one out");
}

void check_lines(const Edited& edited, const DraftEdits& edits) {
  tell_lines(edited.name, edits.complaints);
  if (!edits.complaints.empty())
    throw Error(edited.name + ": nothing is applied until these lines can be understood");
  if (!has_common_ground(edits))
    throw Error(edited.name + ": has nothing in common with the draft; nothing is applied");
}

void tell_result(const DraftReview& review, Session& session) {
  const std::size_t decisions = review.decisions.size();
  const std::size_t entries = review.additions.size();
  session.tell(fmt::format("collector: {} decision{} recorded, {} entr{} added", decisions,
                           decisions == 1 ? "" : "s", entries, entries == 1 ? "y" : "ies"));
}

ExitCode take_over(const Asked& asked, const Edited& edited, Session& session) {
  const Draft base = base_of(asked, edited, session);
  const Newsletter& newsletter = session.known_config().newsletter;
  const DraftEdits edits = read_draft_edits(base.text, edited.text, newsletter);
  check_lines(edited, edits);
  const Signature by{reviewer_name(asked.who), asked.why, session.now()};
  Store& store = session.store(Access::Write);
  const DraftReview review = weigh(edits, base, by, newsletter, store);
  const auto added = store_review(review, by, store);
  if (session.verbosity() != Verbosity::Quiet) tell_lines(edited.name, review.remarks);
  tell_conflicts(edited.name, review.conflicts);
  tell_result(review, session);
  if (!review.conflicts.empty()) return ExitCode::Conflict;
  remember_copy(review, edits, base, edited.output, added, session.now(), store);
  return ExitCode::Done;
}

ExitCode edit_now(const Asked& asked, Session& session) {
  IssueAsked issue;
  issue.draft = issue.boxes = true;
  issue.days.month = asked.month.empty()
                         ? month_at(session.now(), session.known_config().newsletter.timezone)
                         : asked.month;
  const std::string marked = marked_markdown(issue, asked_digest(issue, session), session);
  const std::string folder = make_temporary_folder("collector-" + issue.days.month);
  const std::string path = folder + "/draft.md";  // the ending tells editors what it is
  remember_generated(issue, marked, path, session);
  const std::string given = handed_out(issue, marked);
  write_output(path, given);
  edit_file(path);
  const Edited edited = read_edited_text(path, asked);
  const ExitCode code =
      edited.text == given ? ExitCode::Done : take_over(asked, edited, session);
  if (code == ExitCode::Done) std::filesystem::remove_all(folder);
  return code;
}

ExitCode review(const Asked& asked, Session& session) {
  if (asked.editor == !asked.file.empty())
    throw UsageError("review: wants --apply FILE or --editor");
  if (asked.editor) return edit_now(asked, session);
  return take_over(asked, read_edited_text(asked.file, asked), session);
}

}  // namespace

Command review_command() {
  return command("review", "take over what editors did to a draft", kDetails, declare, review);
}

}  // namespace collector
