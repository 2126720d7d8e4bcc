#include "core/bot_challenge.h"

#include "core/text.h"

#include <array>
#include <string_view>

namespace collector {

namespace {

constexpr auto kSigns = std::to_array<std::string_view>(
    {"just a moment...", "attention required! |", "cf-challenge", "cf-chl", "cf_chl_opt",
     "challenge-platform", "checking your browser", "verifying you are human",
     "making sure you're not", "making sure you&#39;re not", "anubis_challenge", "ddos-guard",
     "enable javascript and cookies", "g-recaptcha", "h-captcha", "hcaptcha"});

}  // namespace

bool is_bot_challenge(std::string_view page) {
  return contains_any(lower(page), kSigns);
}

}  // namespace collector
