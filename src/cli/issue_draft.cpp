#include "cli/issue_draft.h"

#include "config/config.h"
#include "core/error.h"
#include "core/read_file.h"
#include "core/shown_text.h"
#include "export/issue_digest.h"
#include "export/offered.h"
#include "export/post.h"
#include "export/release_notes.h"
#include "newsletter/front_matter.h"
#include "review/draft_base.h"
#include "store/store.h"

#include <fmt/format.h>

#include <iostream>

namespace collector {

namespace {

Selection selection(const IssueAsked& asked) {
  return asked.final ? Selection::Kept : Selection::Candidates;
}

/// What may go into the issue though it lies outside its days, or came too late for another.
void add_offered(const IssueAsked& asked, const Window& window, Session& session,
                 std::span<const Decision> foreseen, Digest& digest) {
  const Config& config = session.known_config();
  Store& store = session.store(Access::Read);
  const auto news = [&](const Window& days, std::optional<UtcTime> seen_since = {}) {
    return news_digest(store, config, days, selection(asked), seen_since, foreseen);
  };
  const Window early{window.until, days_after(window, config.newsletter.grace_days)};
  offer(digest, news(early), "early: from the days after this issue");
  const std::optional<ClosedDays> closed = closed_before(window, store.issues());
  if (!closed) return;
  offer(digest, news(closed->missed), "late: missed by the issue before");
  offer(digest, news(closed->earlier, closed->closed),
        "late: came when the issue of its days was closed");
}

/// The day that an issue bears: today, as long as it is new.
Day day_of_post(UtcTime now, Day after) {
  constexpr std::chrono::days kNew{31};
  constexpr std::chrono::days kUsual{4};  // it appears around the fifth
  constexpr std::chrono::days kEarly{7};  // or before its last day is over
  const Day today = std::chrono::floor<std::chrono::days>(now);
  return today + kEarly >= after && today < after + kNew ? today : after + kUsual;
}

std::string last_issue(const std::string& file) {
  if (file.empty()) return {};
  std::optional<std::string> text = read_if_there(file);
  if (!text) throw Error(file + ": there is no such file; --like wants the last issue");
  return with_draft_mark(with_markers(*text, Markers::Omitted), "");
}

}  // namespace

Digest asked_digest(const IssueAsked& asked, Session& session,
                    std::span<const Decision> foreseen) {
  const Window window = issue_window(asked.days, session.known_config().newsletter.timezone);
  Digest digest = issue_digest(session.store(Access::Read), session.known_config(), window,
                               selection(asked), foreseen);
  digest.month = asked.days.month;
  digest.from = asked.days.from;
  digest.to = asked.days.to;
  if (asked.draft) {
    add_offered(asked, window, session, foreseen, digest);
    add_release_notes(digest, session.store(Access::Read));
  }
  return digest;
}

std::string framed(const IssueAsked& asked, std::string sections, Session& session) {
  if (!asked.full || front_matter(sections).form != MatterForm::None) return sections;
  const Newsletter& newsletter = session.known_config().newsletter;
  const Window window = issue_window(asked.days, newsletter.timezone);
  const Day after = day_at(window.until, newsletter.timezone);
  return make_post(
      sections, last_issue(asked.like),
      {{period_name(window, newsletter.timezone, newsletter.language), newsletter.language},
       day_of_post(session.now(), after),
       after},
      newsletter);
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
  const std::vector<Draft> known = session.store(Access::Read).drafts(draft.window);
  for (auto last = known.rbegin(); last != known.rend(); ++last) {
    if (last->output != output) continue;
    if (last->text == marked) return;
    break;
  }
  Store& store = session.store(Access::Write);
  draft.decisions = decisions ? *decisions : last_decision(store);
  store.remember_draft(draft);
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
