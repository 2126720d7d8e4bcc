#include "web/server.h"

#include "core/error.h"
#include "core/log.h"
#include "core/text.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>
#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <thread>
#include <utility>  // Boost 1.74 forgets it
#include <vector>

namespace collector {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;
using Parser = http::request_parser<http::string_body>;
using Response = http::response<http::string_body>;

constexpr std::chrono::seconds kFarewell{5};              // for answers that are under way
constexpr std::chrono::milliseconds kNoDescriptors{100};  // until accepting is tried again

std::string peer_of(const beast::tcp_stream& stream) {
  error_code gone;
  const auto address = stream.socket().remote_endpoint(gone).address();
  if (gone) return {};
  if (address.is_v6() && address.to_v6().is_v4_mapped())
    return asio::ip::make_address_v4(asio::ip::v4_mapped, address.to_v6()).to_string();
  return address.to_string();
}

WebRequest to_request(Parser& parser, const std::string& peer) {
  WebRequest request;
  const auto& message = parser.get();
  request.method = std::string(message.method_string());
  set_target(request, {message.target().data(), message.target().size()});
  for (const auto& field : message)
    request.headers.add(lower(std::string(field.name_string())), std::string(field.value()));
  request.peer = peer;
  request.body = std::move(parser.get().body());
  return request;
}

Response to_response(WebAnswer&& answer, const WebRequest& request, bool keep_alive) {
  Response response;
  response.version(11);
  response.result(static_cast<unsigned>(answer.status));
  response.set(http::field::content_type, answer.type);
  for (const auto& [name, value] : answer.headers)
    response.set(name, value);
  response.content_length(answer.body.size());
  if (request.method != "HEAD") response.body() = std::move(answer.body);
  response.keep_alive(keep_alive);
  return response;
}

/// What a request that cannot be read is told; nothing when the client is gone or too slow.
WebAnswer unreadable(const error_code& failure) {
  WebAnswer answer{400, "text/plain; charset=utf-8", "This is no HTTP request.\n", {}};
  if (failure == http::error::body_limit) {
    answer.status = 413;
    answer.body = "That is more than anybody types into a form.\n";
  } else if (failure == http::error::header_limit) {
    answer.status = 431;
    answer.body = "The header is too long.\n";
  }
  return answer;
}

bool is_unreadable(const error_code& failure) {
  return failure.category() == make_error_code(http::error::bad_method).category() &&
         failure != http::error::end_of_stream && failure != http::error::partial_message;
}

}  // namespace

class WebServer::Impl {
 public:
  Impl(const ListenAddress& listen, Handler handler, const WebLimits& limits)
      : handler_(std::move(handler)),
        limits_(limits),
        context_(limits.threads),
        acceptor_(context_),
        signals_(context_, SIGINT, SIGTERM),
        farewell_(context_) {
    const tcp::endpoint endpoint(asio::ip::make_address(listen.address), listen.port);
    error_code failure;
    acceptor_.open(endpoint.protocol(), failure);
    // So that a restart need not wait for old connections; a second server is still refused.
    if (!failure) acceptor_.set_option(tcp::acceptor::reuse_address(true), failure);
    if (!failure) acceptor_.bind(endpoint, failure);
    if (!failure) acceptor_.listen(asio::socket_base::max_listen_connections, failure);
    if (failure)
      throw Error(fmt::format("{}:{}: cannot be listened on: {}; --listen names another place",
                              listen.address, listen.port, failure.message()));
  }

  [[nodiscard]] std::string address() const {
    const tcp::endpoint at = acceptor_.local_endpoint();
    const std::string host = at.address().to_string();
    return fmt::format("http://{}:{}", at.address().is_v6() ? "[" + host + "]" : host,
                       at.port());
  }

  void run() {
    signals_.async_wait([this](error_code failure, int) {
      if (!failure) say_goodbye();
    });
    asio::co_spawn(context_, accept(), asio::detached);
    std::vector<std::thread> others;
    for (int i = 1; i < limits_.threads; ++i)
      others.emplace_back([this] { context_.run(); });
    context_.run();
    for (std::thread& other : others)
      other.join();
  }

