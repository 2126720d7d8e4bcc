#include "config/list_edit.h"

#include "config/config.h"
#include "config/fields.h"
#include "config/yaml.h"
#include "core/error.h"
#include "core/json.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <string_view>

namespace collector {

namespace {

/// Where the list ends in the text, and how far its entries are indented.
struct Place {
  std::size_t offset = 0;
  std::size_t indent = 2;
};

std::size_t start_of_line(const std::string& text, int line) {
  std::size_t at = 0;
  for (int passed = 1; passed < line && at < text.size(); ++passed)
    at = std::min(text.find('\n', at), text.size() - 1) + 1;
  return at;
}

std::size_t offset_of(const std::string& text, Mark mark) {
  return start_of_line(text, mark.line) + static_cast<std::size_t>(mark.column) - 1;
}

/// Says a line something of the list, or does it only stand below it?
bool is_content(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t\r\n");
  return first != std::string::npos && line[0] != '#' && !line.starts_with("...");
}

/// The end of the last line that `counts`, in the lines from `from` to `to`.
std::size_t end_of_lines(const std::string& text, std::size_t from, std::size_t to,
                         const std::function<bool(const std::string&)>& counts) {
  std::size_t end = from;
  while (from < to) {
    const std::size_t next = std::min(text.find('\n', from), to - 1) + 1;
    if (counts(text.substr(from, next - from))) end = next;
    from = next;
  }
  return end;
}

std::size_t end_of_content(const std::string& text, std::size_t from, std::size_t to) {
  return end_of_lines(text, from, to, is_content);
}

/// Where the value that begins at `value` ends if it says that there are no entries, as "[]",
/// "~" or "null" do; else `value`.
std::size_t end_of_nothing(const std::string& text, const YamlNode& list, std::size_t value) {
  if (list.kind == YamlNode::Kind::List && list.size == 0) return text.find(']', value) + 1;
  if (list.kind != YamlNode::Kind::Null) return value;
  for (const std::string_view word : {"~", "null"})
    if (lower(std::string_view(text).substr(value, word.size())) == word)
      return value + word.size();
  return value;
}

/// It goes when there are entries. What stands behind it on its line stays.
void drop_nothing(std::string& text, std::size_t value, std::size_t end) {
  const std::size_t from = text.find_last_not_of(' ', value - 1) + 1;
  text.erase(from, end - from);
}

Place place_in(const Config& config, const YamlNode& root, std::size_t key, std::string& text) {
  const ConfigSource source{config.path, std::string(root.keys()[key].text)};
  const YamlNode& list = root.values()[key];
  const std::size_t entry = std::min(offset_of(text, list.mark), text.size());
  const std::size_t nothing_ends = end_of_nothing(text, list, entry);
  const bool last = key + 1 == root.keys().size();
  const std::size_t from = start_of_line(text, root.keys()[key].mark.line);
  const std::size_t size = text.size();
  std::size_t to = last ? size : start_of_line(text, root.keys()[key + 1].mark.line);
  if (nothing_ends > entry) {
    drop_nothing(text, entry, nothing_ends);
    to -= size - text.size();
  }
  Place place{end_of_content(text, from, to), 2};
  if (list.size == 0) return place;
  if (entry >= text.size() || text[entry] != '-')
    complain(source, list.mark, "a list of lines that begin with \"- name:\" can be added to");
  place.indent = static_cast<std::size_t>(list.mark.column) - 1;
  return place;
}

/// Where an entry's last line ends; nothing for one in braces.
std::optional<std::size_t> end_of_entry(const std::string& text, const YamlNode& list,
                                        std::size_t entry, std::size_t list_end) {
  const std::size_t first = offset_of(text, list.values()[entry].mark);
  if (first >= text.size() || text[first] == '{') return std::nullopt;
  const bool last = entry + 1 == list.values().size();
  const std::size_t to =
      last ? list_end : start_of_line(text, list.values()[entry + 1].mark.line);
  const auto indent = static_cast<std::size_t>(list.values()[entry].mark.column) - 1;
  // A comment that is indented less speaks of the entry below it.
  const auto is_own = [&](const std::string& line) {
    const std::size_t start = line.find_first_not_of(" \t\r\n");
    return is_content(line) && (line[start] != '#' || start >= indent);
  };
  return end_of_lines(text, start_of_line(text, list.values()[entry].mark.line), to, is_own);
}

/// Puts new lines into the file's text, with the line ends that it has.
void insert_lines(std::string& text, std::size_t at, std::string lines) {
  const bool open_line = !lines.empty() && at > 0 && text[at - 1] != '\n';
  if (open_line) lines.insert(0, "\n");
  if (text.find("\r\n") != std::string::npos)
    for (auto end = lines.find('\n'); end != std::string::npos; end = lines.find('\n', end + 2))
      lines.insert(end, "\r");
  text.insert(at, lines);
}

/// A form of list that was overlooked must not be written.
void check_result(const std::string& text, const Config& config) {
  try {
    parse_config(text, config.path);
  } catch (const ConfigError& error) {
    throw ConfigError(
        config.path +
        ": stays as it is, for with new entries it could not be read: " + error.what());
  }
}

bool may_stand_plain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  constexpr std::string_view kHarmless = " ._/~@+=&?%()-:";
  return byte >= 0x80 || std::isalnum(byte) != 0 || kHarmless.find(c) != std::string_view::npos;
}

/// Words that YAML, in one version or another, takes for something else than text.
bool is_reserved(const std::string& text) {
  static constexpr std::array<std::string_view, 9> kWords{"true", "false", "yes", "no", "on",
                                                          "off",  "null",  "y",   "n"};
  return std::find(kWords.begin(), kWords.end(), lower(text)) != kWords.end();
}

}  // namespace

