// Names and titles made comparable: case, punctuation and spacing aside.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// ASCII letters in lower case; all other bytes, UTF-8 included, as they were.
std::string lower(std::string_view text);

/// The name without what people spell differently: "Converse.js", "ConverseJS" and
/// "converse-js" are "conversejs". Keeps '+' ("Psi+" is not "Psi") and non-ASCII letters.
std::string fold_name(std::string_view name);

/// The words of a text in lower case, split at all that is neither letter nor digit nor '+';
/// typographic punctuation splits too, and an apostrophe only glues ("it's" is "its").
std::vector<std::string> words(std::string_view text);

/// The same without copies, for long texts: where the next word begins at or after `at`, where
/// the word that begins at `at` ends (the length of `text` when there is none), and one word as
/// it is compared.
std::size_t word_start(std::string_view text, std::size_t at);
std::size_t word_end(std::string_view text, std::size_t at);
void append_folded(std::string& name, std::string_view word);

}  // namespace collector
