#include "config/fields.h"

#include "config/units.h"
#include "core/error.h"
#include "core/nearest.h"
#include "core/pattern.h"
#include "core/text.h"
#include "core/url.h"

#include <algorithm>
#include <charconv>

namespace collector {

namespace {

using Kind = YamlNode::Kind;

/// What a complaint, which is one line, says of it.
std::string shown(const YamlNode& node) {
  switch (node.kind) {
    case Kind::Null:
      return "nothing";
    case Kind::List:
      return "a list";
    case Kind::Map:
      return "a mapping";
    case Kind::Text:
      break;
  }
  std::string text(node.text);
  std::replace_if(text.begin(), text.end(), is_control, ' ');
  return "\"" + text + "\"";
}

std::string_view text_of(const ConfigField& field, const std::string& wanted) {
  if (field.node.kind != Kind::Text) complain(field, wanted);
  return field.node.text;
}

/// An empty one would match everything, and so leave out everything or nothing.
void read_filter(const ConfigField& field, std::string& pattern) {
  read_pattern(field, pattern);
  if (pattern.empty()) complain(field, "a pattern");
}

}  // namespace

std::string place_of(const ConfigSource& source, Mark mark) {
  return source.path + ":" + std::to_string(mark.line) + ":" + std::to_string(mark.column);
}

void complain(const ConfigSource& source, Mark mark, const std::string& message) {
  throw ConfigError(place_of(source, mark) + ": " +
                    (source.owner.empty() ? "" : source.owner + ": ") + message);
}

void complain(const ConfigField& field, const std::string& wanted) {
  complain(field.source, field.node.mark,
           "\"" + field.key + "\" wants " + wanted + ", got " + shown(field.node));
}

void read_value(const ConfigField& field, std::string& value) {
  value = text_of(field, "a text");
}

void read_value(const ConfigField& field, bool& value) {
  const std::string text =
      lower(text_of(field, "true or false"));  // YAML has True and TRUE, too
  if (text == "true" || text == "yes" || text == "on") {
    value = true;
  } else if (text == "false" || text == "no" || text == "off") {
    value = false;
  } else {
    complain(field, "true or false");
  }
}

void read_value(const ConfigField& field, seconds& value) {
  const std::string wanted = "a duration such as 6h";
  const auto duration = parse_duration(text_of(field, wanted));
  if (!duration) complain(field, wanted);
  if (*duration == seconds{0}) complain(field, "more than nothing, as in 6h");
  value = *duration;
}

void read_value(const ConfigField& field, std::optional<seconds>& value) {
  read_value(field, value.emplace());
}

void read_value(const ConfigField& field, Prereleases& value) {
  const std::string_view text = text_of(field, "show or hide");
  if (text != "show" && text != "hide") complain(field, "show or hide");
  value = text == "show" ? Prereleases::Show : Prereleases::Hide;
}

void read_value(const ConfigField& field, std::vector<std::string>& value) {
  value.clear();
  if (field.node.kind != Kind::List) {
    value.emplace_back(text_of(field, "a text or a list of them"));
    return;
  }
  for (const YamlNode& entry : field.node.values())
    value.emplace_back(text_of({field.source, field.key, entry}, "a list of texts"));
}

void read_line(const ConfigField& field, std::string& line) {
  const std::string wanted = "a text without line ends or other control characters";
  line = text_of(field, wanted);
  if (std::any_of(line.begin(), line.end(), is_control)) complain(field, wanted);
}

void read_size(const ConfigField& field, std::uint64_t& bytes) {
  const std::string wanted = "a size such as 10MiB";
  const auto size = parse_size(text_of(field, wanted));
  if (!size) complain(field, wanted);
  if (*size == 0) complain(field, "more than nothing, as in 10MiB");
  bytes = *size;
}

void read_pattern(const ConfigField& field, std::string& pattern) {
  pattern = text_of(field, "a pattern");
  try {
    const Pattern compiled(pattern);
  } catch (const ConfigError& error) {
    complain(field.source, field.node.mark, "\"" + field.key + "\": " + error.what());
  }
}

void read_patterns(const ConfigField& field, std::vector<std::string>& patterns) {
  patterns.clear();
  if (field.node.kind != Kind::List) {
    read_filter(field, patterns.emplace_back());
    return;
  }
  for (const YamlNode& entry : field.node.values())
    read_filter({field.source, field.key, entry}, patterns.emplace_back());
}

int read_number(const ConfigField& field, int least, int most) {
  const std::string wanted =
      "a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  std::string_view text = text_of(field, wanted);
  if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
  int number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc{} || end != text.data() + text.size()) complain(field, wanted);
  if (number < least || number > most) complain(field, wanted);
  return number;
}

void read_url(const ConfigField& field, std::string& url) {
  url = text_of(field, "an address");
  if (const std::string wanted = wanted_address(url); !wanted.empty()) complain(field, wanted);
}

std::string owner_of(const YamlNode& entry, const std::string& kind) {
  const YamlNode* name = value_of(entry, "name");
  const bool shows = name != nullptr && name->kind == Kind::Text;
  return shows ? kind + " " + shown(*name) : "a " + kind;
}

void check_mapping(const ConfigSource& source, const YamlNode& node) {
  if (node.kind != Kind::Map) {
    complain(source, node.mark, "a mapping of keys to values is wanted, got " + shown(node));
  }
}

void check_repeated_keys(const ConfigSource& source, const YamlNode& node) {
  const std::span keys = node.keys();
  for (auto key = keys.begin(); key != keys.end(); ++key) {
    const auto first = std::find_if(
        keys.begin(), key, [&](const YamlNode& earlier) { return earlier.text == key->text; });
    if (first != key) {
      complain(
          source, key->mark,
          shown(*key) + " is given twice, first in line " + std::to_string(first->mark.line));
    }
  }
}

void refuse_key(const ConfigSource& source, const YamlNode& key,
                const std::vector<std::string>& known) {
  complain(source, key.mark,
           "unknown key " + shown(key) + did_you_mean(std::string(key.text), known));
}

const YamlNode* value_of(const YamlNode& map, std::string_view key) {
  for (std::size_t i = 0; i < map.keys().size(); ++i) {
    const YamlNode& value = map.values()[i];
    if (map.keys()[i].text == key && value.kind != Kind::Null) return &value;
  }
  return nullptr;
}

std::span<const YamlNode> entries_of(const ConfigSource& source, const YamlNode& node,
                                     const std::string& what) {
  if (node.kind == Kind::Null) return {};
  if (node.kind != Kind::List) {
    complain(source, node.mark, "\"" + what + "\" wants a list, got " + shown(node));
  }
  return node.values();
}

}  // namespace collector
