// What titles say of releases in many languages; words in lower case, as names.h reads them.
#pragma once

#include <string_view>

namespace collector {

/// "released", "erschienen", "вышла": it is there.
bool is_out_word(std::string_view word);

/// "version", "версия", "バージョン".
bool is_version_word(std::string_view word);

/// "soon", "выйдет": it is not there yet, or the title is about something else.
bool is_not_yet_word(std::string_view word);

/// What stands in front of a known project's name in its title: "client", "выпуск",
/// "мессенджера". Others' names may have it in them.
bool is_announcing_word(std::string_view word);

/// With it behind its version, even a known project is only mentioned: "Gajim 2.4 in Debian".
bool is_mention_word(std::string_view word);

/// True for what has letters of Chinese, Japanese or Korean.
bool is_unparted(std::string_view text);

/// How a title goes on behind its version.
enum class Sequel {
  Apart,    // not at all, with a sign, or in a script whose words have blanks round them
  Release,  // "を公開しました", " 正式发布"
  Mention   // "の使い方"
};

/// Of Chinese, Japanese and Korean, whose words hang on the version; `rest` is
/// in_ascii_forms().
Sequel sequel(std::string_view rest);

}  // namespace collector
