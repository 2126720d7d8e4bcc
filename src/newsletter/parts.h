// A post taken apart at its headings, every byte of its texts kept.
#pragma once

#include "newsletter/front_matter.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// What stands below one heading, up to the next one of whatever level.
struct PostPart {
  int level = 0;        // number signs of the heading; 0: the text before the first
  std::string heading;  // as written, without its number signs
  std::string text;     // without empty lines at both ends
};

struct PostParts {
  FrontMatter front_matter;
  std::vector<PostPart> parts;
};

/// Number signs inside a fence of code open no heading.
PostParts split_post(std::string_view markdown);

/// The blocks of a text that empty lines part; the lines indented below a bullet belong to it.
/// A bullet at the margin opens a block of its own.
std::vector<std::string> split_blocks(std::string_view text);

/// "- ", "* " or "1. " at the margin.
bool is_bullet(std::string_view block);

}  // namespace collector
