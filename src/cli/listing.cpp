#include "cli/listing.h"

#include "cli/item_output.h"
#include "cli/table.h"
#include "core/json.h"

#include <iostream>

namespace collector {

void declare_format(std::string& format, Options& options) {
  options.choice("--format", format, {"table", "json"}, "for people or for programs");
}

void print_rows(const std::string& format, std::vector<std::string> headings, std::size_t count,
                const std::function<std::vector<std::string>(std::size_t)>& row,
                const std::function<Json(std::size_t)>& json) {
  if (format == "json") {
    Json document = Json::array();
    for (std::size_t index = 0; index < count; ++index)
      document.push_back(json(index));
    std::cout << json_text(document);
    return;
  }
  Table table(std::move(headings));
  for (std::size_t index = 0; index < count; ++index)
    table.add(row(index));
  table.print(std::cout);
}

}  // namespace collector
