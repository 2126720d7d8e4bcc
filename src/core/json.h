// JSON: what programs are told, what pages are made of, and what is read of either. The library
// behind it stays in core/json.cpp, for its header costs each file that includes it three
// seconds.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace collector {

/// A value and all that is in it. Made of whatever C++ has for it: `Json{{"id", 7}, {"why",
/// w}}` is an object, whose members stay in this order.
class Json {
 public:
  using Member = std::pair<std::string, Json>;
  using Array = std::vector<Json>;
  using Object = std::vector<Member>;
  using Value =
      std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, Array, Object>;

  Json(std::nullptr_t = nullptr);
  Json(double value);
  Json(const char* text);
  Json(std::string text);
  Json(std::string_view text);
  Json(const std::vector<std::string>& texts);
  Json(std::initializer_list<Member> members);

  /// A number; of a bool, true or false.
  Json(std::integral auto value) : Json(value_of(value)) {}

  static Json array(Array elements = {});
  static Json object(Object members = {});

  Json(const Json& other);
  Json(Json&& other) noexcept;
  Json& operator=(const Json& other);
  Json& operator=(Json&& other) noexcept;
  ~Json();

  [[nodiscard]] const Value& value() const { return value_; }

  [[nodiscard]] bool is_null() const;
  [[nodiscard]] bool is_text() const;
  [[nodiscard]] bool is_object() const;
  [[nodiscard]] bool is_array() const;

  /// The text that it is; empty where it is none.
  [[nodiscard]] const std::string& text() const;

  /// Of elements or members; a null has none, and neither has a text or a number.
  [[nodiscard]] std::size_t size() const;

  [[nodiscard]] bool empty() const { return size() == 0; }

  /// An array's; of anything else nothing.
  [[nodiscard]] const Array& elements() const;
  /// A null becomes an array. Must not be called on anything else.
  void push_back(Json element);
  /// The last element. There has to be one.
  Json& back();

  /// An object's member of that name; null where it is missing.
  const Json& operator[](std::string_view name) const;
  /// The same, made where it is missing. A null becomes an object; must not be called on
  /// anything else.
  Json& operator[](std::string_view name);

  bool operator==(const Json& other) const;

 private:
  explicit Json(Value value);

  static Value value_of(std::integral auto value) {
    if constexpr (std::same_as<decltype(value), bool>)
      return value;
    else
      return static_cast<std::int64_t>(value);
  }

  Value value_;
};

/// One document over several lines, with a line end; bytes that are no UTF-8 become U+FFFD.
std::string json_text(const Json& document);

/// The same on one line, without a line end.
std::string json_line(const Json& document);

/// Nothing when `text` is no JSON. Members are in the order of their names, and of those that
/// share one the last counts. What lies more than a hundred levels deep is left out.
std::optional<Json> parse_json(std::string_view text);

}  // namespace collector
