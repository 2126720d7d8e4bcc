#include "cli/misuse.h"

#include "core/nearest.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <system_error>

namespace collector {

std::string unknown_word(const std::string& word, std::span<const std::string> commands,
                         std::span<const std::string> options) {
  if (word.starts_with('-')) {
    const std::string name = word.substr(0, word.find('='));
    return "there is no option " + name + did_you_mean(name, options);
  }
  if (commands.empty()) return fmt::format("\"{}\" is one argument too many", word);
  return fmt::format("there is no command \"{}\"{}", word, did_you_mean(word, commands));
}

std::string not_one_of(std::span<const std::string> words, const std::string& given) {
  if (std::ranges::find(words, given) != words.end()) return {};
  return fmt::format("wants {} or {}, got \"{}\"",
                     fmt::join(words.first(words.size() - 1), ", "), words.back(), given);
}

std::string no_number(const std::string& given) {
  int number = 0;
  std::string_view digits = given;
  if (given.starts_with('+') && !given.starts_with("+-")) digits.remove_prefix(1);
  const char* end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, number);
  if (read.ec == std::errc{} && read.ptr == end) return {};
  return fmt::format("wants a whole number, got \"{}\"", given);
}

std::string no_word(const std::string& given) {
  return given.empty() ? "is empty" : "";
}

std::string wrong_count(const std::string& message) {
  const std::string name = message.substr(0, message.find(':'));
  return name + (message.ends_with("missing") ? ": wants a value" : ": is given twice");
}

}  // namespace collector
