// Where a repair stands in a broken document, and the small things it reads there.
#pragma once

#include <cstddef>
#include <string_view>

namespace collector {

class MarkupCursor {
 public:
  explicit MarkupCursor(std::string_view document) : in_(document) {}

  [[nodiscard]] bool at_end() const { return pos_ >= in_.size(); }

  [[nodiscard]] bool at(std::string_view start) const {
    return in_.substr(pos_, start.size()) == start;
  }

  /// The character `ahead` of here; '\0' behind the end.
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return pos_ + ahead < in_.size() ? in_[pos_ + ahead] : '\0';
  }

  [[nodiscard]] std::string_view rest() const { return in_.substr(pos_); }

  [[nodiscard]] bool ends_with(char last) const { return !in_.empty() && in_.back() == last; }

  void advance(std::size_t count);
  void skip_space();

  /// What stands before the first of `stops`, or to the end.
  std::string_view take_until(std::string_view stops);

  /// What stands before `end`, which is passed over as well; the rest where `end` never comes.
  std::string_view take_past(std::string_view end);

  std::string_view take_name();

  /// From the "=" on: in quotes of either kind, in none, or in one that never ends.
  std::string_view take_attribute_value();

  /// The number of the line, counted on from the last time.
  std::size_t line();

 private:
  std::string_view in_;
  std::size_t pos_ = 0;
  std::size_t line_ = 1;
  std::size_t counted_to_ = 0;
};

}  // namespace collector
