#include "newsletter/entry_words.h"

#include "core/text.h"

#include <re2/re2.h>

#include <algorithm>

namespace collector {

namespace {

constexpr std::string_view kOpens = "<!--";
constexpr std::string_view kCloses = "-->";
constexpr std::string_view kMarker = "<!-- c:";
constexpr std::string_view kMarkerEnd = " -->";
constexpr std::string_view kBlanks = " \t\r";

std::vector<std::string> ids_of(std::string_view marker) {
  std::vector<std::string> ids;
  marker.remove_prefix(kMarker.size());
  marker.remove_suffix(std::min(kCloses.size(), marker.size()));
  while (!trimmed(marker).empty()) {
    marker.remove_prefix(marker.find_first_not_of(kBlanks));
    const std::size_t end = std::min(marker.find(' '), marker.size());
    ids.emplace_back(marker.substr(0, end));
    marker.remove_prefix(end);
  }
  return ids;
}

/// True when only comments follow until the end of the line.
bool ends_line(std::string_view rest) {
  rest.remove_prefix(std::min(rest.find_first_not_of(kBlanks), rest.size()));
  return rest.empty() || rest.front() == '\n' || rest.starts_with(kOpens);
}

/// Takes the comments at the ends of lines out of `text`, and lines that hold nothing else.
std::string without_comments(std::string_view text, std::vector<std::string>& comments) {
  std::string rest;
  while (!text.empty()) {
    const std::size_t open = text.find(kOpens);
    const std::size_t close =
        open == std::string_view::npos ? open : text.find(kCloses, open + kOpens.size());
    if (close == std::string_view::npos) break;
    const std::size_t after = close + kCloses.size();
    rest += text.substr(0, open);
    const bool apart =
        rest.empty() || std::string_view(" \t\n").find(rest.back()) != std::string_view::npos;
    if (apart && ends_line(text.substr(after))) {
      comments.emplace_back(text.substr(open, after - open));
      rest.erase(std::min(rest.find_last_not_of(kBlanks) + 1, rest.size()));
      text.remove_prefix(after);
      const bool whole_line = rest.empty() || rest.back() == '\n';
      if (whole_line && text.find_first_not_of(kBlanks) == text.find('\n')) take_line(text);
    } else {
      rest += text.substr(open, after - open);
      text.remove_prefix(after);
    }
  }
  return rest.append(text);
}

/// What stands in a box, as people and pads write it: "x", " X ", nothing, a dash.
char box_of(std::string_view inside) {
  const std::string_view mark = trimmed(inside);
  if (mark.empty()) return ' ';
  if (mark == "x" || mark == "X") return 'x';
  const bool dash = mark == "-" || mark == "\u2013" || mark == "\u2014" || mark == "\u2212";
  return dash ? '-' : '?';
}

/// The box that `line` opens with, taken off it.
char take_box(std::string_view& line) {
  constexpr std::size_t kWidest = 5;  // a dash of three bytes between two blanks
  const std::size_t close = line.starts_with('[') ? line.find(']') : std::string_view::npos;
  if (close > kWidest + 1) return '\0';
  const std::string_view after = line.substr(close + 1);
  if (!after.empty() && (after[0] == '(' || after[0] == '[' || after[0] == ':')) return '\0';
  const char box = box_of(line.substr(1, close - 1));
  if (box == '?') return close == 2 && (after.empty() || after[0] == ' ') ? '?' : '\0';
  line = trimmed(after);
  return box;
}

/// True for a line that begins something of its own, whatever stands above it: a list, a
/// quotation, a heading, a table, code.
bool opens_block(std::string_view line) {
  static const RE2 kOpening(R"(\s*(?:[-*+]\s|\d{1,9}[.)]\s|#{1,6}\s|>|\||```|~~~).*)");
  return RE2::FullMatch(re2::StringPiece(line.data(), line.size()), kOpening);
}

/// `line` without at most `indent` blanks in front.
std::string_view dedented(std::string_view line, std::size_t indent) {
  const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
  return line.substr(std::min(first, indent));
}

void read_bullet(std::string_view text, EntryWords& entry) {
  const std::size_t indent = std::min(text.find_first_not_of(" \t"), text.size());
  std::string_view first = take_line(text);
  first = trimmed(first.substr(std::min(indent + 1, first.size())));
  entry.box = take_box(first);
  entry.words = first;
  while (!text.empty()) {
    std::string_view line = dedented(take_line(text), indent);
    line = line.substr(0, line.find_last_not_of(kBlanks) + 1);
    entry.words.append("\n").append(line);
  }
}

void read_announcement(std::string_view text, EntryWords& entry) {
  const bool marked = trimmed(text.substr(0, text.find('\n'))).starts_with('#');
  take_line(text);
  if (!marked) take_line(text);  // the line below the title
  while (!text.empty()) {
    std::string_view line = take_line(text);
    line = line.substr(0, line.find_last_not_of(kBlanks) + 1);
    if (!entry.words.empty() || !line.empty()) entry.words.append(line).append("\n");
  }
}

}  // namespace

EntryWords read_words(std::string_view bytes, EntryForm form) {
  EntryWords entry;
  const std::string text = without_comments(bytes, entry.comments);
  std::erase_if(entry.comments, [&](const std::string& comment) {
    const bool marker = comment.starts_with(kMarker);
    for (const std::string& id : marker ? ids_of(comment) : std::vector<std::string>())
      entry.ids.push_back(id);
    return marker;
  });
  form == EntryForm::Bullet ? read_bullet(text, entry) : read_announcement(text, entry);
  entry.words = with_markers(entry.words, Markers::Omitted);  // of a line that was joined to it
  entry.words.erase(entry.words.find_last_not_of(" \t\r\n") + 1);
  return entry;
}

std::string typed_words(std::string_view typed) {
  static const RE2 kBullet(R"(\s*[-*+]\s(?s:.*))");
  const bool bullet = RE2::FullMatch(re2::StringPiece(typed.data(), typed.size()), kBullet);
  std::string given = bullet ? read_words(typed, EntryForm::Bullet).words
                             : with_markers(trimmed(typed), Markers::Omitted);
  std::string_view rest = given;
  std::string words(take_line(rest));
  while (!rest.empty()) {
    const std::string_view line = take_line(rest);
    const bool apart = !line.empty() && !line.starts_with("  ");
    words.append(apart ? "\n  " : "\n").append(line);
  }
  return words;
}

std::string words_key(std::string_view words) {
  std::string key;
  bool goes_on = false;
  while (!words.empty()) {
    const std::string_view given = take_line(words);
    const std::string_view line = trimmed(given);
    if (!key.empty() && !line.empty()) key += goes_on && !opens_block(given) ? ' ' : '\n';
    key.append(line);
    goes_on = !line.empty() && !given.ends_with("  ") && !given.ends_with('\\');
  }
  return key;
}

std::string entry_marker(std::span<const std::string> ids) {
  std::string marker(kMarker);
  for (const std::string& id : ids)
    marker.append(id).append(" ");
  if (!ids.empty()) marker.pop_back();
  return marker.append(kMarkerEnd);
}

std::string with_markers(std::string_view text, Markers markers) {
  std::string result;
  while (markers != Markers::Whole) {
    // What a feed says has a backslash there, not a space.
    const std::size_t open = text.find(" " + std::string(kMarker));
    const std::size_t close = open == text.npos ? open : text.find(kMarkerEnd, open);
    if (close == text.npos) break;
    result += text.substr(0, open);
    if (markers == Markers::Short) {
      const std::vector<std::string> ids = ids_of(text.substr(open + 1, close - open + 3));
      result += ' ';
      result += entry_marker(std::span(ids).first(std::min<std::size_t>(ids.size(), 1)));
    }
    text.remove_prefix(close + kMarkerEnd.size());
  }
  return result.append(text);
}

}  // namespace collector
