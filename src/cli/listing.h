// Lists as every command prints them: a table for people, a JSON array for programs.
#pragma once

#include "cli/options.h"
#include "core/json.h"

#include <functional>
#include <string>
#include <vector>

namespace collector {

/// Declares `--format table|json`.
void declare_format(std::string& format, Options& options);

/// Prints `count` things to standard output, as a table or as JSON.
void print_rows(const std::string& format, std::vector<std::string> headings, std::size_t count,
                const std::function<std::vector<std::string>(std::size_t)>& row,
                const std::function<Json(std::size_t)>& json);

/// The same of `things`: `row` has a cell for each heading, `json` what programs get.
template <typename Thing>
void print_list(const std::string& format, std::vector<std::string> headings,
                const std::vector<Thing>& things, std::vector<std::string> (*row)(const Thing&),
                Json (*json)(const Thing&)) {
  print_rows(
      format, std::move(headings), things.size(),
      [&](std::size_t index) { return row(things[index]); },
      [&](std::size_t index) { return json(things[index]); });
}

}  // namespace collector
