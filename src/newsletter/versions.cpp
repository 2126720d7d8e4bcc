#include "newsletter/versions.h"

#include "core/url.h"

#include <re2/re2.h>

namespace collector {

namespace {

re2::StringPiece piece(std::string_view text) {
  return {text.data(), text.size()};
}

std::string without_zeros(std::string version) {
  while (version.ends_with(".0"))
    version.resize(version.size() - 2);
  return version;
}

/// The one version in `text`.
std::optional<std::string> only_version(std::string_view text) {
  static const RE2 kVersion(R"((?:^|[^0-9A-Za-z./])v?\.?([0-9]+(?:\.[0-9]+)+[a-z]?))");
  re2::StringPiece rest = piece(text);
  std::string version;
  std::string second;
  if (!RE2::FindAndConsume(&rest, kVersion, &version)) return std::nullopt;
  if (RE2::FindAndConsume(&rest, kVersion, &second)) return std::nullopt;
  return without_zeros(version);
}

}  // namespace

std::optional<std::string> named_version(std::string_view text) {
  return only_version(text);
}

std::optional<std::string> tagged_version(std::string_view url) {
  static const RE2 kTag(R"((?:/releases/tag/|/-/(?:tags|releases)/|/refs/)([^/?#]+)/?$)");
  std::string tag;
  if (!RE2::PartialMatch(piece(url), kTag, &tag)) return std::nullopt;
  return only_version(percent_decoded(tag));
}

}  // namespace collector
