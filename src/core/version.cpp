#include "core/version.h"

#include "core/names.h"
#include "core/text.h"
#include "core/utf8.h"
#include "core/version_marks.h"

#include <algorithm>
#include <vector>

namespace collector {
namespace {

/// Behind "12.0.1", or `at` when there is no such thing.
std::size_t skip_numbers(std::string_view text, std::size_t at) {
  std::size_t end = skip_digits(text, at);
  if (end == at) return at;
  bool dotted = false;
  while (end + 1 < text.size() && text[end] == '.' && is_digit(text[end + 1])) {
    end = skip_digits(text, end + 1);
    dotted = true;
  }
  return dotted ? end : at;
}

/// Behind "-0.2.pre", or `at`: numbers of their own lead to the mark.
std::size_t skip_numbered_mark(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with('-')) return at;
  const std::size_t numbers = skip_numbers(text, at + 1);
  const std::size_t end = skip_mark(text, numbers);
  return end > numbers && numbers > at + 1 ? end : at;
}

/// Behind one lone letter ("0.9.9b"), or `at`.
std::size_t skip_letter(std::string_view text, std::size_t at) {
  const std::size_t end = skip_letters(text, at);
  const bool lone = end == at + 1 && (end == text.size() || !is_digit(text[end]));
  return lone ? end : at;
}

/// Behind ".post1" (PEP 440), or `at`.
std::size_t skip_post(std::string_view text, std::size_t at) {
  constexpr std::string_view kPost = ".post";
  if (!text.substr(at).starts_with(kPost)) return at;
  const std::size_t number = at + kPost.size();
  const std::size_t end = skip_digits(text, number);
  return end == number ? at : end;
}

/// Behind "p1", "-p1", "-patch2", "-hotfix" or "-hotfix.1", or `at`.
std::size_t skip_patch(std::string_view text, std::size_t at) {
  const std::size_t word = at + (text.substr(at).starts_with('-') ? 1 : 0);
  const std::size_t end = skip_letters(text, word);
  const std::string mark = lower(text.substr(word, end - word));
  const bool set_off = word > at && (mark == "patch" || mark == "hotfix");
  if (mark != "p" && !set_off) return at;
  const std::size_t number =
      skip_digits(text, end + (text.substr(end).starts_with('.') ? 1 : 0));
  if (number > end && is_digit(text[number - 1])) return number;
  return mark == "hotfix" ? end : at;
}

/// Behind "-5", or `at`; "-5th" and "-2.3" are no build numbers.
std::size_t skip_build(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '-') return at;
  const std::size_t end = skip_digits(text, at + 1);
  if (end == at + 1) return at;
  const bool ends = end == text.size() ||
                    (!is_word_letter(text[end]) && text[end] != '.' && text[end] != '-');
  return ends ? end : at;
}

/// "24.12.2025": two small numbers and a year.
bool is_day(std::string_view numbers) {
  const std::size_t first = numbers.find('.');
  const std::size_t second = numbers.find('.', first + 1);
  if (second == std::string_view::npos ||
      numbers.find('.', second + 1) != std::string_view::npos)
    return false;
  const std::string_view year = numbers.substr(second + 1);
  return first <= 2 && second - first <= 3 && year.size() == 4 &&
         (year.starts_with("20") || year.starts_with("19"));
}

/// Digits go on with a word of these letters; not with signs, emoji and the letters of scripts
/// that part no words with blanks.
bool is_joined(std::string_view letter) {
  const auto lead = static_cast<unsigned char>(letter.front());
  return is_letter(letter.front()) || (lead >= 0xC3 && lead < 0xE2);  // U+00C0 to U+1FFF
}

bool may_start(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const std::string_view before = last_character(text.substr(0, at));
  return !is_joined(before) && !is_digit(before.front()) && before != ".";
}

struct Part {
  long long number = 0;
  std::string word;
  std::string_view digits;  // the number as it was written
  bool build = false;  // a number that a hyphen parts from the one before it: the 5 of "2.19-5"
};