  void stop() {
    asio::post(context_, [this] { say_goodbye(); });
  }

 private:
  asio::awaitable<void> accept() {
    while (!stopping_) {
      error_code failure;
      auto socket = co_await acceptor_.async_accept(
          asio::make_strand(context_), asio::redirect_error(asio::use_awaitable, failure));
      if (stopping_) co_return;
      if (failure) {
        asio::steady_timer timer(context_, kNoDescriptors);
        co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, failure));
      } else if (connections_ < limits_.connections) {
        beast::tcp_stream stream(std::move(socket));
        const auto strand = stream.get_executor();
        ++connections_;
        asio::co_spawn(strand, converse(std::move(stream)),
                       [this](const std::exception_ptr&) { --connections_; });
      }
    }
  }

  /// One connection, from its first request to its last.
  asio::awaitable<void> converse(beast::tcp_stream stream) {
    const std::string peer = peer_of(stream);
    beast::flat_buffer buffer;
    bool goes_on = true;
    while (goes_on && !stopping_) {
      Parser parser;
      parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes));
      parser.body_limit(limits_.body_bytes);
      error_code failure;
      stream.expires_after(limits_.request);
      co_await http::async_read(stream, buffer, parser,
                                asio::redirect_error(asio::use_awaitable, failure));
      if (failure && !is_unreadable(failure)) break;
      ++answering_;
      goes_on = !failure && parser.get().keep_alive() && !stopping_;
      const WebRequest request = failure ? WebRequest{} : to_request(parser, peer);
      WebAnswer told = failure ? unreadable(failure) : WebAnswer{};
      if (!failure) told = co_await answer_on_its_thread(request);
      Response response = to_response(std::move(told), request, goes_on);
      stream.expires_after(limits_.answer);
      co_await http::async_write(stream, response,
                                 asio::redirect_error(asio::use_awaitable, failure));
      goes_on = goes_on && !failure;
      if (--answering_ == 0 && stopping_) context_.stop();
    }
    error_code ignored;
    stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
  }

  asio::awaitable<WebAnswer> answer_on_its_thread(const WebRequest& request) {
    if (request.method != "POST") co_return answer(request);
    co_return co_await asio::co_spawn(forms_, answer_form(request), asio::use_awaitable);
  }

  asio::awaitable<WebAnswer> answer_form(const WebRequest& request) {
    co_return answer(request);
  }

  WebAnswer answer(const WebRequest& request) noexcept {
    try {
      return handler_(request);
    } catch (const std::exception& error) {
      log_error(fmt::format("{} {}: {}", request.method, request.path, error.what()));
    } catch (...) {
      log_error(fmt::format("{} {}: failed", request.method, request.path));
    }
    return {500, "text/plain; charset=utf-8", "Something went wrong; the log says what.\n", {}};
  }

  void say_goodbye() {
    stopping_ = true;
    error_code ignored;
    acceptor_.close(ignored);
    signals_.cancel(ignored);
    if (answering_ == 0) {
      context_.stop();
      return;
    }
    farewell_.expires_after(kFarewell);
    farewell_.async_wait([this](error_code) { context_.stop(); });
  }

  const Handler handler_;
  const WebLimits limits_;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> connections_ = 0;
  std::atomic<int> answering_ = 0;
  asio::io_context context_;
  tcp::acceptor acceptor_;
  asio::signal_set signals_;
  asio::steady_timer farewell_;
  asio::thread_pool forms_{1};  // last: what it answers belongs to the context
};

WebServer::WebServer(const ListenAddress& listen, Handler handler, const WebLimits& limits)
    : impl_(std::make_unique<Impl>(listen, std::move(handler), limits)) {}

WebServer::~WebServer() = default;

std::string WebServer::address() const {
  return impl_->address();
}

void WebServer::run() {
  impl_->run();
}

void WebServer::stop() {
  impl_->stop();
}

}  // namespace collector
