#include "cli/id_list.h"

#include "core/error.h"

#include <iostream>
#include <sstream>

namespace collector {

namespace {

constexpr const char* kHeading = "ID";  // of the column in lists

void add_from_input(std::vector<std::string>& ids) {
  for (std::string line; std::getline(std::cin, line);) {
    std::string id;
    if (std::istringstream(line) >> id && id != kHeading) ids.push_back(id);
  }
}

}  // namespace

std::vector<std::string> id_list(const std::vector<std::string>& given) {
  std::vector<std::string> ids;
  for (const std::string& id : given)
    id == "-" ? add_from_input(ids) : ids.push_back(id);
  if (ids.empty()) throw UsageError("standard input names no item");
  return ids;
}

}  // namespace collector
