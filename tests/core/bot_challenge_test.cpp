#include "core/bot_challenge.h"

#include "support/catch.h"

using namespace collector;

TEST_CASE("guards are known by their words and scripts, in any case") {
  for (const char* page :
       {"<title>Just a moment...</title>", "<title>Attention Required! | Cloudflare</title>",
        "<script src=\"/cdn-cgi/challenge-platform/x.js\">",
        "<h1>Making sure you&#39;re not a bot!", "<h1>Making sure you're not a bot!",
        "window._cf_chl_opt={}", "<div class=\"h-captcha\">", "<script src=/hcaptcha.js>",
        "<title>DDOS-GUARD</title>",
        "<noscript>Enable JavaScript and cookies to continue</noscript>"}) {
    INFO(page);
    CHECK(is_bot_challenge(page));
  }
}

TEST_CASE("a page for people is no challenge") {
  CHECK_FALSE(is_bot_challenge(""));
  CHECK_FALSE(is_bot_challenge("<title>Bots and gateways</title>"));
  CHECK_FALSE(is_bot_challenge("<noscript>Please enable JavaScript for the map.</noscript>"));
}
