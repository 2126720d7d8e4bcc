#include "web/message.h"

#include "parse/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace collector {

namespace {

constexpr std::string_view kPlain =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

/// The byte that "%41" stands for; -1 when `text` does not begin with one.
int escaped_byte(std::string_view text) {
  unsigned byte = 0;
  if (text.size() < 3 || text[0] != '%') return -1;
  const auto read = std::from_chars(text.data() + 1, text.data() + 3, byte, 16);
  return read.ptr == text.data() + 3 ? static_cast<int>(byte) : -1;
}

enum class Plus { Itself, Space };

std::string decode(std::string_view text, Plus plus) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const int byte = escaped_byte(text.substr(at));
    if (byte >= 0) {
      decoded += static_cast<char>(byte);
      at += 2;
    } else {
      decoded += plus == Plus::Space && text[at] == '+' ? ' ' : text[at];
    }
  }
  return valid_utf8(decoded);
}

}  // namespace

std::string Fields::get(std::string_view name) const {
  for (const auto& [key, value] : fields_) {
    if (key == name) return value;
  }
  return {};
}

std::vector<std::string> Fields::all(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [key, value] : fields_) {
    if (key == name) values.push_back(value);
  }
  return values;
}

void set_target(WebRequest& request, std::string_view target) {
  const std::size_t mark = target.find('?');
  request.path = decode(target.substr(0, mark), Plus::Itself);
  if (mark != std::string_view::npos) request.query = decode_form(target.substr(mark + 1));
}

Fields decode_form(std::string_view text) {
  Fields fields;
  while (!text.empty()) {
    const std::string_view field = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), field.size() + 1));
    const std::size_t equals = field.find('=');
    const std::string_view value =
        equals == std::string_view::npos ? std::string_view{} : field.substr(equals + 1);
    if (!field.empty())
      fields.add(decode(field.substr(0, equals), Plus::Space), decode(value, Plus::Space));
  }
  return fields;
}

std::string encode_component(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    if (kPlain.find(c) != std::string_view::npos) {
      encoded += c;
    } else {
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
  }
  return encoded;
}

}  // namespace collector
