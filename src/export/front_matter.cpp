#include "export/front_matter.h"

#include "core/text.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace collector {

namespace {

// Each names the former post: as a second post of that address, or as one of that day.
constexpr std::array<std::string_view, 7> kOfOnePost{
    "aliases", "slug", "url", "lastmod", "publishDate", "expiryDate", "draft"};

/// One key with all its lines.
struct Field {
  std::string key;
  std::string lines;
};

std::vector<Field> fields_of(std::string_view matter) {
  static const RE2 kKey("^([A-Za-z_][A-Za-z0-9_-]*):(?:\\s|$)");
  std::vector<Field> fields;
  while (!matter.empty()) {
    const std::size_t end = std::min(matter.find('\n'), matter.size());
    const std::string line(matter.substr(0, end));
    matter.remove_prefix(std::min(end + 1, matter.size()));
    std::string key;
    if (RE2::PartialMatch(line, kKey, &key)) fields.push_back({key, ""});
    if (!fields.empty()) fields.back().lines += line + '\n';
  }
  return fields;
}

bool is_known(const std::vector<Field>& fields, std::string_view key) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const Field& field) { return field.key == key; });
}

std::string quoted(std::string_view text) {
  std::string value = "\"";
  for (const char c : text) {
    char code[8];
    if (c == '"' || c == '\\') {
      (value += '\\') += c;
    } else if (is_control(c)) {
      std::snprintf(code, sizeof code, "\\x%02x", static_cast<unsigned>(c));
      value += code;
    } else {
      value += c;
    }
  }
  return value + '"';
}

}  // namespace

std::string yaml_value(std::string_view text) {
  static const RE2 kPlain(R"([\pL][\pL0-9 &,.'’()/+-]*[\pL0-9.)])");
  const bool plain = RE2::FullMatch(re2::StringPiece(text.data(), text.size()), kPlain) &&
                     text != "true" && text != "false" && text != "null" && text != "yes" &&
                     text != "no";
  return plain ? std::string(text) : quoted(text);
}

std::string renewed_front_matter(std::string_view former, const FrontMatter& matter) {
  std::vector<Field> fields = fields_of(former);
  if (!is_known(fields, "date")) fields.insert(fields.begin(), {"date", ""});
  if (!is_known(fields, "title")) fields.insert(fields.begin(), {"title", ""});
  if (!is_known(fields, "summary")) fields.push_back({"summary", ""});
  std::string text = "---\n";
  for (const Field& field : fields) {
    const bool old =
        std::find(kOfOnePost.begin(), kOfOnePost.end(), field.key) != kOfOnePost.end();
    if (field.key == "title") {
      text += "title: " + yaml_value(matter.title) + '\n';
    } else if (field.key == "date") {
      text += "date: " + format_day(matter.date) + '\n';
    } else if (field.key == "summary") {
      if (!matter.summary.empty()) text += "summary: " + quoted(matter.summary) + '\n';
    } else if (!old) {
      text += field.lines;
    }
  }
  return text + "---\n";
}

}  // namespace collector
