// What behind the digits of a version tells that it is no stable one: "-beta2", " (RC 1)",
// "b3", " first public beta". For version.cpp alone.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace collector {

/// True for "alpha", "rc", "snapshot" and their like, in small letters.
bool is_mark(std::string_view word);

/// What one letter in front of a number stands for: Python's 3.15.0b3 (PEP 440), Java's 2.0-M1.
/// Empty for other letters.
std::string_view mark_of_letter(std::string_view letter);

/// Where the digits end that stand at `at`; `at` when there are none.
std::size_t skip_digits(std::string_view text, std::size_t at);

/// The same of letters.
std::size_t skip_letters(std::string_view text, std::size_t at);

/// Behind "beta", "-beta.2", ".rc1", " Beta", " Beta 1", "b3", "-M1", " Release Candidate 1",
/// " public beta", or `at`.
std::size_t skip_mark(std::string_view text, std::size_t at);

/// Behind " (Beta 2)", or `at`.
std::size_t skip_mark_in_brackets(std::string_view text, std::size_t at);

/// A title's "4.8.0 Beta 1", "4.8.0 (Beta 1)" and "4.8.0 first beta" as the tag's
/// "4.8.0-beta1".
std::string with_tidy_mark(std::string_view version);

}  // namespace collector
