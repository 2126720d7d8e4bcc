#include "fetch/curl_loop.h"

#include "core/error.h"
#include "core/owned.h"
#include "fetch/socket_set.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <curl/curl.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>
#include <fcntl.h>
#include <optional>
#include <sys/epoll.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace collector {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using MultiHandle = std::unique_ptr<CURLM, Releases<curl_multi_cleanup>>;

/// libcurl counts these itself, so that several loops may exist.
class CurlGlobal {
 public:
  CurlGlobal() {
    if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
      throw Error("libcurl cannot be started");
  }

  ~CurlGlobal() { curl_global_cleanup(); }

  CurlGlobal(const CurlGlobal&) = delete;
  CurlGlobal& operator=(const CurlGlobal&) = delete;
};

SocketSet::Events epoll_events(int wanted) {
  return ((wanted & CURL_POLL_IN) != 0 ? SocketSet::Events{EPOLLIN} : 0) |
         ((wanted & CURL_POLL_OUT) != 0 ? SocketSet::Events{EPOLLOUT} : 0);
}

int select_bits(SocketSet::Events events) {
  return ((events & EPOLLIN) != 0 ? CURL_CSELECT_IN : 0) |
         ((events & EPOLLOUT) != 0 ? CURL_CSELECT_OUT : 0) |
         ((events & (EPOLLERR | EPOLLHUP)) != 0 ? CURL_CSELECT_ERR : 0);
}

void check(CURLMcode code) {
  if (code != CURLM_OK) throw Error(std::string("libcurl: ") + curl_multi_strerror(code));
}

/// For Asio, which closes what it watches.
int another(int descriptor) {
  const int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  if (copy < 0) throw Error(std::string("epoll: ") + std::strerror(errno));
  return copy;
}

}  // namespace

class CurlLoop::Impl {
 public:
  Impl(Finished finished, int connections);
  ~Impl() = default;
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void start(CURL* easy);

  void cancel(CURL* easy) { curl_multi_remove_handle(multi_.get(), easy); }

  void hang_up() { multi_.reset(); }

  asio::io_context context{1};
  asio::steady_timer deadline{context};
  asio::signal_set signals{context};

 private:
  static int on_socket(CURL*, curl_socket_t socket, int wanted, void* self, void*) noexcept;
  static int on_close(void* self, curl_socket_t socket) noexcept;
  static int on_timer(CURLM*, long delay_ms, void* self) noexcept;

  void await_sockets();
  void set_timer(long delay_ms);
  void arm_timer(Clock::time_point when);
  void timer_fired();
  void act(curl_socket_t socket, int events);
  void deliver_finished();

  CurlGlobal global_;
  Finished finished_;
  SocketSet sockets_;
  asio::posix::stream_descriptor readiness_{context, another(sockets_.descriptor())};
  asio::steady_timer timer_{context};
  std::optional<Clock::time_point> wanted_at_;  // when libcurl wants to be called
  std::optional<Clock::time_point> armed_at_;   // when the timer will fire
  std::exception_ptr thrown_;  // in a callback of libcurl's, which nothing may pass through
  MultiHandle multi_{curl_multi_init()};  // the last member: closing it calls on_socket
};

CurlLoop::Impl::Impl(Finished finished, int connections) : finished_(std::move(finished)) {
  if (!multi_) throw Error("libcurl cannot be started; is there enough memory?");
  CURLM* multi = multi_.get();
  curl_multi_setopt(multi, CURLMOPT_SOCKETFUNCTION, &Impl::on_socket);
  curl_multi_setopt(multi, CURLMOPT_SOCKETDATA, static_cast<void*>(this));
  curl_multi_setopt(multi, CURLMOPT_TIMERFUNCTION, &Impl::on_timer);
  curl_multi_setopt(multi, CURLMOPT_TIMERDATA, static_cast<void*>(this));
  curl_multi_setopt(multi, CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_MULTIPLEX));
  curl_multi_setopt(multi, CURLMOPT_MAXCONNECTS, static_cast<long>(connections));
  await_sockets();
}

void CurlLoop::Impl::start(CURL* easy) {
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETFUNCTION, &Impl::on_close);
  curl_easy_setopt(easy, CURLOPT_CLOSESOCKETDATA, static_cast<void*>(this));
  check(curl_multi_add_handle(multi_.get(), easy));
}

