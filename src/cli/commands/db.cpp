#include "cli/commands/commands.h"
#include "cli/options.h"
#include "cli/session.h"
#include "core/shown_text.h"
#include "store/store.h"

#include <fmt/format.h>

#include <iostream>

namespace collector {

namespace {

ExitCode check(Session& session) {
  const std::vector<std::string> faults = session.store(Access::Read).check();
  for (const std::string& fault : faults)
    std::cout << harmless(fault) << '\n';
  if (!faults.empty()) {
    throw StoreError(
        fmt::format("{}: {} faults found; put back a copy made by 'collector db "
                    "backup', or report them",
                    session.database(), faults.size()));
  }
  session.tell("all is well");
  return ExitCode::Done;
}

struct Copy {
  std::string file;
};

void declare_copy(Copy& asked, Options& options) {
  options.argument("FILE", asked.file, "the new file");
}

ExitCode backup(const Copy& asked, Session& session) {
  session.store(Access::Read).backup(asked.file);
  return ExitCode::Done;
}

ExitCode migrate(Session& session) {
  session.require_database();
  session.store(Access::Write);  // says itself what it brought up to date
  session.tell("the database is up to date");
  return ExitCode::Done;
}

}  // namespace

Command db_command() {
  Command db;
  db.name = "db";
  db.summary = "look after the database";
  db.subcommands = {
      command("check", "is the database sound, and does it keep its promises", check),
      command("backup", "copy the database to a new file, even while a fetch runs",
              declare_copy, backup),
      command("migrate", "bring an older database to the present form; a copy is kept",
              migrate),
  };
  return db;
}

}  // namespace collector
