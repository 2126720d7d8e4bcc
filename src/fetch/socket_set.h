// The sockets that libcurl waits for, seen from outside as one descriptor that is readable when
// some socket is ready. Each is dear to tell the kernel of, and libcurl stops waiting for a
// connection after every transfer: one that is idle stays in the set, for mostly the next
// request on it waits for the same.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace collector {

class SocketSet {
 public:
  /// What sockets are waited for and are ready for: EPOLLIN, EPOLLOUT, EPOLLERR, EPOLLHUP.
  using Events = std::uint32_t;

  /// Throws Error when the system has no room for it.
  SocketSet();
  ~SocketSet();
  SocketSet(const SocketSet&) = delete;
  SocketSet& operator=(const SocketSet&) = delete;

  /// Of the set itself, which keeps it.
  [[nodiscard]] int descriptor() const { return epoll_; }

  /// Waits for these events of `socket` from now on, for none when 0. Throws Error when the
  /// system refuses.
  void watch(int socket, Events wanted);

  /// To be told of each connection that was read from, before another one can get its number.
  void forget(int socket) noexcept;

  /// Calls `act` for each socket that is ready, which may be closed meanwhile: by `act`, for
  /// one before it. Returns soon: some may be left for the next time.
  void each_ready(const std::function<void(int socket, Events events)>& act);

 private:
  struct Watched {
    Events asked = 0;  // of the kernel
    Events wanted = 0;
    bool stays = false;  // while nothing is waited for
  };

  void ask_kernel(int socket, Watched& watched, Events events);

  int epoll_;
  std::vector<Watched> watched_;  // by socket
};

}  // namespace collector
