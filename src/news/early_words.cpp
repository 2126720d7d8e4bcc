#include "news/early_words.h"

#include "core/lists.h"
#include "core/names.h"
#include "core/text.h"
#include "core/utf8.h"
#include "news/release_words.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace collector {
namespace {

constexpr auto kEarlyMarks = std::to_array<std::string_view>(
    {"ベータ",        "アルファ", "プレビュー", "候補",    "候选",
     "候選",          "测试版",   "測試版",     "预览",    "預覽",
     "베타",          "알파",     "бета",       "альфа",   "кандидат в релиз",
     "предварительн", "βήτα",     "بتا",        "آزمایشی", "تجريبي",
     "בטא",           "נסיון"});

/// Words that mean a pre-release wherever they stand; "dev" and "test" may name a thing.
constexpr std::array<std::string_view, 6> kMarks{"alpha", "beta",    "preview",
                                                 "rc",    "nightly", "snapshot"};

/// In front of a name it may as well be a look at what is to come.
constexpr std::string_view kPreview = "-preview";

/// They part such words from a name and from digits.
constexpr std::string_view kGaps = " -:(";

/// What is built without being released, and its mark.
constexpr auto kBuilds = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"nightly build", "-nightly"},
     {"daily build", "-daily"},
     {"weekly build", "-snapshot"},
     {"daily snapshot", "-snapshot"},
     {"weekly snapshot", "-snapshot"},
     {"dev build", "-dev"},
     {"development build", "-dev"},
     {"development snapshot", "-snapshot"},
     {"test build", "-test"}});

struct Mark {
  std::string text;        // "-rc2"
  std::size_t length = 0;  // of the words that say so
};

bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || (!is_word_letter(text[at]) && !is_digit(text[at]));
}

/// What `text` begins with, if that is a mark: it is read as if it stood behind a version.
std::optional<Mark> read_mark(std::string_view text) {
  for (const auto& [words, mark] : kBuilds)
    if (starts_ignoring_case(text, words) && ends_word(text, words.size()))
      return Mark{std::string(mark), words.size()};
  constexpr std::string_view kVersion = "0.0";
  constexpr std::size_t kLongest = 64;  // bytes: enough for "second public release candidate 2"
  const std::string_view begin = text.substr(0, kLongest);
  const auto found = find_version(std::string(kVersion).append(" ").append(begin));
  if (!found || found->end <= kVersion.size() + 1) return std::nullopt;
  const std::string mark = found->text.substr(kVersion.size());
  const std::size_t length = found->end - kVersion.size() - 1;
  const std::string word = mark.substr(1, mark.find_first_of("0123456789.-", 1) - 1);
  if (!is_one_of(kMarks, word) || !ends_word(text, length)) return std::nullopt;
  return Mark{mark, length};
}

/// Without " release" or the like in front of it.
std::string_view behind_thing(std::string_view rest) {
  for (std::string_view thing : {" release", " version", " build"})
    if (starts_ignoring_case(rest, thing) && ends_word(rest, thing.size()))
      return rest.substr(thing.size());
  return rest;
}

/// Of " of " and " for ", behind which a name stands; else 0.
std::size_t joint_length(std::string_view rest) {
  for (std::string_view joint : {" of ", " for "})
    if (starts_ignoring_case(rest, joint)) return joint.size();
  return 0;
}

/// Where the next word of `text` begins, from `at` on.
std::size_t next_word(std::string_view text, std::size_t at) {
  const std::size_t blank = std::min(text.find(' ', at), text.size());
  return std::min(text.find_first_not_of(' ', blank), text.size());
}

/// True when the mark is all that is left, as in front of digits.
bool is_last(const Mark& mark, std::string_view text) {
  return mark.text != kPreview &&
         behind_thing(text.substr(mark.length)).find_first_not_of(kGaps) ==
             std::string_view::npos;
}

/// The mark that leads to a name or, behind one, to the version.
std::string mark_before(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = next_word(text, at)) {
    const std::string_view here = text.substr(at);
    const auto mark = read_mark(here);
    if (!mark) continue;
    const std::string_view rest = behind_thing(here.substr(mark->length));
    const bool leads = rest.starts_with(": ") || joint_length(rest) > 0;
    if (leads || (at > 0 && is_last(*mark, here))) return mark->text;
  }
  return {};
}

/// True where nothing goes on, but that it is out: not for "beta of the editor", "beta is
/// over".
bool ends_there(std::string_view rest) {
  constexpr std::array<std::string_view, 5> kFillers{"is", "has", "been", "now", "the"};
  rest = behind_thing(rest);
  if (rest.empty() || std::string_view(".!:;)(").find(rest.front()) != std::string_view::npos)
    return true;
  for (std::string_view gap : {" (", " - ", " – ", " — "})
    if (rest.starts_with(gap)) return true;
  std::vector<std::string> said = words(rest);
  std::erase_if(said, [&](const std::string& word) { return is_one_of(kFillers, word); });
  return said.empty() || is_out_word(said.front()) || said.front() == "here";
}

/// The mark that is set off behind a version.
std::string mark_behind(std::string_view rest) {
  for (std::string_view gap : {": ", " : ", " - ", " – ", " — ", ", ", " "}) {
    if (!rest.starts_with(gap)) continue;
    rest.remove_prefix(gap.size());
    break;
  }
  for (std::string_view article : {"the ", "a ", "our "})
    if (starts_ignoring_case(rest, article)) rest.remove_prefix(article.size());
  const auto mark = read_mark(rest);
  return mark && ends_there(rest.substr(mark->length)) ? mark->text : std::string();
}

}  // namespace

std::string early_mark(std::string_view title, const FoundVersion& version) {
  std::string before = mark_before(title.substr(0, version.begin));
  return before.empty() ? mark_behind(title.substr(version.end)) : before;
}

std::string_view behind_early_words(std::string_view name) {
  const auto mark = read_mark(name);
  if (!mark || mark->text == kPreview) return name;
  const std::string_view rest = behind_thing(name.substr(mark->length));
  const std::size_t joint = joint_length(rest);
  return joint == 0 ? name : rest.substr(joint);
}

std::string_view before_early_words(std::string_view name) {
  for (std::size_t at = next_word(name, 0); at < name.size(); at = next_word(name, at)) {
    const auto mark = read_mark(name.substr(at));
    if (mark && is_last(*mark, name.substr(at)))
      return name.substr(0, name.find_last_not_of(kGaps, at - 1) + 1);
  }
  return name;
}

bool begins_early(std::string_view rest) {
  const std::size_t begin = std::min(rest.find_first_not_of(" -("), rest.size());
  const std::string text = lower_utf8(rest.substr(begin));
  return std::ranges::any_of(kEarlyMarks,
                             [&](std::string_view mark) { return text.starts_with(mark); });
}

}  // namespace collector
