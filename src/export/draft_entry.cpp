#include "export/draft_entry.h"

#include "core/text.h"
#include "export/text_lines.h"

#include <algorithm>

namespace collector {

namespace {

std::string_view first_line(std::string_view bytes) {
  return before_any<'\r', '\n'>(bytes);
}

void add_comments(const std::vector<std::string>& comments, const std::string& indent,
                  std::string& lines) {
  for (const std::string& comment : comments)
    lines += indent + comment + '\n';
}

/// Takes `comment` out of `bytes`, its line too when that holds nothing else.
void remove_comment(const std::string& comment, std::string& bytes) {
  const std::size_t at = bytes.find(comment);
  if (at == std::string::npos) return;
  std::size_t begin = at;
  while (begin > 0 && (bytes[begin - 1] == ' ' || bytes[begin - 1] == '\t'))
    --begin;
  std::size_t end = at + comment.size();
  if (begin == 0 || bytes[begin - 1] == '\n')
    end = std::min(bytes.find('\n', end), bytes.size() - 1) + 1;
  bytes.erase(begin, end - begin);
}

}  // namespace

std::string heading_line(std::string_view bytes) {
  std::string_view line = first_line(bytes);
  line = line.substr(0, line.find("<!--"));
  return std::string(line.substr(0, line.find_last_not_of(" \t") + 1));
}

std::string write_entry(const DraftBlock& entry, std::string_view heading,
                        const EntryLook& look) {
  const std::string marker = look.marker.empty() ? "" : " " + look.marker;
  if (entry.announcement) {
    std::string lines = std::string(heading) + marker + "\n";
    if (!entry.words.empty()) lines += "\n" + entry.words + "\n";
    add_comments(look.comments, "", lines);
    return lines;
  }
  std::string lines = look.indent + look.bullet + ' ';
  if (look.box != '\0') lines += std::string("[") + look.box + "] ";
  const std::string words = indented(entry.words, look.indent);
  const std::size_t first = std::min(words.find('\n'), words.size());
  lines += words.substr(0, first) + marker + words.substr(first) + '\n';
  add_comments(look.comments, look.indent + "  ", lines);
  return lines;
}

EntryLook look_of(const DraftBlock& entry, std::string_view bytes) {
  EntryLook look;
  look.box = entry.box;
  if (entry.announcement) return look;
  const std::size_t indent = std::min(bytes.find_first_not_of(" \t"), bytes.size());
  look.indent = bytes.substr(0, indent);
  if (indent < bytes.size()) look.bullet = bytes[indent];
  return look;
}

std::string with_box(std::string_view bytes, char former, char box) {
  std::string changed(bytes);
  const std::size_t bullet = std::min(bytes.find_first_not_of(" \t"), bytes.size());
  const std::size_t words = bytes.find_first_not_of(" \t", bullet + 1);
  if (words == std::string_view::npos || box == '\0') return changed;
  if (former == '\0') return changed.insert(words, std::string("[") + box + "] ");
  const std::size_t close = std::min(bytes.find(']', words), bytes.size() - 1);
  return changed.replace(words, close + 1 - words, {'[', box, ']'});
}

std::string with_comments(std::string_view bytes, const std::vector<std::string>& gone,
                          const std::vector<std::string>& added, std::string_view indent) {
  std::string changed(bytes);
  for (const std::string& comment : gone)
    remove_comment(comment, changed);
  if (!added.empty() && !changed.empty() && changed.back() != '\n') changed += '\n';
  add_comments(added, std::string(indent), changed);
  return changed;
}

std::vector<std::string> comments_without(const std::vector<std::string>& comments,
                                          const std::vector<std::string>& others) {
  std::vector<std::string> rest;
  for (const std::string& comment : comments) {
    if (std::find(others.begin(), others.end(), comment) == others.end())
      rest.push_back(comment);
  }
  return rest;
}

}  // namespace collector
