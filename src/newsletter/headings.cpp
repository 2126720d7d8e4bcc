#include "newsletter/headings.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace collector {

namespace {

/// The words in lower case, a space between two.
std::string words_of(std::string_view heading) {
  std::string words;
  for (const char c : heading) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) != 0 || byte >= 0x80) {
      words += static_cast<char>(std::tolower(byte));
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  while (!words.empty() && words.back() == ' ')
    words.pop_back();
  return words;
}

/// `longer` says what `shorter` does, with a word or two in front.
bool ends_with_words(std::string_view longer, std::string_view shorter) {
  return !shorter.empty() && longer.size() > shorter.size() && longer.ends_with(shorter) &&
         longer[longer.size() - shorter.size() - 1] == ' ';
}

}  // namespace

const Section* section_headed(std::string_view heading, std::span<const Section> sections) {
  const std::string wanted = words_of(heading);
  const auto find = [&](auto matches) -> const Section* {
    const auto found = std::find_if(sections.begin(), sections.end(), matches);
    return found == sections.end() ? nullptr : &*found;
  };
  if (const Section* same = find([&](const Section& section) {
        return words_of(section.heading) == wanted || section.name == wanted;
      }))
    return same;
  return find([&](const Section& section) {
    const std::string known = words_of(section.heading);
    return ends_with_words(known, wanted) || ends_with_words(wanted, known);
  });
}

}  // namespace collector
