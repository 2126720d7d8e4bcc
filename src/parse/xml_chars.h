// Which bytes XML allows where. Everything above ASCII counts as a letter: names in other
// scripts are rare, and the XML parser judges them again.
#pragma once

#include "core/text.h"

#include <string_view>

namespace collector {

inline bool is_xml_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

inline bool is_name_start(char c) {
  return is_word_letter(c) || c == '_' || c == ':';
}

inline bool is_name_char(char c) {
  return is_name_start(c) || is_digit(c) || c == '-' || c == '.';
}

/// A control character, which no XML document may hold, not even as a reference.
inline bool is_forbidden_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && !is_xml_space(c);
}

/// U+FFFE and U+FFFF, the only valid UTF-8 that is no XML.
inline bool is_noncharacter(std::string_view character) {
  return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

}  // namespace collector
