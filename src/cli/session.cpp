#include "cli/session.h"

#include "cli/places.h"
#include "config/config.h"
#include "core/error.h"
#include "core/log.h"
#include "core/shown_text.h"
#include "normalise/date.h"
#include "store/documents.h"
#include "store/feeds.h"
#include "store/store.h"

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <unordered_map>
#include <utility>

namespace collector {

namespace {

UtcTime start_of_run(const std::string& given) {
  if (given.empty()) {
    return std::chrono::floor<seconds>(std::chrono::system_clock::now());
  }
  if (const auto time = parse_date(given)) return *time;
  throw UsageError("--now: wants a time such as 2024-02-01T00:00:00Z, got \"" + given + "\"");
}

/// What feeds said of themselves fills in for what the configuration leaves open.
void add_homes(std::vector<FeedSource>& feeds, const std::vector<FeedState>& states) {
  std::unordered_map<std::string_view, std::string_view> sites;
  for (const FeedState& state : states)
    sites.emplace(state.name, state.site);
  for (FeedSource& feed : feeds) {
    const auto site = sites.find(feed.name);
    if (feed.home.empty() && site != sites.end()) feed.home = site->second;
  }
}

}  // namespace

Session::Session(GlobalOptions options)
    : options_(std::move(options)), now_(start_of_run(options_.now)) {}

Session::~Session() = default;

Verbosity Session::verbosity() const {
  if (options_.quiet) return Verbosity::Quiet;
  return options_.verbose ? Verbosity::Verbose : Verbosity::Normal;
}

void Session::tell(std::string_view sentence) const {
  if (verbosity() != Verbosity::Quiet) std::cerr << harmless(sentence) << '\n';
}

bool Session::colour_wanted() const {
  const char* no_color = std::getenv("NO_COLOR");  // https://no-color.org
  return !options_.no_color && (no_color == nullptr || *no_color == '\0');
}

const Config& Session::config() {
  if (!config_) {
    const std::string path = find_configuration(options_.config);
    config_ = std::make_unique<Config>(path.empty() ? parse_config("", "") : load_config(path));
  }
  return *config_;
}

Config Session::give_config() {
  config();
  return std::move(*std::exchange(config_, nullptr));
}

const Config& Session::known_config() {
  if (known_config_) return *known_config_;
  const bool only_store = !options_.database.empty() && options_.config.empty();
  const bool stored = only_store || find_configuration(options_.config).empty();
  known_config_ = std::make_unique<Config>(stored ? stored_config() : config());
  add_homes(known_config_->feeds, store(Access::Read).feeds().all());
  return *known_config_;
}

Config Session::stored_config() {
  try {
    return parse_config(store(Access::Read).documents().configuration(),
                        "stored configuration");
  } catch (const ConfigError& error) {
    // Written by another version of this program; the next fetch replaces it.
    log_warning(std::string(error.what()) + "; the preset is used instead");
    return parse_config("", "");
  }
}

std::string Session::database() {
  if (std::string named = named_database(options_.database); !named.empty()) return named;
  if (const std::string& path = config().settings.database; !path.empty()) return path;
  return default_database();
}

std::string Session::learned_model() {
  std::error_code failure;
  return std::filesystem::exists(database(), failure) ? store(Access::Read).documents().model()
                                                      : "";
}

std::string Session::writable_database() {
  std::string path = database();
  if (path == ":memory:")
    throw StoreError(path + ": what is stored there ends with the run; name a file with --db");
  if (path == default_database()) {
    std::error_code failure;  // opening says what is wrong
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), failure);
  }
  return path;
}

RunLock Session::lock_run(seconds wait) {
  return {writable_database(), wait};
}

Store& Session::store(Access access) {
  if (store_ && (access == Access::Read || access_ == Access::Write)) return *store_;
  const std::string path = access == Access::Write ? writable_database() : database();
  store_.reset();
  store_ = open_store(path, access);
  access_ = access;
  if (const std::string note = store_->migration_note(); !note.empty()) log_warning(note);
  return *store_;
}

void Session::require_database() {
  std::error_code failure;
  if (!std::filesystem::exists(database(), failure)) store(Access::Read);  // says so
}

}  // namespace collector
