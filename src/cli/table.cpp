#include "cli/table.h"

#include "cli/terminal.h"
#include "core/shown_text.h"

#include <algorithm>
#include <ostream>

namespace collector {

namespace {

constexpr int kGap = 2;
// No column but the last is allowed to push the others out of sight.
constexpr int kWidest = 32;
constexpr int kNarrowestLast = 20;

void print_row(std::ostream& out, const std::vector<std::string>& cells,
               const std::vector<int>& widths) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string cell = shortened(cells[i], widths[i]);
    out << cell;
    if (i + 1 < cells.size()) {
      out << std::string(static_cast<std::size_t>(widths[i] - columns_of(cell) + kGap), ' ');
    }
  }
  out << '\n';
}

void print_tabbed(std::ostream& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i)
    out << (i == 0 ? "" : "\t") << cells[i];
  out << '\n';
}

}  // namespace

Table::Table(std::vector<std::string> headings) : headings_(std::move(headings)) {}

void Table::add(std::vector<std::string> cells) {
  for (std::string& cell : cells)
    cell = harmless(cell);
  rows_.push_back(std::move(cells));
}

std::vector<int> Table::widths() const {
  std::vector<int> widths;
  for (const std::string& heading : headings_)
    widths.push_back(columns_of(heading));
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], columns_of(row[i]));
  }
  const auto columns = output_columns();
  if (!columns) return widths;
  int used = 0;
  for (std::size_t i = 0; i + 1 < widths.size(); ++i) {
    widths[i] = std::min(widths[i], kWidest);
    used += widths[i] + kGap;
  }
  widths.back() = std::min(widths.back(), std::max(kNarrowestLast, *columns - used));
  return widths;
}

void Table::print(std::ostream& out) const {
  const std::vector<int> columns = widths();
  print_row(out, headings_, columns);
  for (const auto& row : rows_)
    print_row(out, row, columns);
}

void Table::print_tsv(std::ostream& out) const {
  print_tabbed(out, headings_);
  for (const auto& row : rows_)
    print_tabbed(out, row);
}

}  // namespace collector
