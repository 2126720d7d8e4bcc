#include "export/closing.h"

#include "config/config.h"
#include "export/issue_digest.h"
#include "export/json.h"
#include "export/markdown.h"
#include "export/printed.h"
#include "export/printed_file.h"
#include "store/items.h"
#include "store/store.h"

#include <fmt/format.h>

#include <utility>

namespace collector {

namespace {

Issue on_record(const Closing& closing, std::string markdown, Digest digest,
                const Config& config) {
  digest.month = closing.days.month;
  digest.from = closing.days.from;
  digest.to = closing.days.to;
  Issue issue;
  issue.month = closing.month;
  issue.window = closing.window;
  issue.closed = closing.now;
  issue.markdown = std::move(markdown);
  issue.json = to_json(digest);
  issue.entries = printed_entries(digest, ProjectRegistry(config.projects));
  return issue;
}

}  // namespace

Issue exported_issue(const Closing& closing, Selection selection, const Config& config,
                     Store& store) {
  Digest digest = issue_digest(store, config, closing.window, selection);
  std::string markdown = to_markdown(digest, config);
  return on_record(closing, std::move(markdown), std::move(digest), config);
}

Issue printed_issue(const Closing& closing, std::string markdown, const Config& config,
                    Store& store) {
  Digest digest = read_printed(markdown, closing.window, config, store);
  return on_record(closing, std::move(markdown), std::move(digest), config);
}

std::vector<std::string> printed_twice(const Issue& issue, Store& store) {
  std::vector<std::string> twice;
  for (const PrintedEntry& entry : issue.entries) {
    for (const std::string& id : entry.item_ids) {
      const std::string month = store.items().item(id).printed_in;
      if (month.empty()) continue;
      twice.push_back(fmt::format("\"{}\" was printed in {} already", entry.title, month));
      break;
    }
  }
  return twice;
}

}  // namespace collector