int CurlLoop::Impl::on_socket(CURL*, curl_socket_t socket, int wanted, void* self,
                              void*) noexcept {
  auto& loop = *static_cast<Impl*>(self);
  try {
    loop.sockets_.watch(socket, epoll_events(wanted));
    return 0;
  } catch (...) {
    loop.thrown_ = std::current_exception();
    return -1;
  }
}

int CurlLoop::Impl::on_timer(CURLM*, long delay_ms, void* self) noexcept {
  auto& loop = *static_cast<Impl*>(self);
  try {
    loop.set_timer(delay_ms);
    return 0;
  } catch (...) {
    loop.thrown_ = std::current_exception();
    return -1;
  }
}

int CurlLoop::Impl::on_close(void* self, curl_socket_t socket) noexcept {
  static_cast<Impl*>(self)->sockets_.forget(socket);
  return close(socket);
}

void CurlLoop::Impl::await_sockets() {
  readiness_.async_wait(
      asio::posix::stream_descriptor::wait_read, [this](const error_code& error) {
        if (error) return;
        sockets_.each_ready(
            [this](int socket, SocketSet::Events events) { act(socket, select_bits(events)); });
        await_sockets();
      });
}

/// libcurl changes its mind with nearly every event, and arming a timer is a dear system call:
/// a timer that fires too early is cheaper than one that is always right. A delay of 0 means
/// "soon": libcurl must not be called back from its own callback.
void CurlLoop::Impl::set_timer(long delay_ms) {
  if (delay_ms < 0) {
    wanted_at_.reset();
    return;
  }
  wanted_at_ = Clock::now() + std::chrono::milliseconds{delay_ms};
  if (delay_ms == 0) {
    asio::post(context, [this] { timer_fired(); });
  } else if (!armed_at_ || *wanted_at_ < *armed_at_) {
    arm_timer(*wanted_at_);
  }
}

void CurlLoop::Impl::arm_timer(Clock::time_point when) {
  armed_at_ = when;
  timer_.expires_at(when);
  timer_.async_wait([this](const error_code& error) {
    if (error) return;
    armed_at_.reset();
    timer_fired();
  });
}

void CurlLoop::Impl::timer_fired() {
  if (!wanted_at_) return;
  if (Clock::now() >= *wanted_at_) {
    wanted_at_.reset();
    act(CURL_SOCKET_TIMEOUT, 0);
  } else if (!armed_at_ || *wanted_at_ < *armed_at_) {
    arm_timer(*wanted_at_);
  }
}

void CurlLoop::Impl::act(curl_socket_t socket, int events) {
  int running = 0;
  const CURLMcode code = curl_multi_socket_action(multi_.get(), socket, events, &running);
  if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
  check(code);  // a transfer whose memory was refused would be waited for without end
  deliver_finished();
}

/// A message is read before its handle is removed, which frees it; the handlers come last, for
/// they may start another transfer.
void CurlLoop::Impl::deliver_finished() {
  std::vector<std::pair<CURL*, CURLcode>> ended;
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg == CURLMSG_DONE) {
      ended.emplace_back(message->easy_handle, message->data.result);
    }
  }
  for (const auto& [easy, code] : ended)
    cancel(easy);
  for (const auto& [easy, code] : ended)
    finished_(easy, code);
}

CurlLoop::CurlLoop(Finished finished, int connections)
    : impl_(std::make_unique<Impl>(std::move(finished), connections)) {}

CurlLoop::~CurlLoop() = default;

void CurlLoop::start(void* easy) {
  impl_->start(easy);
}

void CurlLoop::cancel(void* easy) {
  impl_->cancel(easy);
}

void CurlLoop::set_deadline(std::chrono::milliseconds delay, std::function<void()> action) {
  impl_->deadline.expires_after(delay);
  impl_->deadline.async_wait([action = std::move(action)](const error_code& error) {
    if (!error) action();
  });
}

void CurlLoop::on_termination(std::function<void()> action) {
  impl_->signals.add(SIGINT);
  impl_->signals.add(SIGTERM);
  impl_->signals.async_wait([action = std::move(action)](const error_code& error, int) {
    if (!error) action();
  });
}

void CurlLoop::post(std::function<void()> action) {
  asio::post(impl_->context, std::move(action));
}

void CurlLoop::run() {
  impl_->context.run();
}

void CurlLoop::stop() {
  impl_->context.stop();
}

void CurlLoop::hang_up() {
  impl_->hang_up();
}

}  // namespace collector
