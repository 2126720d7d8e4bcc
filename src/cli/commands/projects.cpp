#include "cli/commands/commands.h"
#include "cli/follow.h"
#include "cli/listing.h"
#include "cli/options.h"
#include "cli/session.h"
#include "config/config.h"
#include "config/project_list.h"
#include "core/json.h"
#include "core/read_file.h"
#include "news/project_check.h"
#include "news/software_list.h"

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

namespace collector {

namespace {

struct ListAsked {
  std::string format = "table";
};

struct ImportAsked {
  std::string file;
};

void declare_list(ListAsked& asked, Options& options) {
  declare_format(asked.format, options);
}

void declare_import(ImportAsked& asked, Options& options) {
  options.argument("FILE", asked.file, "software.json of xmpp.org, or a list like it");
}

Json to_json(const Project& project) {
  return {{"name", project.name},           {"aliases", project.aliases},
          {"home", project.home},           {"section", project.section},
          {"group", project.group},         {"description", project.description},
          {"changelog", project.changelog}, {"repositories", project.repositories},
          {"feeds", project.feeds},         {"announcement", project.announcement}};
}

std::vector<std::string> row_of(const Project& project) {
  const bool only_repository = project.home.empty() && !project.repositories.empty();
  return {project.name, project.section, project.group,
          only_repository ? project.repositories.front() : project.home};
}

ExitCode list(const ListAsked& asked, Session& session) {
  print_list(asked.format, {"PROJECT", "SECTION", "GROUP", "HOME"}, session.config().projects,
             row_of, to_json);
  return ExitCode::Done;
}

/// What reading does not refuse; an unknown section it does.
ExitCode check(Session& session) {
  const Config& config = session.config();
  std::vector<std::string> wrong = repeated_projects(config);
  for (std::string& quarrel : project_quarrels(config.projects))
    wrong.push_back(std::move(quarrel));
  for (const std::string& sentence : wrong)
    std::cerr << sentence << '\n';
  if (!wrong.empty()) return ExitCode::Failed;
  session.tell(fmt::format("{} projects, nothing wrong", config.projects.size()));
  return ExitCode::Done;
}

/// What entries in braces lack: they are left as they are.
std::size_t gaps_left(const std::vector<Project>& listed, const SoftwareMerge& merge,
                      const std::string& merged, const std::string& path) {
  const ProjectRegistry known(parse_config(merged, path).projects);
  return std::min(merge_software(listed, known).gaps.size(), merge.gaps.size());
}

ExitCode import(const ImportAsked& asked, Session& session) {
  const std::string path = config_to_edit(session).path;
  const std::string text = read_file(asked.file);
  ConfigFile file(path);
  const Config& config = file.config();
  const std::vector<Project> listed =
      read_software_list(text, asked.file, config.newsletter.sections);
  const SoftwareMerge merge = merge_software(listed, ProjectRegistry(config.projects));
  std::vector<Project> all = merge.fresh;
  all.insert(all.end(), merge.gaps.begin(), merge.gaps.end());
  const std::string merged = with_projects(config, all);
  if (merged != config.text) file.replace(merged);
  const std::size_t completed = merge.gaps.size() - gaps_left(listed, merge, merged, path);
  session.tell(fmt::format("{}: {} projects added, {} completed, {} known already", path,
                           merge.fresh.size(), completed,
                           listed.size() - merge.fresh.size() - completed));
  return ExitCode::Done;
}

}  // namespace

Command projects_command() {
  Command projects;
  projects.name = "projects";
  projects.summary = "the project registry";
  projects.subcommands = {
      command("list", "the projects of the configuration and its preset", declare_list, list),
      command("check", "say which names and repositories two projects claim", check),
      command("import", "add what a software list knows and the configuration does not",
              declare_import, import)};
  return projects;
}

}  // namespace collector
