#include "opml/mend.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace collector {

namespace {

constexpr std::string_view kOutline = "<outline";
constexpr std::size_t kMostAttributes = 64;

/// Does `rest`, behind an ampersand, go on as one of XML's own entities?
bool begins_entity(std::string_view rest) {
  static const RE2 kEntity(R"(^(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)");
  return RE2::PartialMatch(rest.substr(0, 10), kEntity);
}

/// `text` with the ampersands escaped that begin no entity, and all of `others`.
std::string escaped(std::string_view text, std::string_view others) {
  std::string mended;
  mended.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '&' && !begins_entity(text.substr(at + 1))) {
      mended += "&amp;";
    } else if (others.find(c) != std::string_view::npos) {
      mended += c == '<' ? "&lt;" : "&quot;";
    } else {
      mended += c;
    }
  }
  return mended;
}

/// Where the value that `text` begins with has its closing quotation mark: behind it stands
/// another attribute, or the tag ends and no text follows, for outlines have none.
std::optional<std::size_t> end_of_value(std::string_view text, char quote) {
  static const RE2 kAfterValue(R"(^\s*(?:/?>\s*(?:<|$)|[A-Za-z_:][\w:.-]*\s*=\s*["']))");
  for (std::size_t at = text.find(quote); at != std::string_view::npos;
       at = text.find(quote, at + 1)) {
    if (RE2::PartialMatch(text.substr(at + 1), kAfterValue)) return at;
  }
  return {};
}

/// The tag at the beginning of `text`, taken from it; nothing when its parts cannot be told
/// apart. Of attributes with the same name the first one counts.
std::optional<std::string> take_tag(std::string_view& text) {
  static const RE2 kAttribute(R"(\s*([A-Za-z_:][\w:.-]*)\s*=\s*(["']))");
  static const RE2 kEnd(R"(\s*(/?>))");
  re2::StringPiece rest(text.substr(kOutline.size()));
  std::string tag(kOutline);
  std::vector<std::string> names;
  std::string name;
  std::string quote;
  while (names.size() < kMostAttributes && RE2::Consume(&rest, kAttribute, &name, &quote)) {
    const auto end = end_of_value(rest, quote.front());
    if (!end) return {};
    if (std::ranges::find(names, name) == names.end())
      tag += ' ' + name + "=\"" + escaped(rest.substr(0, *end), "<\"") + '"';
    names.push_back(name);
    rest.remove_prefix(*end + 1);
  }
  std::string end;
  if (!RE2::Consume(&rest, kEnd, &end)) return {};
  text.remove_prefix(text.size() - rest.size());
  return tag + end;
}

}  // namespace

std::string mend_outlines(std::string_view document) {
  std::string mended;
  mended.reserve(document.size());
  while (!document.empty()) {
    // As far as the next outline: whatever a tag lacks, it is not found in another one.
    std::string_view part = document.substr(0, document.find(kOutline, 1));
    document.remove_prefix(part.size());
    if (part.starts_with(kOutline)) mended += take_tag(part).value_or("");
    mended += escaped(part, "");
  }
  return mended;
}

}  // namespace collector
