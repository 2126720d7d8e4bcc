#include "export/markdown_text.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>
#include <cstdio>

namespace collector {

namespace {

bool is_alphanumeric(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// How many bytes at the start of `text` are white space, a control character or a mark that
/// turns the direction of writing; 0 for all else.
std::size_t blank_length(std::string_view text) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  if (byte(0) <= 0x20 || byte(0) == 0x7f) return 1;
  if (text.size() >= 2 && byte(0) == 0xc2 && byte(1) < 0xa0) return 2;  // C1, next line
  if (text.size() < 3 || byte(0) != 0xe2) return 0;
  const bool separator = byte(1) == 0x80 && byte(2) >= 0xa8 && byte(2) <= 0xae;
  const bool isolate = byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9;
  return separator || isolate ? 3 : 0;
}

/// One line: every run of white space and control characters is one space.
std::string one_line(std::string_view text) {
  std::string line;
  bool gap = false;
  while (!text.empty()) {
    if (const std::size_t blank = blank_length(text); blank > 0) {
      gap = true;
      text.remove_prefix(blank);
      continue;
    }
    if (gap && !line.empty()) line += ' ';
    gap = false;
    line += text.front();
    text.remove_prefix(1);
  }
  return line;
}

/// True for "&amp;", "&#38;" and their like at the start of `text`.
bool opens_entity(std::string_view text) {
  const std::size_t end = text.find(';');
  if (end == std::string_view::npos || end < 2) return false;
  return std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end),
                     [](char c) { return is_alphanumeric(c) || c == '#'; });
}

bool inside_word(std::string_view text, std::size_t at) {
  return at > 0 && at + 1 < text.size() && is_alphanumeric(text[at - 1]) &&
         is_alphanumeric(text[at + 1]);
}

/// What Markdown or Hugo would take for more than text.
bool needs_escape(std::string_view text, std::size_t at, bool strikes) {
  switch (text[at]) {
    case '\\':
    case '`':
    case '*':
    case '[':
    case ']':
    case '<':
      return true;
    case '(':
      return at > 0 && text[at - 1] == ']';  // not all readers heed the backslash before ']'
    case '_':
      return !inside_word(text, at);
    case '~':
      return strikes;
    case '&':
      return opens_entity(text.substr(at));
    case '{':
      return at > 0 && text[at - 1] == '{';  // Hugo reads {{< and {{% before any Markdown
    default:
      return false;
  }
}

/// A pair of these strikes through what stands between them.
bool has_strikes(std::string_view line) {
  return std::count(line.begin(), line.end(), '~') > 1;
}

std::string escape(std::string_view line, bool strikes) {
  std::string escaped;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (needs_escape(line, at, strikes)) escaped += '\\';
    escaped += line[at];
  }
  return escaped;
}

/// Bare addresses would become links: GitHub and Hugo look for these beginnings.
std::string without_bare_links(std::string text) {
  const auto break_up = [&](std::string_view opening, std::size_t keep) {
    for (std::size_t at = text.find(opening); at != std::string::npos;
         at = text.find(opening, at + opening.size() + 1)) {
      text.insert(at + keep, 1, '\\');
    }
  };
  break_up("://", 1);
  break_up("www.", 3);
  return text;
}

/// Bare mail addresses would become links, too, and no backslash keeps GitHub from it: they are
/// set as code.
std::string with_set_addresses(const std::string& line) {
  static const RE2 kAddress(R"((.*?)(@?[A-Za-z0-9._+-]+@[A-Za-z0-9._-]+))");
  const bool strikes = has_strikes(line);
  std::string text;
  std::string before;
  std::string address;
  re2::StringPiece rest(line);
  while (RE2::Consume(&rest, kAddress, &before, &address))
    text += without_bare_links(escape(before, strikes)) + '`' + address + '`';
  return text + without_bare_links(escape({rest.data(), rest.size()}, strikes));
}

/// Where the mark stands that would make a block of this line: a quotation, a list, a heading.
std::size_t block_mark(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && line[at] >= '0' && line[at] <= '9')
    ++at;
  const std::string_view marks = at > 0 ? ".)" : "#>+-=|:";
  const bool found = at < line.size() && marks.find(line[at]) != std::string_view::npos;
  return found ? at : std::string_view::npos;
}

void percent_encode(std::string& url, char c) {
  char code[4];
  std::snprintf(code, sizeof code, "%%%02X", static_cast<unsigned char>(c));
  url += code;
}

std::string link_target(std::string_view url) {
  constexpr std::string_view kEndsLink = "()<>\"'\\`{}|^";
  std::string target;
  for (std::size_t at = 0; at < url.size(); ++at) {
    const char c = url[at];
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7f || kEndsLink.find(c) != std::string_view::npos) {
      percent_encode(target, c);
    } else if (c == '&' && opens_entity(url.substr(at))) {
      target += "&amp;";
    } else {
      target += c;
    }
  }
  return target;
}

}  // namespace

std::string markdown_text(std::string_view text) {
  return with_set_addresses(one_line(text));
}

std::string markdown_line(std::string_view text) {
  std::string line = markdown_text(text);
  const std::size_t mark = block_mark(line);
  if (mark != std::string::npos) line.insert(mark, 1, '\\');
  return line;
}

std::string markdown_heading(std::string_view text) {
  const std::string line = markdown_line(text);
  std::string heading;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '\\') {  // already escaped, with what follows
      heading += line[at++];
    } else if (line[at] == '#' || line[at] == '{') {
      heading += '\\';  // at the end the first would be dropped, the second read as attributes
    }
    if (at < line.size()) heading += line[at];
  }
  return heading;
}

std::string markdown_link(std::string_view text, std::string_view url) {
  if (url.empty()) return markdown_text(text);
  const std::string line = one_line(text);
  return '[' + escape(line, has_strikes(line)) + "](" + link_target(url) + ')';
}

std::string markdown_comment(std::string_view text) {
  std::string comment;
  for (const char c : one_line(text)) {
    if (c == '>') continue;
    if (c == '-' && !comment.empty() && comment.back() == '-') comment += ' ';
    comment += c;
  }
  // Hugo looks for its shortcodes inside comments, too.
  for (std::size_t at = comment.find("{{"); at != std::string::npos;
       at = comment.find("{{", at))
    comment.insert(at + 1, 1, ' ');
  return "<!-- " + comment + " -->";
}

}  // namespace collector
