#include "web/templates.h"

#include "core/error.h"
#include "core/json.h"
#include "web/files.h"

#include <fmt/format.h>
#include <kainjow/mustache.hpp>

#include <map>

namespace collector {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

const std::map<std::string, std::string, std::less<>>& pages() {
  static const std::map<std::string, std::string, std::less<>> table{
      {"coverage", kCoveragePage}, {"feeds", kFeedsPage},
      {"item", kItemPage},         {"layout", kLayoutPage},
      {"log", kLogPage},           {"message", kMessagePage},
      {"month", kMonthPage},       {"newsletter", kNewsletterPage},
      {"outline", kOutlinePart},   {"section_count", kSectionCountPart},
      {"story", kStoryPart},       {"update", kUpdatePart}};
  return table;
}

/// The text of a page with "{{>other}}" replaced by the other, so that each is parsed once.
std::string text_of(std::string_view name) {
  std::string text = pages().find(name)->second;
  for (std::size_t at = text.find("{{>"); at != std::string::npos; at = text.find("{{>", at)) {
    const std::size_t end = text.find("}}", at);
    const std::string other = text.substr(at + 3, end - at - 3);
    text.replace(at, end + 2 - at, pages().contains(other) ? text_of(other) : "{{:" + other);
  }
  return text;
}

data to_data(const Json& value);

data truth(bool value) {
  return data(value ? data::type::bool_true : data::type::bool_false);
}

struct ToData {
  data operator()(std::nullptr_t) const { return truth(false); }

  data operator()(bool value) const { return truth(value); }

  data operator()(const std::string& text) const {
    return text.empty() ? truth(false) : data(text);
  }

  data operator()(const Json::Array& elements) const {
    data list(data::type::list);
    // Its push_back() copies, and so each level of a page would copy all those below it.
    auto& values = const_cast<kainjow::mustache::list&>(list.list_value());
    values.reserve(elements.size());
    for (const Json& element : elements)
      values.push_back(to_data(element));
    return list;
  }

  data operator()(const Json::Object& members) const {
    data object(data::type::object);
    for (const auto& [name, member] : members)
      object[name] = to_data(member);
    return object;
  }

  data operator()(auto number) const { return data(fmt::format("{}", number)); }
};

data to_data(const Json& value) {
  return std::visit(ToData{}, value.value());
}

std::string render(const std::string& text, const Json& values) {
  mustache page(text);
  std::string rendered = page.render(to_data(values));
  if (!page.is_valid()) throw Error("a page of the program is broken: " + page.error_message());
  return rendered;
}

}  // namespace

std::string render_page(std::string_view name, const Json& values) {
  std::string text = text_of("layout");
  constexpr std::string_view kPlace = "{{:page}}";
  const std::size_t place = text.find(kPlace);
  text.replace(place, kPlace.size(), text_of(name));
  return render(text, values);
}

std::string render_part(std::string_view name, const Json& values) {
  return render(text_of(name), values);
}

}  // namespace collector
