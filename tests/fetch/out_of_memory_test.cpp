// Memory that runs out, at each place in turn where a run asks for some: in libcurl, in a
// callback of it, in Asio, in our own code.
#include "fetch/fetcher.h"
#include "fetch/fetching.h"
#include "support/catch.h"
#include "support/http_server.h"
#include "support/scarce_memory.h"

#include <curl/curl.h>

#include <cstdlib>
#include <exception>
#include <string>

using namespace collector;
using namespace collector::test;

namespace {

/// While it lives, libcurl's memory is scarce, too.
class CurlMemory {
 public:
  CurlMemory() {
    REQUIRE(curl_global_init_mem(CURL_GLOBAL_DEFAULT, scarce_malloc, std::free, scarce_realloc,
                                 scarce_strdup, scarce_calloc) == CURLE_OK);
  }

  ~CurlMemory() { curl_global_cleanup(); }

  CurlMemory(const CurlMemory&) = delete;
  CurlMemory& operator=(const CurlMemory&) = delete;
};

constexpr long kPlenty = 1'000'000;

struct Outcome {
  bool refused = false;  // a piece of memory
  bool thrown = false;   // the run ended with an exception
  int begun = 0;
  int ended = 0;
  int fetched = 0;
  int explained = 0;  // failed for want of memory, and say so
};

/// A run over a feed that has moved and one that has not, which is refused the piece after the
/// first `pieces`. Not before its fetcher is made: Boost.Asio 1.74 forgets to take a service
/// for signals that could not be completed out of its list of all of them.
Outcome run_with(long pieces, const HttpServer& server) {
  Outcome outcome;
  const std::string urls[] = {server.url("/moved"), server.url("/feed")};
  const Settings settings = local_settings();
  Fetcher fetcher(settings, UtcTime{});
  refuse_memory_after(pieces);
  try {
    for (const std::string& url : urls) {
      fetcher.add({.url = url, .moved_to = "", .validators = {}},
                  {[&](const std::string&) { ++outcome.begun; }, [](std::string_view) {},
                   [&](const FetchResult& result) {
                     ++outcome.ended;
                     outcome.fetched += result.status == FetchStatus::Fetched ? 1 : 0;
                     outcome.explained += result.error.ends_with(": Out of memory") ? 1 : 0;
                   }});
    }
    static_cast<void>(fetcher.run());
  } catch (const std::exception&) {
    outcome.thrown = true;
  }
  outcome.refused = end_of_refusal();
  return outcome;
}

}  // namespace

TEST_CASE("wherever memory runs out, a run ends, and the next one is as good as ever") {
  HttpServer server;
  server.on("/feed", http_answer(200, {{"ETag", "\"t\""}, {"Retry-After", "5"}}, "<rss/>"));
  server.on("/moved", http_answer(301, {{"Location", "/feed"}}));
  const CurlMemory memory;

  long pieces = 0;
  int thrown = 0;
  int explained = 0;
  for (; true; ++pieces) {
    const Outcome outcome = run_with(pieces, server);
    if (!outcome.refused) break;
    INFO("refused after " << pieces);
    thrown += outcome.thrown ? 1 : 0;
    explained += outcome.explained;
    CHECK(outcome.begun <= 2);
    if (outcome.thrown) {
      CHECK(outcome.ended <= 2);
    } else {
      CHECK(outcome.ended == 2);
    }
  }

  CHECK(pieces > 100);
  CHECK(thrown > 10);
  CHECK(explained > 0);
  const Outcome last = run_with(kPlenty, server);
  CHECK_FALSE(last.thrown);
  CHECK(last.fetched == 2);
}
