// A feed in few bytes, until its turn to be asked comes.
#pragma once

#include "core/feed.h"

#include <string>
#include <string_view>

namespace collector {

/// A feed to be asked, and what its request carries of what is known. All else that is known
/// stays in the store until the answer has come.
struct WantedFeed {
  FeedSource source;
  Validators validators;
  std::string moved_to;
};

/// Appends all of it, in hardly more bytes than its texts have: some 130 instead of 600.
void pack(const WantedFeed& feed, std::string& bytes);

/// The feed that `packed` begins with; pack() must have written it.
WantedFeed unpack(std::string_view packed);

/// Of the feed that `packed` begins with, the address that its request goes to first; part of
/// `packed`.
std::string_view first_address(std::string_view packed);

}  // namespace collector
