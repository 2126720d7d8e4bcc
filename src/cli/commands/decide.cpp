#include "cli/commands/commands.h"
#include "cli/id_list.h"
#include "cli/options.h"
#include "cli/reviewer.h"
#include "cli/session.h"
#include "config/config.h"
#include "core/shown_text.h"
#include "normalise/html.h"
#include "review/decision_text.h"
#include "review/review.h"

#include <fmt/format.h>

#include <iostream>

namespace collector {

namespace {

/// What any of these commands may be asked; each declares what it takes.
struct Asked {
  std::vector<std::string> ids;
  std::string why;
  std::string who;
  std::string section;
  std::string title;
  std::string text;
};

void declare(Asked& asked, Options& options) {
  options.arguments(
      "ID", asked.ids,
      "items; a unique beginning of an id is enough; - reads them from standard input");
  options.text("--why", "TEXT", asked.why, "the reason, for the log");
  options.text("--as", "NAME", asked.who,
               "who decides (default: the name git knows, else the login)");
}

void declare_move(Asked& asked, Options& options) {
  options.arguments("ID", asked.ids,
                    "items (- reads them from standard input), and last the section unless "
                    "--section names it");
  options.value("--section", "SECTION", asked.section, "where they go");
  options.text("--why", "TEXT", asked.why, "the reason, for the log");
  options.text("--as", "NAME", asked.who, "who decides");
}

void declare_edit(Asked& asked, Options& options) {
  declare(asked, options);
  options.text("--title", "TEXT", asked.title, "the new title");
  options.text("--text", "TEXT", asked.text, "the whole bullet, as Markdown");
}

ReviewRequest request(DecisionKind kind, const Asked& asked, Session& session) {
  ReviewRequest request;
  request.kind = kind;
  request.ids = id_list(asked.ids);
  request.by = {reviewer_name(asked.who), asked.why, session.now()};
  return request;
}

/// How a text is given that the request lacks.
const char* example(DecisionKind kind) {
  return kind == DecisionKind::Note ? ", as in --why \"ask the author\""
                                    : ", as in --title \"Wonder 1.0\"";
}

ExitCode decide(const ReviewRequest& request, Session& session) {
  session.require_database();
  const std::vector<Section>& sections = session.known_config().newsletter.sections;
  try {
    for (const Decision& decision : apply(request, sections, session.store(Access::Write))) {
      if (session.verbosity() == Verbosity::Quiet) continue;
      std::cerr << harmless(fmt::format("{} {}", decision.item_id, deed(decision))) << '\n';
    }
  } catch (const MissingText& error) {
    throw UsageError(std::string(error.what()) + example(request.kind));
  }
  return ExitCode::Done;
}

template <DecisionKind kind>
ExitCode plain(const Asked& asked, Session& session) {
  return decide(request(kind, asked, session), session);
}

ExitCode move(const Asked& asked, Session& session) {
  ReviewRequest move = request(DecisionKind::Move, asked, session);
  move.value = asked.section;
  if (move.value.empty() && move.ids.size() > 1) {
    move.value = move.ids.back();
    move.ids.pop_back();
  }
  return decide(move, session);
}

ExitCode edit(const Asked& asked, Session& session) {
  if (!asked.title.empty() && !asked.text.empty()) {
    throw UsageError("edit: wants --title or --text, not both at once");
  }
  ReviewRequest edit = request(DecisionKind::Edit, asked, session);
  edit.field = asked.text.empty() ? "title" : "text";
  edit.value = asked.text.empty() ? squeeze(asked.title) : asked.text;  // a title is one line
  return decide(edit, session);
}

}  // namespace

std::vector<Command> decision_commands() {
  return {
      command("keep", "print these items", declare, plain<DecisionKind::Keep>),
      command("drop", "do not print these items, ever", declare, plain<DecisionKind::Drop>),
      command("move", "put items into another section", declare_move, move),
      command("edit", "give an item another title or text", declare_edit, edit),
      command("merge", "make items one piece of news; the first leads", declare,
              plain<DecisionKind::Merge>),
      command("split", "take items out of the news they were merged into", declare,
              plain<DecisionKind::Split>),
      command("note", "say something about items, with --why", declare,
              plain<DecisionKind::Note>),
      command("undo", "take back the latest decision on items", declare,
              plain<DecisionKind::Undo>),
  };
}

}  // namespace collector
