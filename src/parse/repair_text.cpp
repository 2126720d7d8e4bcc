#include "parse/repair_text.h"

#include "core/text.h"
#include "parse/html_names.h"
#include "parse/xml_chars.h"

#include <charconv>
#include <optional>

namespace collector {

namespace {

constexpr std::size_t kLongestReference = 40;  // of the names of HTML the longest has 8 letters

bool is_xml_character(unsigned value) {
  return value == 0x9 || value == 0xA || value == 0xD || (value >= 0x20 && value < 0xD800) ||
         (value >= 0xE000 && value < 0xFFFE) || (value >= 0x10000 && value < 0x110000);
}

/// The character of "#8217", "#x2019" or "#X2019"; nothing when XML allows it not.
std::optional<unsigned> referred_character(std::string_view digits) {
  const bool hexadecimal = digits.size() > 1 && (digits[1] == 'x' || digits[1] == 'X');
  digits.remove_prefix(hexadecimal ? 2 : 1);
  unsigned value = 0;
  const char* end = digits.data() + digits.size();
  const auto result = std::from_chars(digits.data(), end, value, hexadecimal ? 16 : 10);
  const bool whole = result.ec == std::errc{} && result.ptr == end;
  return whole && is_xml_character(value) ? std::optional(value) : std::nullopt;
}

bool is_number(std::string_view reference) {
  return reference.size() > 1 && reference[0] == '#' &&
         reference.find_first_not_of("0123456789abcdefABCDEFxX", 1) == std::string_view::npos;
}

bool is_declared(std::string_view name, std::string_view doctype) {
  const std::string declaration = "<!ENTITY " + std::string(name) + " ";
  return doctype.find(declaration) != std::string_view::npos;
}

bool is_known_name(std::string_view name, std::string_view doctype) {
  return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos" ||
         !html_entity(name).empty() || is_declared(name, doctype);
}

/// What stands for the "&" at `at`; `used` are the bytes that are dealt with.
std::string mend_ampersand(std::string_view text, std::size_t at, std::string_view doctype,
                           std::size_t& used) {
  used = 1;
  const std::size_t end = text.substr(0, at + kLongestReference).find(';', at);
  if (end == std::string_view::npos || end == at + 1) return "&amp;";
  const std::string_view reference = text.substr(at + 1, end - at - 1);
  if (is_number(reference)) {
    used = end + 1 - at;
    const auto character = referred_character(reference);
    return character ? "&#" + std::to_string(*character) + ";" : "";
  }
  if (!is_known_name(reference, doctype)) return "&amp;";
  used = end + 1 - at;
  return std::string(text.substr(at, used));
}

/// Where the next byte is that may not stand as it is.
std::size_t next_doubtful(std::string_view text, std::size_t at) {
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\xEF' || is_forbidden_control(c))
      break;
  }
  return at;
}

bool append_mended(std::string_view text, std::string_view doctype, std::string_view special,
                   std::string& out) {
  bool was_good = true;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t at = next_doubtful(text, from);
    out += text.substr(from, at - from);
    if (at == text.size()) break;
    std::size_t used = 1;
    const char c = text[at];
    if (c == '&') {
      const std::string mended = mend_ampersand(text, at, doctype, used);
      was_good = was_good && used > 1 && !mended.empty();
      out += mended;
    } else if (is_forbidden_control(c)) {
      was_good = false;
    } else if (c == '\xEF' && is_noncharacter(text.substr(at, 3))) {
      used = 3;
      was_good = false;
    } else if (special.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;";
    }
    from = at + used;
  }
  return was_good;
}

}  // namespace

bool append_text(std::string_view text, std::string_view doctype, std::string& out) {
  return append_mended(text, doctype, ">", out);
}

void append_attribute(std::string_view value, std::string_view doctype, std::string& out) {
  append_mended(value, doctype, "<\"", out);
}

void append_cdata(std::string_view text, std::string& out) {
  out += "<![CDATA[";
  for (std::size_t from = 0; from < text.size();) {
    std::size_t at = from;
    while (at < text.size() && text[at] != '\xEF' && !is_forbidden_control(text[at]))
      ++at;
    out += text.substr(from, at - from);
    if (at == text.size()) break;
    const bool dropped_three = is_noncharacter(text.substr(at, 3));
    if (!dropped_three && !is_forbidden_control(text[at])) out += text[at];
    from = at + (dropped_three ? 3 : 1);
  }
  out += "]]>";
}

bool comment_has_end(std::string_view text) {
  const std::size_t next = text.find("<!--", 1);
  if (next == std::string_view::npos) return contains(text, "-->");
  if (contains(text.substr(0, next + 5), "-->")) return true;  // "<!-->" begins none
  const std::string_view other = text.substr(next, text.find("<!--", next + 1) - next);
  const std::size_t end = other.find("-->");
  return end != std::string_view::npos && contains(other.substr(end + 3), "-->");
}

}  // namespace collector
