#include "web/templates.h"

#include "core/error.h"
#include "web/files.h"

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include <map>

namespace collector {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;
using nlohmann::json;

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

data to_data(const json& value);

data to_list(const json& value) {
  data list(data::type::list);
  // Its push_back() copies, and so each level of a page would copy all those below it.
  auto& elements = const_cast<kainjow::mustache::list&>(list.list_value());
  elements.reserve(value.size());
  for (const json& element : value)
    elements.push_back(to_data(element));
  return list;
}

data to_data(const json& value) {
  switch (value.type()) {
    case json::value_t::string: {
      const auto& text = value.get_ref<const std::string&>();
      return text.empty() ? data(data::type::bool_false) : data(text);
    }
    case json::value_t::boolean:
      return data(value.get<bool>() ? data::type::bool_true : data::type::bool_false);
    case json::value_t::object: {
      data object(data::type::object);
      for (const auto& [key, member] : value.items())
        object[key] = to_data(member);
      return object;
    }
    case json::value_t::array:
      return to_list(value);
    case json::value_t::null:
      return data(data::type::bool_false);
    default:
      return data(value.dump());
  }
}

std::string render(const std::string& text, const json& values) {
  mustache page(text);
  std::string rendered = page.render(to_data(values));
  if (!page.is_valid()) throw Error("a page of the program is broken: " + page.error_message());
  return rendered;
}

}  // namespace

std::string render_page(std::string_view name, const json& values) {
  std::string text = text_of("layout");
  constexpr std::string_view kPlace = "{{:page}}";
  const std::size_t place = text.find(kPlace);
  text.replace(place, kPlace.size(), text_of(name));
  return render(text, values);
}

std::string render_part(std::string_view name, const json& values) {
  return render(text_of(name), values);
}

}  // namespace collector
