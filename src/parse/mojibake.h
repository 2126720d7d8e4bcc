// Characters that windows-1252 has spoiled on their way.
#pragma once

#include <string>

namespace collector {

/// "don\u0092t" becomes "don’t", and "FÃ³rmula" and "â€œ" what they were, where all of `text`
/// is so and means letters and punctuation of western Europe, or is long: in a few letters the
/// twice written form could be meant, as "é\u00a0—" could be U+9817. `text` is valid UTF-8.
void mend_mojibake(std::string& text);

}  // namespace collector