/// Numbers and words in turn: "4.5.0-alpha2" and "4.5.0a2" → 4 5 0 alpha 2.
std::vector<Part> parts(std::string_view version) {
  std::vector<Part> found;
  for (std::size_t at = 0; at < version.size();) {
    if (is_digit(version[at])) {
      const bool build = !found.empty() && found.back().word.empty() && version[at - 1] == '-';
      const std::string_view digits = version.substr(at, skip_digits(version, at) - at);
      found.push_back({std::stoll(std::string(digits.substr(0, 18))), {}, digits, build});
      at += digits.size();
    } else if (is_word_letter(version[at])) {
      const std::size_t end = skip_letters(version, at);
      found.push_back({0, lower(version.substr(at, end - at)), {}, false});
      at = end;
    } else {
      ++at;
    }
  }
  if (!found.empty() && found.front().word == "v") found.erase(found.begin());
  for (std::size_t at = 0; at + 1 < found.size(); ++at) {
    const std::string_view mark = mark_of_letter(found[at].word);
    if (!mark.empty() && found[at + 1].word.empty()) found[at].word = mark;
  }
  return found;
}

/// Order of what may stand at one place: a mark, the end, a number, a letter.
int rank(const std::vector<Part>& version, std::size_t at) {
  if (at >= version.size()) return 1;
  if (version[at].word.empty()) return 2;
  return is_mark(version[at].word) ? 0 : 3;
}

int sign(bool less) {
  return less ? -1 : 1;
}

int compare_at(const std::vector<Part>& a, const std::vector<Part>& b, std::size_t at) {
  const int rank_a = rank(a, at);
  const int rank_b = rank(b, at);
  if (rank_a != rank_b) {
    // "6.4" and "6.4.0" are one version; only a number above 0 makes the longer one newer.
    if (rank_a == 1 && rank_b == 2 && b[at].number == 0) return 0;
    if (rank_a == 2 && rank_b == 1 && a[at].number == 0) return 0;
    return sign(rank_a < rank_b);
  }
  if (at >= a.size()) return 0;
  if (a[at].number != b[at].number) return sign(a[at].number < b[at].number);
  return a[at].word.compare(b[at].word);
}

}  // namespace

std::optional<FoundVersion> find_version(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool with_v =
        (text[at] == 'v' || text[at] == 'V') && at + 1 < text.size() && is_digit(text[at + 1]);
    if (!(with_v || is_digit(text[at])) || !may_start(text, at)) continue;
    const std::size_t digits = with_v ? at + 1 : at;
    const std::size_t numbers = skip_numbers(text, digits);
    if (numbers == digits || is_day(text.substr(digits, numbers - digits))) {
      at = skip_digits(text, digits) - 1;
      if (numbers != digits) at = numbers - 1;
      continue;
    }
    const std::size_t led = skip_numbered_mark(text, numbers);
    const std::size_t marked = skip_mark_in_brackets(text, skip_mark(text, led));
    const std::size_t mark = skip_post(text, marked);
    const std::size_t end = skip_build(text, skip_letter(text, skip_patch(text, mark)));
    return FoundVersion{with_tidy_mark(text.substr(digits, end - digits)), at, end};
  }
  return std::nullopt;
}

bool is_prerelease(std::string_view version) {
  const std::vector<Part> all = parts(version);
  return std::any_of(all.begin(), all.end(),
                     [](const Part& part) { return is_mark(part.word); });
}

std::string version_key(std::string_view version, LeadingZeros zeros) {
  std::vector<Part> all = parts(version);
  // "6.4.0" is "6.4", but "25.08" and "1.0" keep both numbers.
  std::size_t numbers = 0;
  while (numbers < all.size() && all[numbers].word.empty() && !all[numbers].build)
    ++numbers;
  while (numbers > 2 && all[numbers - 1].number == 0)
    all.erase(all.begin() + static_cast<std::ptrdiff_t>(--numbers));
  std::string key;
  for (const Part& part : all) {
    if (!key.empty() && part.word.empty()) key += part.build ? '-' : '.';
    if (!part.word.empty())
      key += part.word;
    else
      key += zeros == LeadingZeros::Keep ? part.digits : std::to_string(part.number);
  }
  return key;
}

int compare_versions(std::string_view a, std::string_view b) {
  const std::vector<Part> left = parts(a);
  const std::vector<Part> right = parts(b);
  for (std::size_t at = 0; at < std::max(left.size(), right.size()); ++at)
    if (const int order = compare_at(left, right, at); order != 0) return order;
  return 0;
}

}  // namespace collector
