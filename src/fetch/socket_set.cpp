#include "fetch/socket_set.h"

#include "core/error.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace collector {
namespace {

// Sockets that are served before anything else gets its turn.
constexpr int kSocketsAtOnce = 64;

int number_of(int socket, int option) {
  int number = -1;
  socklen_t size = sizeof number;
  getsockopt(socket, SOL_SOCKET, option, &number, &size);
  return number;
}

/// Or else one between libcurl's threads, or its resolver's to a name server: of their end
/// nobody is told.
bool is_connection(int socket) {
  const int domain = number_of(socket, SO_DOMAIN);
  return (domain == AF_INET || domain == AF_INET6) && number_of(socket, SO_TYPE) == SOCK_STREAM;
}

}  // namespace

SocketSet::SocketSet() : epoll_(epoll_create1(EPOLL_CLOEXEC)) {
  if (epoll_ < 0) throw Error(std::string("epoll: ") + std::strerror(errno));
}

SocketSet::~SocketSet() {
  close(epoll_);
}

/// A connection that is given up while it is being made waits only to be written to; libcurl
/// 7.88 closes it without a word.
void SocketSet::watch(int socket, Events wanted) {
  const auto place = static_cast<std::size_t>(socket);
  if (place >= watched_.size()) watched_.resize(place + 1);
  Watched& watched = watched_[place];
  if (watched.asked == 0) watched.stays = is_connection(socket);
  watched.wanted = wanted;
  const bool may_stay = wanted == 0 && watched.stays && (watched.asked & EPOLLIN) != 0;
  if (wanted != watched.asked && !may_stay) ask_kernel(socket, watched, wanted);
}

/// The kernel knows better than we what is in the set: a socket leaves it when it is closed.
void SocketSet::ask_kernel(int socket, Watched& watched, Events events) {
  epoll_event event{};
  event.events = events;
  event.data.fd = socket;
  const auto ask = [&](int operation) {
    return epoll_ctl(epoll_, operation, socket, &event) == 0;
  };
  watched.asked = events;
  if (events == 0) {
    ask(EPOLL_CTL_DEL);
  } else if (!ask(EPOLL_CTL_MOD) && !ask(EPOLL_CTL_ADD)) {
    throw Error(std::string("a connection cannot be watched: ") + std::strerror(errno));
  }
}

void SocketSet::forget(int socket) noexcept {
  const auto place = static_cast<std::size_t>(socket);
  if (place < watched_.size()) watched_[place] = {};
}

/// Of an idle connection it says that the server has hung up, which libcurl sees for itself
/// before the next request.
void SocketSet::each_ready(const std::function<void(int socket, Events events)>& act) {
  std::array<epoll_event, kSocketsAtOnce> ready{};
  const int count = epoll_wait(epoll_, ready.data(), kSocketsAtOnce, 0);
  for (int i = 0; i < count; ++i) {
    const auto [events, data] = ready[static_cast<std::size_t>(i)];
    Watched& watched = watched_[static_cast<std::size_t>(data.fd)];
    if (watched.wanted != 0) {
      act(data.fd, events);
    } else if (watched.asked != 0) {
      ask_kernel(data.fd, watched, 0);
    }
  }
}

}  // namespace collector
