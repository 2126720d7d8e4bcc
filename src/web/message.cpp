#include "web/message.h"

#include "core/url.h"
#include "core/utf8.h"

#include <algorithm>

namespace collector {

namespace {

/// Of a form, in which "+" stands for a blank.
std::string decoded_field(std::string_view text) {
  std::string spaced(text);
  std::ranges::replace(spaced, '+', ' ');
  return valid_utf8(percent_decoded(spaced));
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
  request.path = valid_utf8(percent_decoded(target.substr(0, mark)));
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
      fields.add(decoded_field(field.substr(0, equals)), decoded_field(value));
  }
  return fields;
}

std::string encode_component(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    if (is_unreserved(c)) {
      encoded += c;
    } else {
      append_encoded(encoded, c);
    }
  }
  return encoded;
}

}  // namespace collector
