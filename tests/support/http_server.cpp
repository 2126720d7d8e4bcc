#include "support/http_server.h"

#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/write.hpp>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <optional>
#include <sys/socket.h>
#include <thread>
#include <utility>

namespace collector::test {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;

bool same_name(std::string_view a, std::string_view b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(),
      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

/// Takes the next line off `text`, without its end.
std::string take_line(std::string& text) {
  const std::size_t end = text.find("\r\n");
  std::string line = text.substr(0, end);
  text.erase(0, end + 2);
  return line;
}

HttpRequest parse_request(std::string head) {
  HttpRequest request;
  const std::string first = take_line(head);
  const std::size_t method_end = first.find(' ');
  request.method = first.substr(0, method_end);
  request.target = first.substr(method_end + 1, first.rfind(' ') - method_end - 1);
  while (head != "\r\n" && !head.empty()) {
    const std::string line = take_line(head);
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) break;
    request.headers.emplace_back(line.substr(0, colon), line.substr(colon + 2));
  }
  return request;
}

/// One accepted connection; closed from another thread when the server stops.
class Connection : public HttpReply {
 public:
  Connection(tcp::socket socket, int number) : socket_(std::move(socket)), number_(number) {}

  std::optional<HttpRequest> read() {
    error_code error;
    const std::size_t bytes =
        asio::read_until(socket_, asio::dynamic_buffer(buffer_), "\r\n\r\n", error);
    if (error) return {};
    HttpRequest request = parse_request(buffer_.substr(0, bytes));
    request.connection = number_;
    buffer_.erase(0, bytes);
    return request;
  }

  bool send(std::string_view bytes) override {
    error_code error;
    asio::write(socket_, asio::buffer(bytes.data(), bytes.size()), error);
    return !error;
  }

  void wait_for_end() override {
    error_code error;
    char ignored[256];
    while (!error)
      socket_.read_some(asio::buffer(ignored), error);
    open_ = false;
  }

  void close() override { open_ = false; }

  void shut_down() { ::shutdown(socket_.native_handle(), SHUT_RDWR); }

  [[nodiscard]] bool is_open() const { return open_; }

 private:
  tcp::socket socket_;
  int number_;
  std::string buffer_;
  bool open_ = true;
};

}  // namespace

class HttpServer::Impl {
  asio::io_context context_;  // the first member: every socket below belongs to it
  tcp::acceptor acceptor_;

 public:
  explicit Impl(const std::string& address)
      : acceptor_(context_, tcp::endpoint{asio::ip::make_address(address), 0}),
        accepting_([this] { accept(); }) {}

  ~Impl() {
    stopping_ = true;
    ::shutdown(acceptor_.native_handle(), SHUT_RDWR);
    accepting_.join();
    {
      const std::lock_guard lock{mutex_};
      for (const auto& connection : connections_)
        connection->shut_down();
    }
    for (std::thread& thread : threads_)
      thread.join();
  }

  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void set(const std::string& path, Endpoint endpoint) {
    const std::lock_guard lock{mutex_};
    endpoints_[path] = std::move(endpoint);
  }

  [[nodiscard]] tcp::endpoint endpoint() const { return acceptor_.local_endpoint(); }

  mutable std::mutex mutex_;
  std::vector<HttpRequest> requests_;
  std::vector<std::shared_ptr<Connection>> connections_;
  int answering_ = 0;
  int most_at_once_ = 0;

 private:
  void accept() {
    while (!stopping_) {
      error_code error;
      tcp::socket socket = acceptor_.accept(error);
      if (error) return;
      const std::lock_guard lock{mutex_};
      const int number = static_cast<int>(connections_.size()) + 1;
      connections_.push_back(std::make_shared<Connection>(std::move(socket), number));
      threads_.emplace_back([this, connection = connections_.back()] { serve(*connection); });
    }
  }

  void serve(Connection& connection) {
    while (connection.is_open()) {
      const std::optional<HttpRequest> request = connection.read();
      if (!request) break;
      const Endpoint endpoint = begin(*request);
      endpoint(*request, connection);
      const std::lock_guard lock{mutex_};
      --answering_;
    }
    connection.shut_down();
  }

  Endpoint begin(const HttpRequest& request) {
    const std::lock_guard lock{mutex_};
    requests_.push_back(request);
    most_at_once_ = std::max(most_at_once_, ++answering_);
    const auto found = endpoints_.find(request.target.substr(0, request.target.find('?')));
    if (found != endpoints_.end()) return found->second;
    const auto any = endpoints_.find("");
    if (any != endpoints_.end()) return any->second;
    return [](const HttpRequest&, HttpReply& reply) { reply.send(http_answer(404)); };
  }

  std::atomic<bool> stopping_ = false;
  std::map<std::string, Endpoint> endpoints_;
  std::vector<std::thread> threads_;
  std::thread accepting_;
};

std::string HttpRequest::header(std::string_view name) const {
  for (const auto& [key, value] : headers) {
    if (same_name(key, name)) return value;
  }
  return {};
}

std::string http_answer(int status, const Headers& headers, std::string_view body) {
  std::string answer = "HTTP/1.1 " + std::to_string(status) + " Test\r\n";
  for (const auto& [name, value] : headers)
    answer += name + ": " + value + "\r\n";
  if (status != 304) answer += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return answer.append("\r\n").append(body);
}

HttpServer::HttpServer(const std::string& address) : impl_(std::make_unique<Impl>(address)) {}

HttpServer::~HttpServer() = default;

void HttpServer::on(const std::string& path, Endpoint endpoint) {
  impl_->set(path, std::move(endpoint));
}

void HttpServer::on(const std::string& path, const std::string& answer) {
  on(path, [answer](const HttpRequest&, HttpReply& reply) { reply.send(answer); });
}

void HttpServer::on_anything(Endpoint endpoint) {
  on("", std::move(endpoint));
}

std::string HttpServer::url(const std::string& path) const {
  const auto address = impl_->endpoint().address();
  const std::string host =
      address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
  return "http://" + host + ":" + std::to_string(port()) + path;
}

int HttpServer::port() const {
  return impl_->endpoint().port();
}

std::vector<HttpRequest> HttpServer::requests() const {
  const std::lock_guard lock{impl_->mutex_};
  return impl_->requests_;
}

int HttpServer::connections() const {
  const std::lock_guard lock{impl_->mutex_};
  return static_cast<int>(impl_->connections_.size());
}

int HttpServer::most_at_once() const {
  const std::lock_guard lock{impl_->mutex_};
  return impl_->most_at_once_;
}

}  // namespace collector::test
