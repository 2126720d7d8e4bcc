#include "fetch/open_files.h"

#include <algorithm>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace collector {
namespace {

constexpr rlim_t kOtherFiles = 64;  // database, logs, the loop's own

/// Three for a connection: an idle one may be kept beside it, and while a host name is looked
/// up, the resolver's pair of sockets is open before there is a connection; the happy eyeballs
/// of IPv6 open a second one.
constexpr rlim_t kFilesPerConnection = 3;

/// How many files may be open, raised to `wanted` where the system lets us.
rlim_t raise_limit(rlim_t wanted) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  if (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < wanted) {
    limit.rlim_cur = std::min(wanted, limit.rlim_max);
    setrlimit(RLIMIT_NOFILE, &limit);
    getrlimit(RLIMIT_NOFILE, &limit);
  }
  return std::min(limit.rlim_cur, wanted);
}

/// Linux doubles a process's table of open files as their numbers grow. Once there are several
/// threads, each doubling waits until every processor has passed a quiet point, some 15 ms: a
/// file with the last number makes the room beforehand.
void make_room(rlim_t files) {
  const int file = open("/dev/null", O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  const int last = fcntl(file, F_DUPFD_CLOEXEC, static_cast<int>(files) - 1);
  if (last >= 0) close(last);
  close(file);
}

}  // namespace

int allow_connections(int connections) {
  const rlim_t wanted = kOtherFiles + kFilesPerConnection * static_cast<rlim_t>(connections);
  const rlim_t allowed = raise_limit(wanted);
  make_room(allowed);
  if (allowed >= wanted) return connections;
  const rlim_t left = allowed > kOtherFiles ? allowed - kOtherFiles : 0;
  return std::clamp(static_cast<int>(left / kFilesPerConnection), 1, connections);
}

}  // namespace collector
