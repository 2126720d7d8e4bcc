// Servers that nothing can be connected to, so that a host with twenty feeds costs the time for
// connecting once and not ten times.
#pragma once

#include "fetch/transfer.h"
#include "fetch/web_url.h"

#include <map>
#include <string>

namespace collector {

/// What a run has seen of them. One that is reached after all counts from the beginning.
class UnreachedServers {
 public:
  void note(const WebUrl& url, const TransferOutcome& outcome);

  /// Why a request for `url` need not be tried; empty when it should.
  [[nodiscard]] std::string reason(const WebUrl& url) const;

 private:
  struct Tries {
    int count = 0;
    std::string error;  // of the last one
  };

  std::map<std::string, Tries> servers_;  // by host and port
};

}  // namespace collector
