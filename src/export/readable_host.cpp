#include "export/readable_host.h"

#include "core/owned.h"
#include "core/text.h"
#include "core/url.h"
#include "core/utf8.h"

#include <unicode/uidna.h>
#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace collector {

namespace {

using IdnaHandle = std::unique_ptr<UIDNA, Releases<uidna_close>>;
using SpoofHandle = std::unique_ptr<USpoofChecker, Releases<uspoof_close>>;

constexpr std::string_view kEncoded = "xn--";

constexpr std::size_t kLabelBytes = 512;  // 63 letters of four bytes, and their twins, fit

/// True when each letter has a twin in ASCII: a name all in Cyrillic that reads "apple".
bool looks_like_ascii(const USpoofChecker* checker, const std::string& label) {
  UErrorCode error = U_ZERO_ERROR;
  std::array<char, kLabelBytes> twin{};
  const std::int32_t length =
      uspoof_getSkeletonUTF8(checker, 0, label.data(), static_cast<std::int32_t>(label.size()),
                             twin.data(), static_cast<std::int32_t>(twin.size()), &error);
  if (U_FAILURE(error)) return true;
  return is_ascii({twin.data(), static_cast<std::size_t>(length)});
}

/// False for names whose letters could pass for others: Cyrillic ones among Latin ones.
bool is_plain_to_see(const std::string& label) {
  UErrorCode error = U_ZERO_ERROR;
  const SpoofHandle checker{uspoof_open(&error)};
  uspoof_setChecks(checker.get(), USPOOF_RESTRICTION_LEVEL | USPOOF_INVISIBLE, &error);
  uspoof_setRestrictionLevel(checker.get(), USPOOF_HIGHLY_RESTRICTIVE);
  const std::int32_t found = uspoof_checkUTF8(
      checker.get(), label.data(), static_cast<std::int32_t>(label.size()), nullptr, &error);
  return U_SUCCESS(error) && found == 0 && !looks_like_ascii(checker.get(), label);
}

/// The Unicode form of what stands between two dots; as it is where that cannot be shown.
std::string readable_label(const std::string& label) {
  UErrorCode error = U_ZERO_ERROR;
  const IdnaHandle idna{
      uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_UNICODE | UIDNA_CHECK_BIDI, &error)};
  if (!label.starts_with(kEncoded) || U_FAILURE(error)) return label;
  std::array<char, kLabelBytes> text{};
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  const std::int32_t length = uidna_labelToUnicodeUTF8(
      idna.get(), label.data(), static_cast<std::int32_t>(label.size()), text.data(),
      static_cast<std::int32_t>(text.size()), &info, &error);
  if (U_FAILURE(error) || info.errors != 0) return label;
  std::string readable(text.data(), static_cast<std::size_t>(length));
  return is_plain_to_see(readable) ? readable : label;
}

std::string readable_host(const std::string& host) {
  std::string readable;
  for (std::size_t at = 0; at <= host.size();) {
    const std::size_t dot = std::min(host.find('.', at), host.size());
    readable += (at == 0 ? "" : ".") + readable_label(host.substr(at, dot - at));
    at = dot + 1;
  }
  return readable;
}

}  // namespace

std::string with_readable_host(std::string_view url) {
  std::string text(url);
  const std::string host = host_of(url);
  if (host.find(kEncoded) == std::string::npos) return text;
  const auto letters = [](char a, char b) { return lower(a) == b; };
  const auto at = std::search(text.begin(), text.end(), host.begin(), host.end(), letters);
  if (at == text.end()) return text;
  text.replace(at, at + static_cast<std::ptrdiff_t>(host.size()), readable_host(host));
  return text;
}

}  // namespace collector
