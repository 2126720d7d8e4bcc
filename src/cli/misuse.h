// What is said of a command line that cannot be followed, in words of our own: the library's
// speak of subcommands and conversions.
#pragma once

#include <span>
#include <string>

namespace collector {

/// Of a word that has no place there; names what was probably meant. `commands` is empty where
/// no command can follow.
std::string unknown_word(const std::string& word, std::span<const std::string> commands,
                         std::span<const std::string> options);

/// Empty where `given` is one of `words`; they need not be many.
std::string not_one_of(std::span<const std::string> words, const std::string& given);

/// Empty where `given` is a whole number.
std::string no_number(const std::string& given);

/// Empty where something is given; "$FILE" of a script may hold nothing.
std::string no_word(const std::string& given);

/// Of the library's "--month: 1 required TEXT missing" and the like.
std::string wrong_count(const std::string& message);

}  // namespace collector
