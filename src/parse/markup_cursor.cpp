#include "parse/markup_cursor.h"

#include "parse/xml_chars.h"

#include <algorithm>

namespace collector {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;

/// An attribute's value whose closing quote is missing: the next quote opens another value, as
/// in "https://larch.example/1/> <category term=".
bool runs_into_next(std::string_view value) {
  const std::size_t end_of_tag = std::min(value.find('>'), value.size());
  return value.find('<', end_of_tag) != kNowhere && value.ends_with('=') &&
         is_name_char(value[value.size() - 2]);
}

}  // namespace

void MarkupCursor::advance(std::size_t count) {
  pos_ = std::min(pos_ + count, in_.size());
}

void MarkupCursor::skip_space() {
  while (!at_end() && (is_xml_space(in_[pos_]) || is_forbidden_control(in_[pos_])))
    ++pos_;
}

std::string_view MarkupCursor::take_until(std::string_view stops) {
  const std::size_t start = pos_;
  pos_ = std::min(in_.find_first_of(stops, pos_), in_.size());
  return in_.substr(start, pos_ - start);
}

std::string_view MarkupCursor::take_past(std::string_view end) {
  const std::size_t start = pos_;
  const std::size_t found = std::min(in_.find(end, pos_), in_.size());
  pos_ = std::min(found + end.size(), in_.size());
  return in_.substr(start, found - start);
}

std::string_view MarkupCursor::take_name() {
  const std::size_t start = pos_;
  while (!at_end() && is_name_char(in_[pos_]))
    ++pos_;
  return in_.substr(start, pos_ - start);
}

std::string_view MarkupCursor::take_attribute_value() {
  advance(1);
  skip_space();
  const char quote = peek();
  if (quote == '"' || quote == '\'') {
    ++pos_;
    const std::size_t end = in_.find(quote, pos_);
    if (end != kNowhere && !runs_into_next(in_.substr(pos_, end - pos_))) {
      return take_past({&quote, 1});
    }
  }
  std::string_view value = take_until(" \t\r\n>");
  if (at(">") && !value.empty() && value.back() == '/') {
    value.remove_suffix(1);
    --pos_;
  }
  return value;
}

std::size_t MarkupCursor::line() {
  const auto from = in_.begin() + static_cast<std::ptrdiff_t>(counted_to_);
  const auto to = in_.begin() + static_cast<std::ptrdiff_t>(std::max(pos_, counted_to_));
  line_ += static_cast<std::size_t>(std::count(from, to, '\n'));
  counted_to_ = std::max(pos_, counted_to_);
  return line_;
}

}  // namespace collector
