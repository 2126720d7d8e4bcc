// collector learn: what editors printed and reviewers moved, made into a model; and the record
// of what was printed when.
#include "classify/model_in_use.h"
#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/output_file.h"
#include "cli/session.h"
#include "config/config.h"
#include "core/error.h"
#include "export/closing.h"
#include "learn/lesson.h"
#include "store/documents.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/ledger.h"
#include "store/store.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <set>

namespace collector {

namespace {

struct Asked {
  std::string folder;
  std::string output;
  bool force = false;
};

constexpr const char* kDetails =
    "Reads the newsletters of DIR: Markdown files whose name or front matter begins with "
    "their\n"
    "date. What they print becomes examples, and reviewers' moves too; of these a model is "
    "made,\n"
    "measured on issues it has not seen, and kept in the database unless it is clearly worse\n"
    "than the one in use. The issues are put on record as printed, as 'issue close --like'\n"
    "would do.";

void declare(Asked& asked, Options& options) {
  options.argument("DIR", asked.folder, "a folder of published newsletters in Markdown");
  options.flag("--force", asked.force, "keep the model though it is worse");
  options.value("--output", "FILE", asked.output, "write the model to FILE, too");
}

// ---- the model ----

std::vector<LabelledItem> everything_labelled(std::span<const PublishedItem> items,
                                              const ProjectRegistry& projects, Store& store) {
  std::vector<LabelledItem> labelled = labelled_items(items, projects);
  std::vector<StoredItem> moved;
  store.items().each({}, [&](StoredItem&& stored) {
    if (stored.moved) moved.push_back(std::move(stored));
  });
  for (LabelledItem& move : labelled_moves(moved, projects))
    labelled.push_back(std::move(move));
  return labelled;
}

void print(const char* what, const Score& score) {
  std::cout << fmt::format(
      "{}: {} of {} right ({:.1f} %); sure of {}, of which {} right ({:.1f} %)\n", what,
      score.right, score.total, 100 * score.accuracy(), score.sure, score.sure_and_right,
      score.sure == 0 ? 0.0 : 100.0 * score.sure_and_right / score.sure);
}

/// Whatever the model in use was once right in, it cannot place anything in a section that it
/// does not know.
double present_accuracy(const Model& present, const Model& wanted) {
  const bool knows_all =
      std::ranges::all_of(wanted.sections(), [&](const std::string& section) {
        return std::ranges::find(present.sections(), section) != present.sections().end();
      });
  return knows_all ? present.accuracy() : 0;
}

void keep(const Lesson& lesson, const Asked& asked, const Newsletter& newsletter,
          Store& store) {
  const std::string text = lesson.model.text();
  if (!asked.output.empty()) renew_output(asked.output, text, text.substr(0, text.find('\n')));
  const double before =
      asked.force
          ? 0
          : present_accuracy(model_in_use(store.documents().model(), newsletter), lesson.model);
  // It knows newer issues and the reviewers' moves; that is worth what may be mere luck.
  if (!asked.force && lesson.crossed.accuracy() + lesson.crossed.noise() < before) {
    std::cout << fmt::format(
        "The model in use was right in {:.1f} %, clearly more: it stays. --force replaces "
        "it.\n",
        100 * before);
    return;
  }
  store.documents().remember_model(text);
  std::cout << fmt::format("The new model is in use from now on ({} features).\n",
                           lesson.model.size());
}

// ---- the record ----

/// Closes the issues that are not on record yet; returns how many.
int record(std::span<const PublishedIssue> issues, Session& session, Store& store) {
  std::set<std::string> known;
  for (const Issue& issue : store.ledger().issues())
    known.insert(issue.month);
  int closed = 0;
  for (const PublishedIssue& published : issues) {
    if (!known.insert(published.month).second) continue;
    const Closing closing{
        published.month, {published.month, "", ""}, published.window, session.now()};
    store.ledger().close(printed_issue(closing, published.markdown, session.config(), store));
    ++closed;
  }
  return closed;
}

ExitCode run(const Asked& asked, Session& session) {
  const Config& config = session.config();
  const std::vector<PublishedIssue> issues =
      read_published(asked.folder, config.newsletter.timezone);
  std::vector<PublishedItem> items;
  for (const PublishedIssue& issue : issues)
    for (PublishedItem& item :
         published_items(issue, config.newsletter.sections, config.newsletter.site))
      items.push_back(std::move(item));
  if (items.empty()) {
    throw Error(
        fmt::format("{}: {} issues were read, but none has entries under a heading of "
                    "newsletter.sections",
                    asked.folder, issues.size()));
  }
  Store& store = session.store(Access::Write);
  std::cout << fmt::format("{} issues put on record as printed.\n",
                           record(issues, session, store));
  const ProjectRegistry projects(config.projects);
  const Lesson lesson = learn(everything_labelled(items, projects, store));
  std::cout << fmt::format("{} issues with {} items, {} of them to learn from\n", issues.size(),
                           items.size(), lesson.examples);
  print("Whole issues held out, a fifth at a time", lesson.crossed);
  print("The last six issues, by those before", lesson.last_six);
  keep(lesson, asked, config.newsletter, store);
  return ExitCode::Done;
}

}  // namespace

Command learn_command() {
  return command("learn", "learn from published newsletters where items belong", kDetails,
                 declare, run);
}

}  // namespace collector
