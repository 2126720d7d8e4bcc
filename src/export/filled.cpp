#include "export/filled.h"

#include "export/markdown_text.h"

#include <re2/re2.h>

#include <algorithm>

namespace collector {

std::string filled(std::string_view phrase,
                   const std::function<std::string(const std::string& name)>& value) {
  static const RE2 kBraces(R"(([^{]*)\{([^{}]*)\})");
  std::string text;
  std::string words;
  std::string name;
  re2::StringPiece rest(phrase.data(), phrase.size());
  while (RE2::Consume(&rest, kBraces, &words, &name))
    text += words + value(name);
  return text + std::string(rest);
}

std::string filled(std::string_view phrase,
                   std::initializer_list<std::pair<std::string_view, std::string>> values) {
  return filled(phrase, [&](const std::string& name) {
    const auto found =
        std::ranges::find_if(values, [&](const auto& value) { return value.first == name; });
    return found == values.end() ? "" : found->second;
  });
}

std::string linked(std::string_view phrase, std::string_view url) {
  const std::size_t open = phrase.find('[');
  const std::size_t close = phrase.find(']', open);
  if (close == phrase.npos) return std::string(phrase);
  return std::string(phrase.substr(0, open)) +
         markdown_link(phrase.substr(open + 1, close - open - 1), url) +
         std::string(phrase.substr(close + 1));
}

}  // namespace collector
