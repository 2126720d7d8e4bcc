// A 64-bit digest of texts: equal texts have equal ones, and others hardly ever. For noticing
// changes and naming items; no protection against anyone.
#pragma once

#include "core/item.h"

#include <cstdint>
#include <string_view>

namespace collector {

class Fingerprint {
 public:
  /// Takes in one text; where one ends and the next begins makes a difference.
  Fingerprint& add(std::string_view text);
  Fingerprint& add(std::int64_t number);

  /// Spread evenly over all bits.
  [[nodiscard]] std::uint64_t value() const;

 private:
  std::uint64_t value_ = 0xcbf29ce484222325;  // the offset basis of FNV-1a
};

/// Of all that a feed says of an entry and may change: everything but its publication date,
/// which is fixed at first sight, and what we make of it: a guessed language, what news and
/// classify say.
std::int64_t fingerprint(const Item& item);

}  // namespace collector
