#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/progress.h"
#include "cli/session.h"
#include "config/config.h"
#include "config/units.h"
#include "core/credentials.h"
#include "core/shown_text.h"
#include "store/feeds.h"
#include "store/store.h"
#include "update/update.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

namespace collector {

namespace {

struct Asked {
  std::vector<std::string> only;
  bool force = false;
  std::optional<int> jobs;
  std::string max_time;
  std::string wait = "60s";
  bool dry_run = false;
};

void declare(Asked& asked, Options& options) {
  options.values("--only", "NAME", asked.only, "only this feed; may be given several times");
  options.flag("--force", asked.force,
               "ask every feed, due or not, with --only also one that was gone; conditionally "
               "as always");
  options.value("--jobs", "N", asked.jobs, "requests in flight (default: settings.jobs)");
  options.value("--max-time", "DURATION", asked.max_time, "end the run after this time");
  options.value("--wait", "DURATION", asked.wait,
                "wait this long for another run to end (default: 60s)");
  options.flag("--dry-run", asked.dry_run, "only say which feeds would be asked, and why");
}

seconds duration(const char* option, const std::string& text) {
  if (const auto duration = parse_duration(text)) return *duration;
  throw UsageError(std::string(option) + ": wants a duration such as 30s, got \"" + text +
                   "\"");
}

UpdateOptions update_options(const Asked& asked) {
  UpdateOptions options;
  options.only = asked.only;
  options.which = asked.force ? Which::All : Which::Due;
  if (!asked.max_time.empty()) options.max_time = duration("--max-time", asked.max_time);
  if (asked.jobs && (*asked.jobs < 1 || *asked.jobs > kMostJobs))
    throw UsageError("--jobs: wants a whole number from 1 to " + std::to_string(kMostJobs));
  options.jobs = asked.jobs;
  return options;
}

void require_configuration(Session& session) {
  if (session.config().path.empty()) {
    throw ConfigError("there is no configuration: neither ./feeds.yaml nor one of the other " +
                      std::string("places; 'collector init' writes a first one"));
  }
}

/// Makes nothing, not even the database of a first run.
ExitCode dry_run(const Config& config, const UpdateOptions& options, Session& session) {
  std::vector<FeedState> known;
  if (std::filesystem::exists(session.database()))
    known = session.store(Access::Read).feeds().all();
  for (const auto& [feed, why] : feeds_to_ask(config, known, options, session.now())) {
    std::cout << harmless(feed.name) << '\t' << harmless(mask_credentials(feed.url)) << '\t'
              << why << '\n';
  }
  return ExitCode::Done;
}

/// Why those that were asked for by name are not asked, --force or not.
void tell_switched_off(const Asked& asked, Session& session) {
  if (session.verbosity() == Verbosity::Quiet) return;
  for (const FeedSource& feed : session.config().feeds) {
    if (!feed.enabled && std::ranges::find(asked.only, feed.name) != asked.only.end())
      std::cerr << harmless(feed.name) << ": switched off in the configuration\n";
  }
}

std::string summary(const UpdateReport& report, bool any_feeds) {
  if (!any_feeds) return "there are no feeds yet; 'collector feeds add URL' adds one";
  if (report.asked == 0) return "no feed is due";
  std::string text =
      fmt::format("feeds asked: {}, of which {} new, {} unchanged, {} failed", report.asked,
                  report.fetched, report.not_modified, report.failures.size());
  if (report.held > 0) text += fmt::format(", {} left alone", report.held);
  if (report.interrupted > 0) text += fmt::format(", {} not finished", report.interrupted);
  text += fmt::format("; items: {} new, {} changed", report.added, report.changed);
  if (report.quarantined > 0) text += fmt::format(", {} in quarantine", report.quarantined);
  return text;
}

/// `Movim: 404 Not Found (https://mov.im/feed)`
std::string failure_line(const FeedFailure& failure) {
  return harmless(
      fmt::format("{}: {} ({})", failure.feed, failure.error, mask_credentials(failure.url)));
}

ExitCode exit_code(const UpdateReport& report) {
  if (report.end == FetchEnd::Stopped) return ExitCode::Failed;
  const bool all_well = report.failures.empty() && report.interrupted == 0;
  return all_well ? ExitCode::Done : ExitCode::SomeFeedsFailed;
}

ExitCode ask_feeds(const Asked& asked, Session& session) {
  const UpdateOptions options = update_options(asked);
  const seconds patience = duration("--wait", asked.wait);
  require_configuration(session);
  if (asked.dry_run) return dry_run(session.config(), options, session);

  tell_switched_off(asked, session);
  const RunLock lock = session.lock_run(patience);
  Store& store = session.store(Access::Write);
  const bool any_feeds = !session.config().feeds.empty();
  Progress progress(session);
  const UpdateReport report =
      update(session.give_config(), store, options, session.now(),
             [&](const UpdateReport& so_far) { progress.show(so_far); });
  progress.clear();
  for (const FeedFailure& failure : report.failures)
    std::cerr << failure_line(failure) << '\n';
  const ExitCode code = exit_code(report);
  if (session.verbosity() != Verbosity::Quiet || code != ExitCode::Done) {
    std::cerr << summary(report, any_feeds) << '\n';
  }
  return code;
}

ExitCode fetch(const Asked& asked, Session& session) {
  try {
    return ask_feeds(asked, session);
  } catch (const UnknownFeed& error) {
    throw UsageError(std::string("--only: ") + error.what());
  }
}

}  // namespace

Command fetch_command() {
  return command(
      "fetch", "ask every feed that is due and store its news",
      "Exit status 3 says that some feeds failed; the others are stored. 'collector status'\n"
      "tells how each feed is.",
      declare, fetch);
}

}  // namespace collector
