#include "export/set_phrases.h"

#include "core/names.h"
#include "core/sentences.h"
#include "core/text.h"
#include "news/opening.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

namespace collector {

namespace {

constexpr std::size_t kTellingWords =
    2;  // of a line that is no sentence: "Python 3.14" says nothing

/// Sentences about the people and the place, which no bullet repeats.
constexpr std::array kCourtesies =
    std::to_array<std::string_view>({" commits", "contributed", "download page", "follow us",
                                     "gratitude", "sponsors", "thank you", "thanks to"});

/// What announcements are made of, a blank around each.
constexpr std::string_view kSetWords =
    " a all alpha an and announce announced announces announcing are as at availability "
    "available be been beta build by can change changelog changes community compare "
    "continue contributed contributors delighted details download everyone excited "
    "finally for from full glad grab happy has have hello here hi highlights i in is it "
    "its latest like list log more new next note notes now of official on our out "
    "participant participants people please pleased post posts pre prerelease proud "
    "published read ready release released releases s see software tag team the this to "
    "today topic update updated v version versions was we wed weve what whats with you "
    "your ";

bool is_set_word(const std::string& word) {
  return kSetWords.find(' ' + word + ' ') != std::string_view::npos;
}

/// The words of all that names `item`; a title that is its text does not.
std::vector<std::string> names_of(const Item& item) {
  std::vector<std::string> names;
  const auto add = [&](const std::string& name) {
    std::ranges::move(words(name), std::back_inserter(names));
  };
  for (const std::string* name : {&item.project, &item.group, &item.feed})
    add(*name);
  if (title_is_text(item)) return names;
  add(item.title);
  add(item.headline);
  return names;
}

bool says_more(std::string_view sentence, const std::vector<std::string>& names) {
  const std::string small = lower(sentence);
  const bool courtesy = std::ranges::any_of(kCourtesies, [&](std::string_view phrase) {
    return small.find(phrase) != std::string::npos;
  });
  if (courtesy) return false;
  std::size_t telling = 0;
  std::string word;
  for (WordReader reader(sentence); reader.next(word);) {
    const bool known = std::ranges::any_of(word, is_digit) || is_set_word(word) ||
                       std::ranges::find(names, word) != names.end();
    telling += known ? 0 : 1;
  }
  const bool whole = !sentence.empty() && ends_sentence(sentence, sentence.size());
  return telling >= (whole ? 1 : kTellingWords);
}

}  // namespace

std::string_view telling_part(std::string_view text, const Item& item) {
  const std::vector<std::string> names = names_of(item);
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
  std::size_t from = 0;
  for (std::size_t at = 1; at <= text.size(); ++at) {
    if (at != text.size() && !ends_sentence(text, at)) continue;
    if (says_more(text.substr(from, at - from), names)) {
      begin = std::min(begin, from);
      end = at;
    }
    from = at + (at < text.size() && text[at] == ' ' ? 1 : 0);
  }
  return end == 0 ? std::string_view() : text.substr(begin, end - begin);
}

}  // namespace collector
