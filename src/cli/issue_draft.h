// The text of an issue as commands hand it out to editors and take it back.
#pragma once

#include "cli/session.h"
#include "export/digest.h"
#include "export/markdown.h"
#include "newsletter/days.h"
#include "review/draft_review.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace collector {

/// Which issue, and how much of it.
struct IssueAsked {
  DaysAsked days;
  bool draft = false;  // with what else may go in, and hints for editors
  bool final = false;  // only what was kept
  bool boxes = false;  // as a check-list
  bool full = false;   // the whole post, front matter included
  std::string like;    // the last issue, whose frame is taken over; empty: none
};

/// The issue as the store has it. `foreseen` are decisions that shall count as stored.
Digest asked_digest(const IssueAsked& asked, Session& session,
                    std::span<const Decision> foreseen = {});

/// Sections as they stand in the whole post, when that is asked for; an issue that was closed
/// with its file is one already.
std::string framed(const IssueAsked& asked, std::string sections, Session& session);

/// The same as Markdown, every entry with its whole marker: what editors' changes are told
/// from.
std::string marked_markdown(const IssueAsked& asked, Digest digest, Session& session);

/// What is handed out of such a text: in a draft the short markers and the draft's own mark.
std::string handed_out(const IssueAsked& asked, const std::string& marked);

/// Remembers a text as it was generated, unless it is the last one of its output already.
/// `decisions`: the last one it takes into account, where that is not the last there is.
void remember_generated(const IssueAsked& asked, const std::string& marked,
                        const std::string& output, Session& session,
                        std::optional<std::int64_t> decisions = {});

/// "FILE:12: what is wrong", a line each, on standard error.
void tell_lines(const std::string& name, const std::vector<DraftComplaint>& lines);

/// Both texts of each conflict, on standard error.
void tell_conflicts(const std::string& name, const std::vector<DraftConflict>& conflicts);

}  // namespace collector
