#include "core/languages.h"

#include <unicode/locid.h>

#include <cstdint>

namespace collector {

namespace {

icu::Locale locale_of(std::string_view tag, UErrorCode& status) {
  return icu::Locale::forLanguageTag(
      icu::StringPiece(tag.data(), static_cast<std::int32_t>(tag.size())), status);
}

}  // namespace

std::string primary_language(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = locale_of(tag, status);
  locale.canonicalize(status);
  if (U_FAILURE(status) != 0) return {};
  const std::string language = locale.getLanguage();
  return language == "no" ? "nb" : language;  // who says Norwegian means Bokmål
}

std::string likely_script(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = locale_of(tag, status);
  locale.addLikelySubtags(status);
  if (U_FAILURE(status) != 0) return {};
  return locale.getScript();
}

}  // namespace collector
