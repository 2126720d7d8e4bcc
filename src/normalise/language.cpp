#include "normalise/language.h"

#include "core/languages.h"

#include <cstdio>
// The next header uses FILE without asking for it.
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>
#include <utility>

namespace collector {
namespace {

/// Names and numbers alone ("MongooseIM 3.4.0", "Mellium Co-op") are taken for Danish or
/// Croatian; of the titles the newsletter has printed none was mistaken from this length on.
constexpr int kFewestBytes = 30;  // letters and the spaces between them

/// `hint` is a language that the text is likely to be in; empty: none.
std::string detect(std::string_view text, const std::string& hint) {
  const int length = static_cast<int>(text.size());
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  int bytes = 0;
  int valid = 0;
  bool reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING,
                             CLD2::GetLanguageFromName(hint.c_str())};
  const CLD2::Language found = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      text.data(), length, true, &hints, 0, languages.data(), percents.data(), scores.data(),
      nullptr, &bytes, &reliable, &valid);
  if (!reliable || bytes < kFewestBytes || found == CLD2::UNKNOWN_LANGUAGE) return {};
  const std::string code = CLD2::LanguageCode(found);
  if (code.starts_with("xx") || code == "un") return {};
  // Some codes have been replaced since the library's table was made.
  return code == "iw" || code == "jw" ? primary_language(code) : code;
}

/// Languages so close that a hint would win against the words.
bool are_close(std::string_view a, std::string_view b) {
  using Pair = std::pair<std::string_view, std::string_view>;
  constexpr std::array<Pair, 11> kClose{{{"da", "nb"},
                                         {"nn", "nb"},
                                         {"es", "pt"},
                                         {"es", "gl"},
                                         {"gl", "pt"},
                                         {"es", "ca"},
                                         {"cs", "sk"},
                                         {"hr", "sr"},
                                         {"bs", "hr"},
                                         {"bs", "sr"},
                                         {"id", "ms"}}};
  return std::ranges::any_of(kClose, [&](const Pair& close) {
    return close == Pair{a, b} || close == Pair{b, a};
  });
}

}  // namespace

std::string detect_language(std::string_view text, const std::string& expected) {
  std::string found = detect(text, "");
  const std::string primary = primary_language(expected);
  const std::string language = primary_language(found);
  if (found.empty() || primary.empty() || language == primary || are_close(language, primary))
    return found;
  std::string hinted = detect(text, primary);
  return primary_language(hinted) == primary ? hinted : found;
}

void guess_language(Item& item, const std::string& expected) {
  if (!item.language.empty()) return;
  item.language = detect_language(item.title + ".\n" + item.summary, expected);
  item.language_guessed = !item.language.empty();
}

}  // namespace collector
