// Small turns of the newsletter's language.
#pragma once

#include "core/wording.h"

#include <span>
#include <string>
#include <string_view>

namespace collector {

/// The blank that follows a comma or a stop; none behind full-width ones, which hold it.
std::string_view blank_behind(std::string_view mark);

/// "a", "a and b", "a, b and c", in English; "a、bとc" where the conjunction is of Chinese or
/// Japanese.
std::string enumerate(std::span<const std::string> parts, const Wording& wording);

/// "FR", "PT_BR", as the newsletter names a language; nothing where it is unknown. Of English
/// there is but one. `language` is BCP 47.
std::string language_letters(std::string_view language);

/// " [FR]", " [PT_BR]"; nothing where `language` is unknown, or that of the newsletter,
/// whatever its region. Both are BCP 47.
std::string language_tag(std::string_view language, std::string_view own);

/// True of "ProcessOne blog", which wants an article before it, not of "Movim" and "Georg's
/// blog". For English names.
bool wants_article(std::string_view name);

/// "open-source client": a description after "its".
std::string without_article(std::string_view description);

/// The first sentences of `text`, at most `max_bytes` of them; cut after a word when even the
/// first is longer. Empty when there is no word in it.
std::string excerpt(std::string_view text, std::size_t max_bytes);

/// True when the words of one name are among those of the other, punctuation and how they are
/// parted aside: "ProcessOne" and "Process One blog". An empty name says nothing.
bool same_name(std::string_view a, std::string_view b);

/// What two names are compared by to stand in alphabetical order: lower case, opening
/// punctuation and accents aside.
std::string sort_key(std::string_view name);

}  // namespace collector
