#include "core/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>

namespace collector {

namespace {

using Written = nlohmann::ordered_json;
// Its objects are maps: a hostile one of a million members is read in no time.
using Read = nlohmann::json;

constexpr int kMostLevels = 100;

const Json kNull;

Written to_library(const Json& json);

struct ToLibrary {
  Written operator()(const auto& scalar) const { return scalar; }

  Written operator()(const Json::Array& elements) const {
    Written array = Written::array();
    for (const Json& element : elements)
      array.push_back(to_library(element));
    return array;
  }

  Written operator()(const Json::Object& members) const {
    Written object = Written::object();
    auto& table = object.get_ref<Written::object_t&>();
    table.reserve(members.size());
    for (const auto& [name, member] : members)
      table.push_back({name, to_library(member)});  // unlike emplace(), looks for no other
    return object;
  }
};

Written to_library(const Json& json) {
  return std::visit(ToLibrary{}, json.value());
}

std::string dump(const Json& document, int indent) {
  return to_library(document).dump(indent, ' ', false, Written::error_handler_t::replace);
}

Json from_library(const Read& value) {
  switch (value.type()) {
    case Read::value_t::boolean:
      return value.get<bool>();
    case Read::value_t::number_integer:
      return value.get<std::int64_t>();
    case Read::value_t::number_unsigned:
      if (value.get<std::uint64_t>() > INT64_MAX) return value.get<double>();
      return value.get<std::int64_t>();
    case Read::value_t::number_float:
      return value.get<double>();
    case Read::value_t::string:
      return value.get_ref<const std::string&>();
    case Read::value_t::array: {
      Json array = Json::array();
      for (const Read& element : value)
        array.push_back(from_library(element));
      return array;
    }
    case Read::value_t::object: {
      Json::Object members;
      for (const auto& [name, member] : value.items())
        members.emplace_back(name, from_library(member));
      return Json::object(std::move(members));
    }
    default:
      return {};
  }
}

}  // namespace

Json::Json(std::nullptr_t) : value_(nullptr) {}

Json::Json(double value) : value_(value) {}

Json::Json(const char* text) : value_(std::string(text)) {}

Json::Json(std::string text) : value_(std::move(text)) {}

Json::Json(std::string_view text) : value_(std::string(text)) {}

Json::Json(const std::vector<std::string>& texts) : value_(Array(texts.begin(), texts.end())) {}

Json::Json(std::initializer_list<Member> members) : value_(Object(members)) {}

Json::Json(Value value) : value_(std::move(value)) {}

Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;
Json::~Json() = default;

Json Json::array(Array elements) {
  return Json(Value(std::move(elements)));
}

Json Json::object(Object members) {
  return Json(Value(std::move(members)));
}

bool Json::is_null() const {
  return std::holds_alternative<std::nullptr_t>(value_);
}

bool Json::is_text() const {
  return std::holds_alternative<std::string>(value_);
}

bool Json::is_object() const {
  return std::holds_alternative<Object>(value_);
}

bool Json::is_array() const {
  return std::holds_alternative<Array>(value_);
}

const std::string& Json::text() const {
  static const std::string kNone;
  const auto* text = std::get_if<std::string>(&value_);
  return text == nullptr ? kNone : *text;
}

std::size_t Json::size() const {
  if (const auto* members = std::get_if<Object>(&value_)) return members->size();
  return elements().size();
}

const Json::Array& Json::elements() const {
  static const Array kNone;
  const auto* elements = std::get_if<Array>(&value_);
  return elements == nullptr ? kNone : *elements;
}

void Json::push_back(Json element) {
  if (is_null()) value_ = Array();
  std::get<Array>(value_).push_back(std::move(element));
}

Json& Json::back() {
  return std::get<Array>(value_).back();
}

const Json& Json::operator[](std::string_view name) const {
  const auto* members = std::get_if<Object>(&value_);
  if (members == nullptr) return kNull;
  const auto found = std::ranges::find(*members, name, &Member::first);
  return found == members->end() ? kNull : found->second;
}

Json& Json::operator[](std::string_view name) {
  if (is_null()) value_ = Object();
  auto& members = std::get<Object>(value_);
  const auto found = std::ranges::find(members, name, &Member::first);
  return found == members.end() ? members.emplace_back(name, nullptr).second : found->second;
}

// Not defaulted: clang 16 falls over what such a one would throw.
bool Json::operator==(const Json& other) const {
  return value_ == other.value_;
}

std::string json_text(const Json& document) {
  constexpr int kIndent = 2;
  return dump(document, kIndent) + "\n";
}

std::string json_line(const Json& document) {
  return dump(document, -1);
}

std::optional<Json> parse_json(std::string_view text) {
  const auto not_too_deep = [](int level, Read::parse_event_t, Read&) {
    return level <= kMostLevels;
  };
  const Read document = Read::parse(text, not_too_deep, false);
  if (document.is_discarded()) return std::nullopt;
  return from_library(document);
}

}  // namespace collector
