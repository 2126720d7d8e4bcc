// An address as the tables of feed forms look at it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

struct PageAddress {
  explicit PageAddress(std::string_view url);

  std::string site;                   // "https://forum.example.org:8443"
  std::string host;                   // lower case, without "www."
  std::vector<std::string> segments;  // of the path, as written
  std::string query;

  [[nodiscard]] bool at(std::size_t index, std::string_view word) const;
  /// Empty beyond the last one.
  [[nodiscard]] std::string segment(std::size_t index) const;
  /// "/a/b" of the segments from `first` to before `last`.
  [[nodiscard]] std::string path(std::size_t first, std::size_t last) const;
  /// The value of a parameter of the query, as written; empty when it is not there.
  [[nodiscard]] std::string parameter(std::string_view name) const;
};

}  // namespace collector