std::string yaml_text(const std::string& text) {
  const bool plain = !text.empty() && std::isalpha(static_cast<unsigned char>(text[0])) != 0 &&
                     text.back() != ' ' && text.back() != ':' &&
                     text.find(": ") == std::string::npos && !is_reserved(text) &&
                     std::all_of(text.begin(), text.end(), may_stand_plain);
  // JSON's quoted texts are YAML's too.
  return plain ? text : json_line(text);
}

std::string with_entries(const Config& config, const std::string& key,
                         const std::function<std::string(std::size_t indent)>& entries) {
  std::string text = config.text;
  const YamlDocument yaml = read_yaml(text, config.path);
  const std::span keys = yaml.root.keys();
  const auto known =
      std::ranges::find_if(keys, [&](const YamlNode& node) { return node.text == key; });
  const bool fresh = known == keys.end();
  const Place place =
      fresh ? Place{text.size(), 2}
            : place_in(config, yaml.root, static_cast<std::size_t>(known - keys.begin()), text);
  const std::string heading = fresh ? "\n" + key + ":\n" : "";
  insert_lines(text, place.offset, heading + entries(place.indent));
  check_result(text, config);
  return text;
}

std::string with_lines(
    const Config& config, const std::string& key,
    const std::function<std::string(const YamlNode& entry, std::size_t indent)>& lines) {
  std::string text = config.text;
  const YamlDocument yaml = read_yaml(text, config.path);
  const YamlNode* list = value_of(yaml.root, key);
  if (list == nullptr || list->kind != YamlNode::Kind::List ||
      text[offset_of(text, list->mark)] != '-')
    return text;
  std::size_t list_end = text.size();
  for (const YamlNode& other : yaml.root.keys())
    if (other.mark.line > list->mark.line)
      list_end = std::min(list_end, start_of_line(text, other.mark.line));
  for (std::size_t entry = list->values().size(); entry-- > 0;) {  // the last first: marks hold
    const auto end = end_of_entry(config.text, *list, entry, list_end);
    if (!end) continue;
    const YamlNode& node = list->values()[entry];
    insert_lines(text, *end, lines(node, static_cast<std::size_t>(node.mark.column) - 1));
  }
  check_result(text, config);
  return text;
}

}  // namespace collector
