#include "normalise/safe_attributes.h"

#include "core/text.h"
#include "core/url.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

enum class Kind { Text, Link, Source, Style };

struct AttributeRule {
  std::string_view name;
  Kind kind;
};

constexpr AttributeRule kAttributes[] = {
    {"href", Kind::Link},     {"src", Kind::Source},    {"alt", Kind::Text},
    {"title", Kind::Text},    {"width", Kind::Text},    {"height", Kind::Text},
    {"style", Kind::Style},   {"lang", Kind::Text},     {"dir", Kind::Text},
    {"cite", Kind::Link},     {"datetime", Kind::Text}, {"colspan", Kind::Text},
    {"rowspan", Kind::Text},  {"poster", Kind::Source}, {"start", Kind::Text},
    {"reversed", Kind::Text}, {"type", Kind::Text},     {"controls", Kind::Text},
    {"abbr", Kind::Text},     {"scope", Kind::Text},    {"span", Kind::Text},
    {"align", Kind::Text},    {"open", Kind::Text},     {"srclang", Kind::Text},
    {"label", Kind::Text},    {"kind", Kind::Text},
};

constexpr std::array<std::string_view, 16> kLinkSchemes = {
    "http", "https", "mailto", "xmpp", "ftp",    "sftp", "tel",    "sip",
    "sips", "irc",   "ircs",   "news", "gemini", "geo",  "magnet", "matrix"};

// Pictures that hold no script; SVG can.
constexpr std::array<std::string_view, 4> kDataPictures = {
    "data:image/png;", "data:image/gif;", "data:image/jpeg;", "data:image/webp;"};

// Properties that change how text looks, not where it stands.
constexpr std::array<std::string_view, 28> kProperties = {"background-color",
                                                          "border",
                                                          "border-bottom",
                                                          "border-collapse",
                                                          "border-color",
                                                          "border-left",
                                                          "border-right",
                                                          "border-style",
                                                          "border-top",
                                                          "border-width",
                                                          "clear",
                                                          "color",
                                                          "float",
                                                          "font",
                                                          "font-family",
                                                          "font-size",
                                                          "font-style",
                                                          "font-variant",
                                                          "font-weight",
                                                          "height",
                                                          "line-height",
                                                          "list-style-type",
                                                          "text-align",
                                                          "text-decoration",
                                                          "text-indent",
                                                          "vertical-align",
                                                          "white-space",
                                                          "width"};

constexpr std::array<std::string_view, 4> kColourFunctions = {"rgb", "rgba", "hsl", "hsla"};

bool is_ascii_alnum(char c) {
  return is_letter(c) || is_digit(c);
}

/// `url` as a careless reader sees it: white space, controls, U+0080…U+00A0, U+2028, U+2029 and
/// U+FFFD dropped, in lower case.
std::string flattened(std::string_view url) {
  constexpr std::array<std::string_view, 3> kDropped = {"\u2028", "\u2029", "\uFFFD"};
  std::string flat;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const auto byte = static_cast<unsigned char>(url[i]);
    const auto next = i + 1 < url.size() ? static_cast<unsigned char>(url[i + 1]) : 0U;
    if (byte <= 0x20 || byte == 0x7F) {
      continue;
    }
    if (byte == 0xC2 && next >= 0x80 && next <= 0xA0) {
      ++i;
      continue;
    }
    if (std::ranges::find(kDropped, url.substr(i, 3)) != kDropped.end()) {
      i += 2;
      continue;
    }
    flat += lower(url[i]);
  }
  return flat;
}

/// An http or https URL without anything to drop: nearly every link there is.
bool is_plain_web_url(std::string_view url) {
  return (url.starts_with("https://") || url.starts_with("http://")) &&
         std::ranges::all_of(url, [](char c) { return c > ' ' && c < '\x7F'; });
}

/// What stands before the first colon, unless a path, query or fragment began earlier.
std::string_view scheme_of(std::string_view flat) {
  const std::size_t end = before_any<':', '/', '?', '#'>(flat).size();
  return flat.substr(end).starts_with(':') ? flat.substr(0, end + 1) : std::string_view{};
}

bool is_safe_link(std::string_view url, Kind kind) {
  const std::string flat = flattened(url);
  const std::string_view scheme = scheme_of(flat);
  if (scheme.empty()) {
    return true;
  }
  if (kind == Kind::Source && std::ranges::any_of(kDataPictures, [&](std::string_view prefix) {
        return flat.starts_with(prefix);
      })) {
    return true;
  }
  return std::ranges::find(kLinkSchemes, scheme.substr(0, scheme.size() - 1)) !=
         kLinkSchemes.end();
}

/// Words, numbers, colours: nothing with an escape, a comment, a URL or another function.
bool is_safe_css_value(std::string_view value) {
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (!is_ascii_alnum(c) &&
        std::string_view(" #%.,-!'\"()").find(c) == std::string_view::npos) {
      return false;
    }
    if (c == '(') {
      std::size_t start = i;
      while (start > 0 && is_ascii_alnum(value[start - 1])) {
        --start;
      }
      const std::string_view name = value.substr(start, i - start);
      if (std::ranges::find(kColourFunctions, name) == kColourFunctions.end()) {
        return false;
      }
    }
  }
  return !value.empty();
}

std::optional<std::string> safe_style(std::string_view style) {
  std::string kept;
  while (!style.empty()) {
    const std::string_view declaration = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(style.size(), declaration.size() + 1));
    const auto colon = declaration.find(':');
    if (colon == std::string_view::npos) {
      continue;
    }
    const std::string property = lower(trimmed(declaration.substr(0, colon)));
    const std::string_view value = trimmed(declaration.substr(colon + 1));
    if (std::ranges::binary_search(kProperties, property) && is_safe_css_value(value)) {
      kept.append(kept.empty() ? "" : "; ").append(property).append(": ").append(value);
    }
  }
  return kept.empty() ? std::nullopt : std::optional(std::move(kept));
}

static_assert(std::ranges::is_sorted(kProperties));

}  // namespace

std::optional<std::string> safe_value(const HtmlAttribute& attribute,
                                      std::string_view base_url) {
  const auto* const rule = std::ranges::find(kAttributes, attribute.name, &AttributeRule::name);
  if (rule == std::end(kAttributes)) {
    return std::nullopt;
  }
  switch (rule->kind) {
    case Kind::Style:
      return safe_style(attribute.value);
    case Kind::Link:
    case Kind::Source:
      if (is_plain_web_url(attribute.value)) {
        return std::string(attribute.value);
      }
      if (!is_safe_link(attribute.value, rule->kind)) {
        return std::nullopt;
      }
      return resolve_url(base_url, attribute.value);
    case Kind::Text:
      break;
  }
  return std::string(attribute.value);
}

}  // namespace collector
