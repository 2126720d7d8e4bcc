// The draft as a door to the store: what editors did to a text becomes decisions, merged three
// ways with what others have decided since the text was given out.
#pragma once

#include "config/newsletter.h"
#include "review/draft_edits.h"
#include "store/draft.h"
#include "store/seen_decisions.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace collector {

class Store;

/// Two people want one entry to be two things.
struct DraftConflict {
  int line = 0;  // in the edited text; in the base for what is gone
  std::vector<std::string> ids;
  std::string ours;    // what the edited text says
  std::string theirs;  // what has been decided meanwhile, and by whom
};

/// An entry of the editors' own, not stored yet.
struct DraftAddition {
  Item item;
  std::string words;             // its bullet, as Markdown
  std::size_t block = kNoBlock;  // in the edited text
};

/// What is to be stored for a draft. Nothing in it is stored already: applying a text twice
/// leaves nothing to do.
struct DraftReview {
  std::vector<Decision> decisions;
  SeenDecisions seen;  // what they were weighed against
  std::vector<DraftAddition> additions;
  std::map<std::size_t, std::string> claims;  // items that bullets of the editors' own tell of,
                                              // and others no more; by their blocks
  std::vector<DraftConflict> conflicts;
  std::vector<DraftComplaint> remarks;
  std::vector<std::size_t> left_out;  // entries of the base that are gone without a decision
};

/// Weighs `edits`, made to `base`, against what the store says now. Changes nothing.
DraftReview weigh(const DraftEdits& edits, const Draft& base, const Signature& by,
                  const Newsletter& newsletter, Store& store);

/// Stores all of `review`, conflicts aside. Returns the ids of its additions, by their blocks.
/// Throws ConflictError, and stores nothing, when somebody has decided since it was weighed.
std::map<std::size_t, std::string> store_review(const DraftReview& review, const Signature& by,
                                                Store& store);

}  // namespace collector
