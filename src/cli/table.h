// Rows of text as aligned columns for people, or as tab-separated lines for programs.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace collector {

class Table {
 public:
  explicit Table(std::vector<std::string> headings);

  /// One cell a heading. Cells may come from strangers: they are made harmless here.
  void add(std::vector<std::string> cells);

  [[nodiscard]] bool empty() const { return rows_.empty(); }

  /// Aligned; the last column is cut where the terminal ends.
  void print(std::ostream& out) const;

  /// With a line of headings; no cell is cut.
  void print_tsv(std::ostream& out) const;

 private:
  [[nodiscard]] std::vector<int> widths() const;

  std::vector<std::string> headings_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace collector
