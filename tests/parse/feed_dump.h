// A RawFeed as lines of text, one field a line, for the expected files under tests/data.
#pragma once

#include "core/feed.h"

#include <string>

/// Everything but empty fields. Line breaks inside a field are written as "\n".
std::string dump(const collector::RawFeed& feed);
