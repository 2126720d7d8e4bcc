#include "export/phrases.h"

#include "core/languages.h"
#include "core/sentences.h"
#include "core/text.h"
#include "core/utf8.h"

#include <re2/re2.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <iterator>
#include <numeric>
#include <vector>

namespace collector {

namespace {

char upper(char c) {
  return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
}

std::string in_capitals(std::string_view text) {
  std::string capitals;
  std::ranges::transform(text, std::back_inserter(capitals), upper);
  return capitals;
}

bool is_alphanumeric(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

bool is_wordy(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return is_alphanumeric(c) || (byte >= 0xc3 && byte != 0xe2);  // 0xe2 opens dashes and dots
}

/// True for what Chinese and Japanese write, signs included.
bool is_wide(std::string_view character) {
  if (character.empty()) return false;
  const char32_t code = code_point(character);
  return (code >= 0x3000 && code <= 0x9FFF) || (code >= 0xFF00 && code <= 0xFFEF);
}

/// True for ASCII's signs, "¿", "¡", "«", quotation marks and brackets of all kinds.
bool is_punctuation(std::string_view character) {
  const char32_t code = code_point(character);
  if (code < 0x80) return !is_alphanumeric(character.front());
  return (code >= 0x80 && code <= 0xBF) || (code >= 0x2000 && code <= 0x203F) ||
         (code >= 0x3000 && code <= 0x301F) || (code >= 0xFF01 && code <= 0xFF0F);
}

/// How many bytes of it `name` opens with.
std::size_t opening_punctuation(std::string_view name) {
  std::size_t at = 0;
  for (std::size_t length = 0; at < name.size(); at += length) {
    length = utf8_length(name, at);
    if (length == 0 || !is_punctuation(name.substr(at, length))) break;
  }
  return at;
}

/// In lower case, those of all scripts.
std::vector<std::string> words_of(std::string_view name) {
  static const RE2 kWord(R"(([\pL\pM\pN]+))");
  re2::StringPiece rest(name.data(), name.size());
  std::vector<std::string> words;
  for (std::string word; RE2::FindAndConsume(&rest, kWord, &word);)
    words.push_back(lower_utf8(word));
  return words;
}

/// True when some of `words`, one after the other, have the letters of all of `wanted`.
bool has_words(const std::vector<std::string>& words, const std::vector<std::string>& wanted) {
  const std::string letters = std::accumulate(wanted.begin(), wanted.end(), std::string());
  for (std::size_t first = 0; first < words.size() && !letters.empty(); ++first) {
    std::string run;
    for (std::size_t at = first; at < words.size() && run.size() < letters.size(); ++at)
      run += words[at];
    if (run == letters) return true;
  }
  return false;
}

/// "Écrire" as "Ecrire": a letter stands where it would without its marks.
std::string without_accents(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* parts = icu::Normalizer2::getNFKDInstance(error);
  if (U_FAILURE(error)) return std::string(text);
  const auto size = static_cast<std::int32_t>(text.size());
  icu::UnicodeString apart = parts->normalize(
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), size)), error);
  constexpr char16_t kFirstMark = 0x300;
  constexpr char16_t kLastMark = 0x36f;
  std::u16string kept;
  for (std::int32_t at = 0; at < apart.length(); ++at) {
    if (apart[at] < kFirstMark || apart[at] > kLastMark) kept += apart[at];
  }
  std::string plain;
  return icu::UnicodeString(kept.data(), static_cast<std::int32_t>(kept.size()))
      .toUTF8String(plain);
}

}  // namespace

std::string_view blank_behind(std::string_view mark) {
  return is_wide(last_character(mark)) ? "" : " ";
}

std::string enumerate(std::span<const std::string> parts, const Wording& wording) {
  const std::string blank = is_wide(first_character(wording.conjunction)) ? "" : " ";
  const std::string last = blank + wording.conjunction + blank;
  const std::string comma = wording.comma + std::string(blank_behind(wording.comma));
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) text += i + 1 == parts.size() ? last : comma;
    text += parts[i];
  }
  return text;
}

std::string language_letters(std::string_view language) {
  const std::string tag = in_capitals(language);
  std::string primary = tag.substr(0, tag.find('-'));
  if (primary.empty() || primary == "UND") return "";
  const std::string region = tag.substr(std::min(primary.size() + 1, tag.size()));
  if (primary == "UK") primary = "UA";  // the newsletter takes the country's letters
  const bool telling = region.size() == 2 && region != primary && primary != "EN";
  return primary + (telling ? "_" + region : "");
}

std::string language_tag(std::string_view language, std::string_view own) {
  const bool is_own = primary_language(language) == primary_language(own);
  const std::string letters = language_letters(language);
  return is_own || letters.empty() ? "" : " [" + letters + "]";
}

bool wants_article(std::string_view name) {
  constexpr std::array<std::string_view, 7> kKinds = {
      " blog", " team", " community", " forum", " website", " podcast", " Podcast"};
  const bool owned = name.find("'s ") != std::string_view::npos ||
                     name.find("\u2019s ") != std::string_view::npos;
  const bool described = std::any_of(kKinds.begin(), kKinds.end(), [&](std::string_view kind) {
    return name.ends_with(kind);
  });
  return described && !owned;
}

std::string without_article(std::string_view description) {
  for (const std::string_view article : {"a ", "an ", "the "}) {
    if (description.compare(0, article.size(), article) == 0) {
      return std::string(description.substr(article.size()));
    }
  }
  return std::string(description);
}

std::string excerpt(std::string_view text, std::size_t max_bytes) {
  if (std::none_of(text.begin(), text.end(), is_wordy)) return "";
  const std::size_t word = cut_between_words(text, max_bytes);
  if (word == text.size()) return std::string(text);
  std::size_t sentence = std::min(text.size(), max_bytes);
  while (sentence > 0 && !ends_sentence(text, sentence))
    --sentence;
  if (sentence > 0) return std::string(text.substr(0, sentence));
  return std::string(text.substr(0, word)) + "\u2026";
}

bool same_name(std::string_view a, std::string_view b) {
  const std::vector<std::string> left = words_of(a);
  const std::vector<std::string> right = words_of(b);
  return has_words(left, right) || has_words(right, left);
}

std::string sort_key(std::string_view name) {
  return lower_utf8(without_accents(name.substr(opening_punctuation(name))));
}

}  // namespace collector
