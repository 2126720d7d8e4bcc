// A pattern of feeds.yaml (RE2, unanchored), compiled once: whoever checks it and whoever uses
// it mean the same, limits included.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace collector {

/// Linear in the text, whatever the pattern: both may come from strangers.
class Pattern {
 public:
  /// Throws ConfigError with RE2's own words when `text` is no pattern.
  explicit Pattern(const std::string& text);
  ~Pattern();
  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  Pattern(const Pattern&) = delete;
  Pattern& operator=(const Pattern&) = delete;

  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace collector
