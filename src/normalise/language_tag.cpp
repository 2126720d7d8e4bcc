#include "normalise/language_tag.h"

#include "core/text.h"

#include <unicode/locid.h>

#include <algorithm>
#include <array>

namespace collector {
namespace {

// ISO 639: several, unknown, no language, one without a code.
constexpr std::array<std::string_view, 4> kNoLanguage = {"mul", "und", "zxx", "mis"};

bool is_tag_character(char c) {
  return is_letter(c) || is_digit(c) || c == '-';
}

/// "de-AT" of "deu-AT"; where there is no code of two letters, as for Low German, as it was.
std::string shortest(const std::string& tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(tag, status);
  locale.canonicalize(status);
  std::string found = locale.toLanguageTag<std::string>(status);
  return U_SUCCESS(status) != 0 ? found : std::string();
}

std::string one_tag(std::string_view written) {
  std::string tag(trimmed(written));
  std::ranges::replace(tag, '_', '-');
  if (!std::ranges::all_of(tag, is_tag_character)) return {};
  const std::string_view primary = before_any<'-'>(tag);
  if (primary.size() == 2) return tag;
  const bool is_code = primary.size() == 3 &&
                       std::ranges::find(kNoLanguage, lower(primary)) == kNoLanguage.end();
  return is_code ? shortest(tag) : std::string();
}

}  // namespace

std::string language_tag(std::string_view written) {
  std::string tags;
  while (!written.empty()) {
    const std::string_view part = before_any<','>(written);
    const std::string tag = one_tag(part);
    if (!tag.empty()) tags.append(tags.empty() ? "" : ",").append(tag);
    written.remove_prefix(std::min(written.size(), part.size() + 1));
  }
  return tags;
}

}  // namespace collector
