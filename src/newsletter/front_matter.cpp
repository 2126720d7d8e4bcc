#include "newsletter/front_matter.h"

#include "core/text.h"

#include <re2/re2.h>

#include <algorithm>

namespace collector {

namespace {

// Windows' editors write it in front of UTF-8.
constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

/// `whole` ends where `rest` of the document begins.
FrontMatter matter_of(MatterForm form, std::string_view text, std::string_view markdown,
                      std::string_view rest) {
  const std::string_view whole = markdown.substr(0, markdown.size() - rest.size());
  return {form, std::string(text), whole.size(),
          static_cast<int>(std::count(whole.begin(), whole.end(), '\n'))};
}

/// `fence` is the first line.
FrontMatter fenced(std::string_view markdown, std::string_view fence, MatterForm form) {
  std::string_view rest = markdown;
  take_line(rest);
  const std::string_view inside = rest;
  while (!rest.empty()) {
    const std::size_t length = inside.size() - rest.size();
    if (without_return(take_line(rest)) == fence)
      return matter_of(form, inside.substr(0, length), markdown, rest);
  }
  return {};
}

FrontMatter pelican(std::string_view markdown) {
  static const RE2 kField(R"([A-Za-z][\w-]*:.*)");
  std::string_view rest = markdown;
  while (!rest.empty()) {
    const std::size_t length = markdown.size() - rest.size();
    const std::string_view line = without_return(take_line(rest));
    if (line.empty()) {
      const FrontMatter matter =
          matter_of(MatterForm::Pelican, markdown.substr(0, length), markdown, rest);
      return matter_value(matter, "title").empty() ? FrontMatter{} : matter;
    }
    if (!RE2::FullMatch(line, kField)) return {};
  }
  return {};
}

FrontMatter unmarked(std::string_view markdown) {
  std::string_view rest = markdown;
  const std::string_view first = without_return(take_line(rest));
  if (first == "---") return fenced(markdown, first, MatterForm::Yaml);
  if (first == "+++") return fenced(markdown, first, MatterForm::Toml);
  return pelican(markdown);
}

}  // namespace

FrontMatter front_matter(std::string_view markdown) {
  const std::size_t mark = markdown.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  FrontMatter matter = unmarked(markdown.substr(mark));
  matter.bytes += mark;
  return matter;
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
