#include "parse/event_text.h"

#include "core/text.h"
#include "parse/html_names.h"

#include <algorithm>
#include <utility>

namespace collector {

namespace {

/// `text` begins behind the "<".
bool is_tag(std::string_view text) {
  if (text.starts_with('/')) text.remove_prefix(1);
  const std::string_view name = before_any<' ', '\t', '\r', '\n', '/', '<', '>'>(text);
  return name.size() < text.size() && text[name.size()] != '<' && is_html_element(lower(name));
}

bool holds_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at < text.size(); at = text.find('<', at + 1))
    if (is_tag(text.substr(at + 1))) return true;
  return false;
}

/// What belongs to the sentence, as the bracket in "(see https://quay.example/)" does.
std::string_view without_sentence(std::string_view address) {
  auto unopened = std::ranges::count(address, ')') - std::ranges::count(address, '(');
  while (!address.empty()) {
    const char last = address.back();
    const bool closes = last == ')' && unopened-- > 0;
    if (!closes && std::string_view(".,;:!?'").find(last) == std::string_view::npos) break;
    address.remove_suffix(1);
  }
  return address;
}

std::string address_in(std::string_view text) {
  const std::size_t start = std::min(text.find("https://"), text.find("http://"));
  if (start == std::string_view::npos) return {};
  text.remove_prefix(start);
  return std::string(without_sentence(before_any<' ', '\t', '\r', '\n', '<', '>', '"'>(text)));
}

std::string with_plain_ampersands(std::string_view escaped) {
  constexpr std::string_view kAmpersand = "&amp;";
  std::string address;
  for (std::size_t at = escaped.find(kAmpersand); at != std::string_view::npos;
       at = escaped.find(kAmpersand)) {
    address.append(escaped.substr(0, at)).append("&");
    escaped.remove_prefix(at + kAmpersand.size());
  }
  return address.append(escaped);
}

}  // namespace

Text description_of(std::string text) {
  const bool html = holds_html(text);
  return {std::move(text), html ? TextType::Html : TextType::Plain, {}};
}

std::string first_address(const Text& text) {
  if (text.type != TextType::Html) return address_in(text.value);
  const std::string_view html = text.value;
  const std::string linked = address_in(html.substr(std::min(html.find("href="), html.size())));
  return with_plain_ampersands(linked.empty() ? address_in(html) : linked);
}

}  // namespace collector
