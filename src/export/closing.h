// What closing an issue puts on record.
#pragma once

#include "export/selection.h"
#include "newsletter/days.h"
#include "store/issue.h"

#include <string>
#include <vector>

namespace collector {

struct Config;
class Store;

/// An issue that is about to be closed.
struct Closing {
  std::string month;  // its name, "2024-01"
  DaysAsked days;     // as whoever closes it gives them
  Window window{};    // the same days
  UtcTime now{};
};

/// The issue as an export of its days prints it now.
Issue exported_issue(const Closing& closing, Selection selection, const Config& config,
                     Store& store);

/// The issue as it was printed: `markdown` is all of it.
Issue printed_issue(const Closing& closing, std::string markdown, const Config& config,
                    Store& store);

/// News of `issue` that an earlier one has on record, a sentence each: slips, as far as this
/// one goes.
std::vector<std::string> printed_twice(const Issue& issue, Store& store);

}  // namespace collector
