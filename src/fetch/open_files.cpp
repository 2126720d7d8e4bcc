#include "fetch/open_files.h"

#include <algorithm>
#include <sys/resource.h>

namespace collector {
namespace {

constexpr rlim_t kOtherFiles = 64;  // database, logs, the loop's own

/// Three for a connection: an idle one may be kept beside it, and while a host name is looked
/// up, the resolver's pair of sockets is open before there is a connection; the happy eyeballs
/// of IPv6 open a second one.
constexpr rlim_t kFilesPerConnection = 3;

}  // namespace

int allow_connections(int connections) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return connections;
  const rlim_t wanted = kOtherFiles + kFilesPerConnection * static_cast<rlim_t>(connections);
  if (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < wanted) {
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
  }
  if (limit.rlim_cur >= wanted) return connections;
  const rlim_t left = limit.rlim_cur > kOtherFiles ? limit.rlim_cur - kOtherFiles : 0;
  return std::clamp(static_cast<int>(left / kFilesPerConnection), 1, connections);
}

}  // namespace collector
