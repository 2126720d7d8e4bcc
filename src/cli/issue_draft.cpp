#include "cli/issue_draft.h"

#include "config/config.h"
#include "core/error.h"
#include "core/read_file.h"
#include "core/shown_text.h"
#include "export/issue_digest.h"
#include "export/offered.h"
#include "export/post.h"
#include "newsletter/front_matter.h"
#include "review/draft_base.h"
#include "store/decisions.h"
#include "store/drafts.h"
#include "store/store.h"

#include <fmt/format.h>

#include <iostream>

namespace collector {

namespace {

Selection selection(const IssueAsked& asked) {
  return asked.final ? Selection::Kept : Selection::Candidates;
}

std::string last_issue(const std::string& file) {
  if (file.empty()) return {};
  std::optional<std::string> text = read_text_if_there(file);
  if (!text) throw Error(file + ": there is no such file; --like wants the last issue");
  return with_draft_mark(with_markers(*text, Markers::Omitted), "");
}

}  // namespace

Digest asked_digest(const IssueAsked& asked, Session& session,
                    std::span<const Decision> foreseen) {
  const Config& config = session.known_config();
  const Window window = issue_window(asked.days, config.newsletter.timezone);
  const auto read_digest = asked.draft ? draft_digest : issue_digest;
  Digest digest =
      read_digest(session.store(Access::Read), config, window, selection(asked), foreseen);
  digest.month = asked.days.month;
  digest.from = asked.days.from;
  digest.to = asked.days.to;
  return digest;
}

std::string framed(const IssueAsked& asked, std::string sections, Session& session) {
  if (!asked.full || front_matter(sections).form != MatterForm::None) return sections;
  const Newsletter& newsletter = session.known_config().newsletter;
  const Window window = issue_window(asked.days, newsletter.timezone);
  return make_post(sections, last_issue(asked.like),
                   post_day(window, newsletter, session.now()), newsletter);
}

std::string marked_markdown(const IssueAsked& asked, Digest digest, Session& session) {
  DraftMarks marks;
  marks.markers = Markers::Whole;
  if (asked.boxes) marks.boxes = Boxes::Written;
  if (asked.draft) {
    marks.hints = Hints::Written;
    digest = with_offered(std::move(digest));
  }
  return framed(asked, to_markdown(digest, session.known_config(), marks), session);
}

std::string handed_out(const IssueAsked& asked, const std::string& marked) {
  if (!asked.draft) return with_markers(marked, Markers::Omitted);
  return with_markers(marked, Markers::Short) + "\n" + draft_mark(marked) + "\n";
}

void remember_generated(const IssueAsked& asked, const std::string& marked,
                        const std::string& output, Session& session,
                        std::optional<std::int64_t> decisions) {
  Draft draft;
  draft.window = issue_window(asked.days, session.known_config().newsletter.timezone);
  draft.output = output;
  draft.text = marked;
  draft.when = session.now();
  if (is_remembered(session.store(Access::Read).drafts().of(draft.window), draft)) return;
  Store& store = session.store(Access::Write);
  draft.decisions = decisions ? *decisions : store.decisions().last();
  store.drafts().remember(draft);
}

void tell_lines(const std::string& name, const std::vector<DraftComplaint>& lines) {
  for (const DraftComplaint& line : lines)
    std::cerr << harmless(fmt::format("{}:{}: {}", name, line.line, line.message)) << '\n';
}

void tell_conflicts(const std::string& name, const std::vector<DraftConflict>& conflicts) {
  for (const DraftConflict& one : conflicts) {
    std::cerr << harmless(fmt::format("{}:{}: somebody has decided otherwise about {}", name,
                                      one.line, fmt::join(one.ids, ", ")))
              << "\n  this text: " << harmless(one.ours)
              << "\n  decided:   " << harmless(one.theirs) << '\n';
  }
}

}  // namespace collector
