// The server between sockets and pages.
#include "web/server.h"

#include "config/config.h"
#include "store/decisions.h"
#include "store/sqlite.h"
#include "support/catch.h"
#include "web/site.h"
#include "web_store.h"

#include <boost/asio/buffers_iterator.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/streambuf.hpp>
#include <boost/asio/write.hpp>

#include <thread>

using namespace collector;
namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

/// `serve` over a store with three items.
class Serving {
 public:
  Serving()
      : config(parse_config("", "")),
        site({store.path, "Ana", config.serve, [] { return kWebNow; }}, config),
        server({"127.0.0.1", 0},
               [this](const WebRequest& asked) { return site.answer(asked); }),
        thread([this] { server.run(); }) {}

  ~Serving() {
    server.stop();
    thread.join();
  }

  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

  /// What a client says; its answer can be read from the socket.
  tcp::socket say(const std::string& method, const std::string& target,
                  const std::string& body = "") {
    const std::string address = server.address();
    const auto port = std::stoi(address.substr(address.rfind(':') + 1));
    tcp::socket socket(context);
    socket.connect({asio::ip::make_address("127.0.0.1"), static_cast<unsigned short>(port)});
    asio::write(socket, asio::buffer(method + " " + target +
                                     " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                     "Content-Type: application/x-www-form-urlencoded\r\n"
                                     "Content-Length: " +
                                     std::to_string(body.size()) + "\r\n\r\n" + body));
    return socket;
  }

  WebStore store;
  Config config;
  Site site;
  asio::io_context context;
  WebServer server;
  std::thread thread;
};

std::string answer_from(tcp::socket& socket) {
  asio::streambuf buffer;
  boost::system::error_code end;
  asio::read(socket, buffer, end);
  return {asio::buffers_begin(buffer.data()), asio::buffers_end(buffer.data())};
}

std::string token_in(const std::string& page) {
  const std::string field = "name=\"token\" value=\"";
  const std::size_t begin = page.find(field) + field.size();
  return page.substr(begin, page.find('"', begin) - begin);
}

}  // namespace

TEST_CASE("decisions that wait for the store keep no page waiting") {
  Serving serving;
  tcp::socket first = serving.say("GET", "/month/2024-01");
  const std::string token = encode_component(token_in(answer_from(first)));
  std::vector<tcp::socket> decisions;
  std::string page;
  {
    Connection fetching(serving.store.path, OpenMode::ReadWrite);
    const Transaction writing(fetching);
    for (int i = 0; i < 12; ++i) {
      const std::string& id = serving.store.ids[static_cast<std::size_t>(i % 3)];
      decisions.push_back(serving.say(
          "POST", "/decide",
          "action=note&why=well&back=/month/2024-01&item=" + id + ".0&token=" + token));
    }
    tcp::socket reader = serving.say("GET", "/month/2024-01");
    page = answer_from(reader);
  }

  CHECK(page.starts_with("HTTP/1.1 200"));
  // Had the page waited until the store's patience ended, some of these would be refused.
  for (tcp::socket& decision : decisions)
    CHECK_THAT(answer_from(decision), StartsWith("HTTP/1.1 303"));
  CHECK(serving.store.open()->decisions().all().size() == 12);
}
