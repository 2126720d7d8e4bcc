#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/places.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "config/config.h"
#include "demo/month.h"
#include "export/digest.h"
#include "export/markdown.h"
#include "export/selection.h"
#include "newsletter/days.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"
#include "update/update.h"
#include "web/folder_server.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>

namespace collector {

namespace {

namespace fs = std::filesystem;

struct Asked {};

void declare(Asked&, Options&) {}

/// Gone, with all that is in it, when the demo ends.
class TemporaryFolder {
 public:
  TemporaryFolder() : path_(make_temporary_folder("collector-demo")) {}

  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }

  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

void poll(const Config& config, Store& store, const Session& session) {
  Progress progress(session);
  const UpdateReport report =
      update(config, store, UpdateOptions{}, kSampleDay,
             [&](const UpdateReport& so_far) { progress.show(so_far); });
  progress.clear();
  for (const FeedFailure& failure : report.failures)
    throw Error(failure.url + ": " + failure.error);
  if (session.verbosity() == Verbosity::Quiet) return;
  std::cerr << fmt::format("{} feeds of the sample month fetched from this machine: {} items\n",
                           report.fetched, report.added);
}

std::string month_as_markdown(const Config& config, Store& store) {
  ItemQuery query;
  query.window = month_window(kSampleMonth, config.newsletter.timezone);
  Digest digest = make_digest(
      select_items(store.items().find(query), Selection::Candidates, config.newsletter.title),
      {}, config);
  return to_markdown(digest, config);
}

/// Three commands for feeds of one's own, as this user can type them.
void say_what_is_next(const Session& session) {
  const char* called_as = std::getenv("COLLECTOR_CALLED_AS");  // set by scripts/run
  const std::string program = called_as != nullptr ? called_as : "collector";
  const std::string month = month_at(session.now(), "UTC");
  const bool configured = !find_configuration(session.options().config).empty();
  std::cerr << "\nThis was a sample month. With real feeds, try next:\n";
  if (!configured) std::cerr << "  " << program << " init\n";
  std::cerr << "  " << program << " fetch\n";
  if (configured) std::cerr << "  " << program << " list --month " << month << '\n';
  std::cerr << "  " << program << " export --month " << month << '\n';
}

ExitCode demo(const Asked&, Session& session) {
  const fs::path month = sample_month_folder(fs::read_symlink("/proc/self/exe"));
  const FolderServer server(month);
  const Config config = parse_config(sample_configuration(month, server.address()),
                                     (month / "feeds.yaml").string());
  const TemporaryFolder folder;
  const auto store = open_store((folder.path() / "demo.db").string(), Access::Write);
  poll(config, *store, session);
  std::cout << month_as_markdown(config, *store) << std::flush;
  if (session.verbosity() != Verbosity::Quiet) say_what_is_next(session);
  return ExitCode::Done;
}

}  // namespace

Command demo_command() {
  return command(
      "demo", "fetch a bundled month on this machine and draft it",
      "Serves the sample month on a free port of 127.0.0.1, polls it into a database in a\n"
      "temporary folder, and prints the month's Markdown. Touches nothing of yours.",
      declare, demo);
}

}  // namespace collector
