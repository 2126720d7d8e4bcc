#include "newsletter/front_matter.h"

#include <re2/re2.h>

#include <algorithm>

namespace collector {

namespace {

/// The end of the line that begins at `at`, its line break included.
std::size_t line_end(std::string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size() - 1) + 1;
}

bool is_line(std::string_view line, std::string_view wanted) {
  while (line.ends_with('\n') || line.ends_with('\r'))
    line.remove_suffix(1);
  return line == wanted;
}

FrontMatter matter_of(MatterForm form, std::string_view text, std::string_view whole) {
  return {form, text, whole.size(),
          static_cast<int>(std::count(whole.begin(), whole.end(), '\n'))};
}

FrontMatter fenced(std::string_view markdown, std::string_view fence, MatterForm form) {
  const std::size_t start = line_end(markdown, 0);
  if (!is_line(markdown.substr(0, start), fence)) return {};
  for (std::size_t at = start; at < markdown.size();) {
    const std::size_t end = line_end(markdown, at);
    if (is_line(markdown.substr(at, end - at), fence))
      return matter_of(form, markdown.substr(start, at - start), markdown.substr(0, end));
    at = end;
  }
  return {};
}

FrontMatter pelican(std::string_view markdown) {
  static const RE2 kField(R"([A-Za-z][\w-]*:.*\s*)");
  std::size_t at = 0;
  while (at < markdown.size()) {
    const std::size_t end = line_end(markdown, at);
    const std::string_view line = markdown.substr(at, end - at);
    if (is_line(line, "")) {
      const FrontMatter matter =
          matter_of(MatterForm::Pelican, markdown.substr(0, at), markdown.substr(0, end));
      return matter_value(matter, "title").empty() ? FrontMatter{} : matter;
    }
    if (!RE2::FullMatch(line, kField)) return {};
    at = end;
  }
  return {};
}

}  // namespace

FrontMatter front_matter(std::string_view markdown) {
  if (markdown.empty()) return {};
  if (markdown.starts_with("---")) return fenced(markdown, "---", MatterForm::Yaml);
  if (markdown.starts_with("+++")) return fenced(markdown, "+++", MatterForm::Toml);
  return pelican(markdown);
}

std::string matter_value(const FrontMatter& matter, const std::string& key) {
  const char sign = matter.form == MatterForm::Toml ? '=' : ':';
  const std::string pattern =
      "(?mi)^" + RE2::QuoteMeta(key) + "[ \\t]*" + sign + "[ \\t]*[\"']?(.*?)[\"']?[ \\t\\r]*$";
  std::string value;
  RE2::PartialMatch(matter.text, pattern, &value);
  return value;
}

}  // namespace collector
