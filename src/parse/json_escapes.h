// The escapes of JSON that are the halves of a character beyond U+FFFF ("\ud83d\ude00").
#pragma once

#include <string>

namespace collector {

/// Makes U+FFFD of every half that stands alone. JSON's grammar lets it stand there (RFC 8259
/// section 8.2) and JavaScript writes it where it cuts a text, but it is no character. Gives
/// back whether there was one; `document` keeps its length.
bool mend_halves(std::string& document);

}  // namespace collector
