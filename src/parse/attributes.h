// The attributes of one start tag, read where the XML parser left them.
#pragma once

#include <cstddef>
#include <string_view>

namespace collector {

/// A view over the array that libxml2 hands to its SAX2 handlers: five pointers an attribute
/// (name, prefix, namespace, first byte and end of the value). Valid during that call alone.
class Attributes {
 public:
  Attributes(const unsigned char* const* raw, int count, const unsigned char* default_namespace)
      : raw_(raw),
        count_(static_cast<std::size_t>(count)),
        default_namespace_(default_namespace) {}

  /// Of the xmlns attribute, which is not among the others; empty when there is none.
  [[nodiscard]] std::string_view default_namespace() const {
    return default_namespace_ == nullptr ? std::string_view{} : text(default_namespace_);
  }

  [[nodiscard]] bool empty() const { return count_ == 0; }

  [[nodiscard]] std::size_t size() const { return count_; }

  [[nodiscard]] std::string_view name(std::size_t i) const { return text(raw_[5 * i]); }

  /// Empty when the attribute has none.
  [[nodiscard]] std::string_view prefix(std::size_t i) const {
    return raw_[5 * i + 1] == nullptr ? std::string_view{} : text(raw_[5 * i + 1]);
  }

  [[nodiscard]] std::string_view value(std::size_t i) const {
    const auto* begin = reinterpret_cast<const char*>(raw_[5 * i + 3]);
    const auto* end = reinterpret_cast<const char*>(raw_[5 * i + 4]);
    return {begin, static_cast<std::size_t>(end - begin)};
  }

  [[nodiscard]] bool has(std::string_view wanted_prefix, std::string_view wanted) const {
    for (std::size_t i = 0; i < count_; ++i)
      if (name(i) == wanted && prefix(i) == wanted_prefix) return true;
    return false;
  }

  /// The value, empty when there is none.
  [[nodiscard]] std::string_view get(std::string_view wanted) const { return get({}, wanted); }

  [[nodiscard]] std::string_view get(std::string_view wanted_prefix,
                                     std::string_view wanted) const {
    for (std::size_t i = 0; i < count_; ++i)
      if (name(i) == wanted && prefix(i) == wanted_prefix) return value(i);
    return {};
  }

 private:
  static std::string_view text(const unsigned char* bytes) {
    return reinterpret_cast<const char*>(bytes);
  }

  const unsigned char* const* raw_;
  std::size_t count_;
  const unsigned char* default_namespace_;
};

}  // namespace collector
