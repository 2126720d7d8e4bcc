#include "cli/commands/commands.h"
#include "cli/item_output.h"
#include "cli/options.h"
#include "cli/session.h"
#include "cli/terminal.h"

#include <nlohmann/json.hpp>

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

ExitCode show(const Asked& asked, Session& session) {
  const StoredItem stored = session.store(Access::Read).item(asked.id);
  if (asked.format == "json") {
    std::cout << json_text(to_json(stored));
  } else {
    print_text(stored);
  }
  return ExitCode::Done;
}

}  // namespace

Command show_command() {
  return command("show", "one item", declare, show);
}

}  // namespace collector
