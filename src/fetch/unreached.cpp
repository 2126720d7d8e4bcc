#include "fetch/unreached.h"

namespace collector {
namespace {

// One may be lost on its way.
constexpr int kTries = 2;

std::string server_of(const WebUrl& url) {
  return url.host + ":" + std::to_string(url.port);
}

}  // namespace

void UnreachedServers::note(const WebUrl& url, const TransferOutcome& outcome) {
  if (outcome.is_unreached) {
    Tries& tries = servers_[server_of(url)];
    ++tries.count;
    tries.error = outcome.error;
  } else if (!servers_.empty()) {
    servers_.erase(server_of(url));
  }
}

std::string UnreachedServers::reason(const WebUrl& url) const {
  if (servers_.empty()) return {};
  const auto found = servers_.find(server_of(url));
  if (found == servers_.end() || found->second.count < kTries) return {};
  return "not asked, for other feeds were in vain: " + found->second.error;
}

}  // namespace collector
