// collector classify: the classifier alone, for trying it out; and once more over what waits.
#include "cli/commands/commands.h"
#include "cli/item_output.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/table.h"
#include "core/json.h"
#include "core/sections.h"
#include "core/shown_text.h"
#include "store/items.h"
#include "store/store.h"
#include "update/placer.h"
#include "update/reapply.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <istream>
#include <span>

namespace collector {

namespace {

struct Asked {
  std::string file;
  std::string format = "json";
  bool reapply = false;
  bool dry_run = false;
};

constexpr seconds kWaitForRun{60};

constexpr const char* kDetails =
    "Each line of FILE is a JSON object with \"title\" and \"url\", and \"summary\" and "
    "\"feed\" if\n"
    "need be; each line of the answer has its \"section\", or \"noise\", a \"confidence\" and\n"
    "\"reasons\". Nothing is fetched or stored.\n"
    "\n"
    "With --reapply every undecided item of the store is judged by the rules and the model of\n"
    "today.";

void declare(Asked& asked, Options& options) {
  options.optional_argument("FILE", asked.file, "lines of JSON; - is standard input");
  options.choice("--format", asked.format, {"json", "text"}, "for programs or for people");
  options.flag("--reapply", asked.reapply, "judge the undecided items of the store anew");
  options.flag("--dry-run", asked.dry_run, "only say what --reapply would change");
}

std::string text_field(const Json& object, std::string_view name) {
  const Json& field = object[name];
  if (field.is_null()) return {};
  if (!field.is_text()) throw Error(fmt::format("\"{}\" wants a text", name));
  return field.text();
}

Item read_line(const std::string& line) {
  const Json object = parse_json(line).value_or(nullptr);
  if (!object.is_object()) throw Error("wants a JSON object such as {\"title\":…, \"url\":…}");
  Item item;
  item.title = text_field(object, "title");
  item.url = text_field(object, "url");
  item.summary = text_field(object, "summary");
  item.feed = text_field(object, "feed");
  return item;
}

std::string shown_section(const std::string& section, bool noise) {
  return noise ? kNoise : section;
}

void print(const Item& item, const Verdict& verdict, const std::string& format) {
  const std::string section = shown_section(verdict.section, verdict.noise);
  if (format == "json") {
    std::cout << json_line({{"section", section},
                            {"confidence", verdict.confidence},
                            {"reasons", verdict.reasons}})
              << '\n';
    return;
  }
  std::cout << fmt::format("{:<13} {:.2f}  {}\n", section, verdict.confidence,
                           harmless(item.title.empty() ? item.url : item.title));
  for (const std::string& reason : verdict.reasons)
    std::cout << "    " << harmless(reason) << '\n';
}

void classify_lines(std::istream& in, const std::string& name, const Placer& placer,
                    const std::string& format) {
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      const Item item = read_line(line);
      print(item, placer.judge(item, placer.source(item.feed)), format);
    } catch (const Error& error) {
      throw Error(fmt::format("{}:{}: {}", name, number, error.what()));
    }
  }
  if (in.bad()) throw Error(name + ": cannot be read");
}

ExitCode classify_file(const Asked& asked, const Placer& placer) {
  if (asked.file == "-") {
    classify_lines(std::cin, "standard input", placer, asked.format);
    return ExitCode::Done;
  }
  std::ifstream file(asked.file);
  if (!file) throw Error(asked.file + ": " + std::strerror(errno));
  classify_lines(file, asked.file, placer, asked.format);
  return ExitCode::Done;
}

void print(std::span<const Replacement> changes, Verbosity verbosity, const char* stand) {
  Table table({"ID", "FROM", "TO", "CONFIDENCE", "TITLE"});
  int moving = 0;
  for (const Replacement& change : changes) {
    if (!change.moves()) continue;
    ++moving;
    table.add({change.after.id,
               shown_section(change.before.item.section, change.before.item.noise),
               shown_section(change.after.section, change.after.noise),
               fmt::format("{:.2f}", change.after.confidence), readable_title(change.before)});
  }
  if (moving > 0) table.print(std::cout);
  if (verbosity != Verbosity::Quiet)
    std::cerr << fmt::format("{} undecided items {} elsewhere now\n", moving, stand);
}

ExitCode show_reapplied(Session& session) {
  print(judge_anew(session.config(), session.store(Access::Read)), session.verbosity(),
        "would stand");
  return ExitCode::Done;
}

ExitCode reapply(Session& session) {
  session.require_database();
  const RunLock lock = session.lock_run(kWaitForRun);
  Store& store = session.store(Access::Write);
  const std::vector<Replacement> changes = judge_anew(session.config(), store);
  std::vector<Placement> placements;
  placements.reserve(changes.size());
  for (const Replacement& change : changes)
    placements.push_back(change.after);
  store.items().place(placements);
  print(changes, session.verbosity(), "stand");
  return ExitCode::Done;
}

ExitCode run(const Asked& asked, Session& session) {
  if (asked.reapply != asked.file.empty())
    throw UsageError(asked.reapply ? "classify --reapply takes no FILE"
                                   : "classify wants a FILE of JSON lines, or --reapply");
  if (asked.dry_run && !asked.reapply) throw UsageError("--dry-run belongs to --reapply");
  if (asked.reapply) return asked.dry_run ? show_reapplied(session) : reapply(session);
  return classify_file(asked, Placer(session.config(), session.learned_model()));
}

}  // namespace

Command classify_command() {
  return command("classify", "try the classifier, or apply it anew", kDetails, declare, run);
}

}  // namespace collector
