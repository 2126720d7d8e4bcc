#include "cli/commands/commands.h"
#include "cli/item_output.h"
#include "cli/options.h"
#include "cli/session.h"
#include "core/json.h"
#include "core/shown_text.h"
#include "store/item_query.h"
#include "store/items.h"
#include "store/store.h"

#include <iostream>

namespace collector {

namespace {

struct Asked {
  std::string id;
  std::string format = "text";
};

void declare(Asked& asked, Options& options) {
  options.argument("ID", asked.id, "the item; a unique beginning of its id is enough");
  options.choice("--format", asked.format, {"text", "json"}, "for people or for programs");
}

void print_line(const char* label, const std::string& value) {
  if (!value.empty()) std::cout << label << harmless(value) << '\n';
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts)
    text += (text.empty() ? "" : ", ") + part;
  return text;
}

void print_text(const StoredItem& stored) {
  const Item& item = stored.item;
  print_line("", readable_title(stored));
  print_line("", item.url);
  std::cout << '\n';
  print_line("id          ", stored.id);
  print_line("state       ", to_string(stored.state));
  print_line("printed in  ", stored.printed_in);
  print_line("section     ", item.section);
  print_line("date        ", format_utc(item.date));
  print_line("feed        ", item.feed);
  print_line("feed title  ", item.title == readable_title(stored) ? "" : item.title);
  print_line("project     ", item.project);
  print_line("version     ", item.version);
  print_line("kind        ", to_string(item.kind));
  print_line("group       ", item.group);
  print_line("language    ", item.language);
  print_line("author      ", item.author);
  print_line("categories  ", joined(item.categories));
  for (const std::string& link : item.links)
    print_line("link        ", link);
  const std::string& text = stored.edited_text.empty() ? item.summary : stored.edited_text;
  if (!text.empty()) std::cout << '\n' << harmless(text) << '\n';
}

void print_change(const std::string& what, const std::string& before,
                  const std::string& after) {
  if (before == after) return;
  const auto shown = [](const std::string& text) { return text.empty() ? "(none)" : text; };
  print_line(("  " + what + "  was: ").c_str(), shown(before));
  print_line("         now: ", shown(after));
}

/// What the feed has changed, oldest first: each version beside the one that took its place.
void print_changes(const std::vector<ItemVersion>& former, const Item& present) {
  for (std::size_t i = 0; i < former.size(); ++i) {
    const ItemVersion& before = former[i];
    const bool last = i + 1 == former.size();
    std::cout << "\nchanged     " << format_utc(before.replaced) << '\n';
    print_change("title", before.title, last ? present.title : former[i + 1].title);
    print_change("link ", before.url, last ? present.url : former[i + 1].url);
    print_change("text ", before.summary, last ? present.summary : former[i + 1].summary);
  }
}

Json versions_json(const std::vector<ItemVersion>& former) {
  Json versions = Json::array();
  for (const ItemVersion& version : former)
    versions.push_back({{"replaced", format_utc(version.replaced)},
                        {"title", version.title},
                        {"url", version.url},
                        {"summary", version.summary}});
  return versions;
}

ExitCode show(const Asked& asked, Session& session) {
  Items& items = session.store(Access::Read).items();
  const StoredItem stored = items.item(asked.id);
  const ItemHistory history = items.history(stored.id);
  if (asked.format == "json") {
    Json shown = to_json(stored);
    shown["versions"] = versions_json(history.versions);
    std::cout << json_text(shown);
  } else {
    print_text(stored);
    print_changes(history.versions, stored.item);
  }
  return ExitCode::Done;
}

}  // namespace

Command show_command() {
  return command("show", "one item", declare, show);
}

}  // namespace collector
