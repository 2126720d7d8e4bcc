// Which draft an edited text is a copy of.
#pragma once

#include "config/newsletter.h"
#include "review/draft_edits.h"
#include "store/draft.h"

#include <optional>
#include <set>
#include <span>
#include <string>

namespace collector {

/// "<!-- c:draft 7f3a2b91c0 -->", which a draft ends with: by it a copy is known for sure.
std::string draft_mark(std::string_view text);

/// `text` with `mark` for the mark it has, none where `mark` is empty; unchanged when it has
/// none.
std::string with_draft_mark(std::string text, const std::string& mark);

/// True when the last of `drafts` with the output of `draft` says the same: there is nothing
/// new to remember.
bool is_remembered(std::span<const Draft> drafts, const Draft& draft);

/// The one of `drafts` that `text`, found in `output`, was made from: the one it names, else
/// the last one of that output, else the newest of which it has something that none before had.
/// Where copies of it were applied from the same output since, the nearest of these. Nothing
/// when none has an entry in common.
std::optional<Draft> find_base(std::span<const Draft> drafts, const std::string& text,
                               const std::string& output, const Newsletter& newsletter);

/// The items whose entries in `generated`, an output of this program, are in `text` too.
std::set<std::string> items_in_common(const std::string& generated, const std::string& text,
                                      const Newsletter& newsletter);

/// The draft of days wholly outside `window` of which `text` has more items than of any draft
/// of these days, if there is one: then it is that text.
std::optional<Draft> draft_of_other_days(std::span<const Draft> drafts, const std::string& text,
                                         const Window& window, const Newsletter& newsletter);

}  // namespace collector
