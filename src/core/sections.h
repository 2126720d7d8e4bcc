// Names of sections as people type them.
#pragma once

#include "core/newsletter.h"

#include <span>
#include <string>
#include <string_view>

namespace collector {

/// What to say of a name that none of `sections` has, with the one that was probably meant or
/// all there are; empty when one has it.
std::string unknown_section(std::string_view name, std::span<const Section> sections);

}  // namespace collector
