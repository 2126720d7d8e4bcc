// Bytes packed as servers pack them.
#pragma once

#include <string>

namespace collector::test {

enum class Packing { Gzip, Zlib, Deflate };  // servers call both of the last two "deflate"

std::string packed(const std::string& text, Packing packing);

}  // namespace collector::test
