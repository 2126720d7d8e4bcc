#include "core/version_marks.h"

#include "core/lists.h"
#include "core/text.h"
#include "core/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace collector {
namespace {

constexpr std::array<std::string_view, 12> kMarks{
    "snapshot",  "nightly",    "alpha", "beta", "preview", "canary",
    "milestone", "prerelease", "pre",   "dev",  "rc",      "cr"};
constexpr std::string_view kReleaseCandidate = "release candidate";
/// Marks where no blank stands in front: "1.0-test2", but not "1.0 test days".
constexpr std::array<std::string_view, 10> kTightMarks{
    "next", "insiders", "unstable", "experimental", "exp",
    "edge", "eap",      "test",     "draft",        "daily"};

/// What may stand between a version and its mark, and the number that it means.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kQualifiers{
    {{"new", ""},
     {"public", ""},
     {"open", ""},
     {"closed", ""},
     {"developer", ""},
     {"technical", ""},
     {"technology", ""},
     {"final", ""},
     {"first", "1"},
     {"second", "2"},
     {"third", "3"}}};
constexpr std::array<std::string_view, 5> kQualifiedMarks{"alpha", "beta", "preview", "rc",
                                                          kReleaseCandidate};

bool is_tight_mark(std::string_view word) {
  return is_one_of(kTightMarks, word);
}

/// Behind the letters of a mark, or of what may be one: "beta", "Release Candidate".
std::size_t skip_mark_letters(std::string_view text, std::size_t at) {
  const std::size_t whole = at + kReleaseCandidate.size();
  const bool candidate =
      equal_ignoring_case(text.substr(at, kReleaseCandidate.size()), kReleaseCandidate) &&
      skip_letters(text, whole) == whole;
  return candidate ? whole : skip_letters(text, at);
}

bool is_qualifier(std::string_view word) {
  return std::ranges::any_of(kQualifiers,
                             [&](const auto& qualifier) { return qualifier.first == word; });
}

/// Behind "first public ", or `at`.
std::size_t skip_qualifiers(std::string_view text, std::size_t at) {
  const std::size_t end = skip_letters(text, at);
  const bool found =
      text.substr(end).starts_with(' ') && is_qualifier(lower(text.substr(at, end - at)));
  return found ? skip_qualifiers(text, end + 1) : at;
}

/// Takes the qualifiers out of "4.8.0 second beta", and gives back the number that they mean.
std::string_view take_qualifiers(std::string& text) {
  std::string_view meant;
  for (const auto& [word, number] : kQualifiers) {
    const std::size_t place = text.find(word);
    if (place == std::string::npos) continue;
    text.erase(place, word.size());
    if (!number.empty()) meant = number;
  }
  return meant;
}

}  // namespace

bool is_mark(std::string_view word) {
  return is_one_of(kMarks, word) || is_tight_mark(word) || word == kReleaseCandidate;
}

std::string_view mark_of_letter(std::string_view letter) {
  if (letter == "a") return "alpha";
  if (letter == "b") return "beta";
  return letter == "m" ? "milestone" : std::string_view();
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at]))
    ++at;
  return at;
}

std::size_t skip_letters(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_letter(text[at]))
    ++at;
  return at;
}

std::size_t skip_mark(std::string_view text, std::size_t at) {
  std::size_t word = at;
  if (word < text.size() &&
      std::string_view("-._ ~(").find(text[word]) != std::string_view::npos)
    ++word;
  const bool in_words = word > at && (text[at] == ' ' || text[at] == '(');
  const std::size_t begin = in_words ? skip_qualifiers(text, word) : word;
  const std::size_t end = skip_mark_letters(text, begin);
  const std::string mark = lower(text.substr(begin, end - begin));
  if (begin > word && !is_one_of(kQualifiedMarks, mark)) return at;
  if (!mark_of_letter(mark).empty() && !in_words)
    return end < text.size() && is_digit(text[end]) ? skip_digits(text, end) : at;
  if (!is_mark(mark) || (is_tight_mark(mark) && in_words)) return at;
  std::size_t number = end;
  const bool gap = number + 1 < text.size() && is_digit(text[number + 1]);
  if (gap && (text[number] == '.' || text[number] == '-' || (in_words && text[number] == ' ')))
    ++number;
  return skip_digits(text, number);
}

std::size_t skip_mark_in_brackets(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with(" (")) return at;
  const std::size_t end = skip_mark(text, at + 1);
  return end > at + 1 && text.substr(end).starts_with(")") ? end + 1 : at;
}

std::string with_tidy_mark(std::string_view version) {
  std::string text(version);
  const std::size_t blank = text.find(' ');
  if (blank == std::string::npos) return text;
  text = lower(text);
  const std::string_view number = take_qualifiers(text);
  if (const std::size_t words = text.find(kReleaseCandidate); words != std::string::npos)
    text.replace(words, kReleaseCandidate.size(), "rc");
  text[blank] = '-';
  std::erase_if(text, [](char c) { return c == ' ' || c == '(' || c == ')'; });
  if (!is_digit(text.back())) text += number;
  return text;
}

}  // namespace collector
