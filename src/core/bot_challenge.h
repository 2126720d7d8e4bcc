// The pages by which sites and their guards keep programs out.
#pragma once

#include <string_view>

namespace collector {

/// What such a page is called in messages.
inline constexpr const char* kBotChallenge = "a bot challenge instead of the feed";

/// True when `page`, or its beginning, is one, by the words and scripts of well-known guards.
bool is_bot_challenge(std::string_view page);

}  // namespace collector
