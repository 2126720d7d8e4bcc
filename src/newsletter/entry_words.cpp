#include "newsletter/entry_words.h"

#include "core/text.h"

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

/// The box that `line` opens with, taken off it.
char take_box(std::string_view& line) {
  if (line.size() < 3 || line[0] != '[' || line[2] != ']') return '\0';
  const std::string_view after = line.substr(3);
  if (!after.empty() && (after[0] == '(' || after[0] == '[' || after[0] == ':')) return '\0';
  const char given = line[1] == 'X' ? 'x' : line[1];
  const bool known = given == ' ' || given == 'x' || given == '-';
  if (!known) return after.empty() || after[0] == ' ' ? '?' : '\0';
  line = trimmed(after);
  return given;
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
  entry.words.erase(entry.words.find_last_not_of(" \t\r\n") + 1);
  return entry;
}

std::string words_key(std::string_view words) {
  std::string key;
  while (!words.empty()) {
    const std::string_view line = trimmed(take_line(words));
    if (!line.empty()) key.append(line).append("\n");
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
