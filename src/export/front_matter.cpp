#include "export/front_matter.h"

#include "core/text.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace collector {

namespace {

// Each names the former post: as a second post of that address, as one of that day, or by what
// was in it.
constexpr std::array<std::string_view, 18> kOfOnePost{
    "aliases",        "slug",    "url",        "lastmod",          "publishdate",
    "expirydate",     "draft",   "permalink",  "redirect_from",    "path",
    "save_as",        "updated", "modified",   "last_modified_at", "guid",
    "translationkey", "excerpt", "description"};

/// One key with all its lines.
struct Field {
  std::string key;  // in lower case
  std::string lines;
};

// Of a table of TOML: all that stands below belongs to it.
constexpr const char* kTable = "[";

/// The key that a line of this form begins with; empty when it goes on with the one above.
std::string key_of(const std::string& line, MatterForm form) {
  static const RE2 kColon(R"(^([A-Za-z_][A-Za-z0-9_-]*):(?:\s|$))");
  static const RE2 kEquals(R"(^([A-Za-z_][A-Za-z0-9_-]*)\s*=)");
  std::string key;
  if (form == MatterForm::Toml && line.starts_with(kTable)) return kTable;
  RE2::PartialMatch(line, form == MatterForm::Toml ? kEquals : kColon, &key);
  return lower(key);
}

std::vector<Field> fields_of(const FrontMatter& former) {
  std::vector<Field> fields;
  std::string_view matter = former.text;
  while (!matter.empty()) {
    const std::string line(take_line(matter));
    const bool in_table = !fields.empty() && fields.back().key == kTable;
    const std::string key = in_table ? "" : key_of(line, former.form);
    if (!key.empty()) fields.push_back({key, ""});
    if (!fields.empty()) fields.back().lines += line + '\n';
  }
  return fields;
}

/// Those that every post has are added where they are missing; a summary only where there was
/// no front matter that could have gone without.
void complete(std::vector<Field>& fields) {
  const bool blank = fields.empty();
  for (const char* key : {"date", "title"}) {
    if (std::ranges::find(fields, key, &Field::key) == fields.end())
      fields.insert(fields.begin(), {key, ""});
  }
  if (blank) fields.push_back({"summary", ""});
}

std::string quoted(std::string_view text) {
  std::string value = "\"";
  for (const char c : text) {
    char code[8];
    if (c == '"' || c == '\\') {
      (value += '\\') += c;
    } else if (is_control(c)) {
      std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(c));
      value += code;
    } else {
      value += c;
    }
  }
  return value + '"';
}

/// Plain where that is safe, else in quotation marks.
std::string yaml_value(std::string_view text) {
  static const RE2 kPlain(R"([\pL][\pL0-9 &,.'’()/+-]*[\pL0-9.)])");
  const bool plain = RE2::FullMatch(re2::StringPiece(text.data(), text.size()), kPlain) &&
                     text != "true" && text != "false" && text != "null" && text != "yes" &&
                     text != "no";
  return plain ? std::string(text) : quoted(text);
}

std::string line_of(MatterForm form, const std::string& key, const std::string& value) {
  if (form != MatterForm::Pelican)
    return key + (form == MatterForm::Toml ? " = " : ": ") + value + '\n';
  const char first = static_cast<char>(std::toupper(static_cast<unsigned char>(key.front())));
  return first + key.substr(1) + ": " + value + '\n';
}

/// In Pelican's form nothing is quoted, and all on the line is the value.
std::string value_of(MatterForm form, const std::string& text) {
  if (form == MatterForm::Pelican) return text;
  return form == MatterForm::Yaml ? yaml_value(text) : quoted(text);
}

std::string title_lines(MatterForm form, const std::string& former, const PostHead& head) {
  const std::string lines = with_period_in_title(former, head.period);
  const bool kept = lines != former || (!head.period.name.empty() &&
                                        lines.find(head.period.name) != std::string::npos);
  return kept ? lines : line_of(form, "title", value_of(form, head.title));
}

bool is_of_one_post(const Field& field) {
  // "/:year/:month/" is the address of none in particular.
  const bool pattern = field.key == "permalink" && field.lines.find("/:") != std::string::npos;
  return !pattern && std::ranges::find(kOfOnePost, field.key) != kOfOnePost.end();
}

std::string fence_of(MatterForm form) {
  if (form == MatterForm::Pelican) return "";
  return form == MatterForm::Toml ? "+++\n" : "---\n";
}

}  // namespace

std::string renewed_front_matter(const FrontMatter& former, const PostHead& head) {
  const MatterForm form = former.form == MatterForm::None ? MatterForm::Yaml : former.form;
  const std::string fence = fence_of(form);
  std::vector<Field> fields = fields_of(former);
  complete(fields);
  std::string text = fence;
  for (const Field& field : fields) {
    if (field.key == "title") {
      text += title_lines(form, field.lines, head);
    } else if (field.key == "date") {
      text += line_of(form, "date", format_day(head.date));
    } else if (field.key == "summary") {
      if (!head.summary.empty()) text += line_of(form, "summary", value_of(form, head.summary));
    } else if (!is_of_one_post(field)) {
      text += field.lines;
    }
  }
  return text + fence;
}

}  // namespace collector
