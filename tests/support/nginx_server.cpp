#include "support/nginx_server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <cstdlib>
#include <fstream>
#include <poll.h>
#include <stdexcept>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace collector::test {
namespace {

constexpr int kPatience = 10'000;  // milliseconds, until the server has ended

/// A port that nobody listens on at the moment.
int free_port() {
  using boost::asio::ip::tcp;
  boost::asio::io_context context;
  const tcp::acceptor acceptor{context,
                               tcp::endpoint{boost::asio::ip::address_v4::loopback(), 0}};
  return acceptor.local_endpoint().port();
}

std::filesystem::path new_folder() {
  std::string pattern = std::filesystem::temp_directory_path() / "collector-nginx-XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder for nginx");
  return pattern;
}

std::string configuration(const std::string& folder, int port) {
  std::string text = "pid " + folder + "/pid; error_log " + folder + "/error.log;\n";
  text += "events {}\nhttp {\n  access_log off;\n";
  for (const char* kind : {"client_body", "proxy", "fastcgi", "uwsgi", "scgi"}) {
    text += std::string("  ") + kind + "_temp_path " + folder + "/" + kind + ";\n";
  }
  text += "  server {\n    listen 127.0.0.1:" + std::to_string(port) + " ssl http2;\n";
  text += "    keepalive_requests 5;\n";
  text += "    ssl_certificate " + folder + "/pem; ssl_certificate_key " + folder + "/pem;\n";
  text += "    location /unprotected { return 302 http://127.0.0.1:" + std::to_string(port) +
          "/; }\n";
  text += "    location / { default_type text/plain; return 200 \"$server_protocol\"; }\n";
  return text + "  }\n}\n";
}

}  // namespace

bool has_nginx() {
  return std::system("PATH=$PATH:/usr/sbin command -v nginx >/dev/null 2>&1") == 0;
}

NginxServer::NginxServer(const std::string& certificate)
    : folder_(new_folder()), port_(free_port()) {
  std::ofstream(folder_ / "pem") << certificate;
  std::ofstream(folder_ / "conf") << configuration(folder_.string(), port_);
  if (std::system(command().c_str()) != 0) throw std::runtime_error("nginx does not start");
}

NginxServer::~NginxServer() {
  pid_t process = 0;
  std::ifstream(folder_ / "pid") >> process;
  const auto handle = static_cast<int>(syscall(SYS_pidfd_open, process, 0));
  [[maybe_unused]] const int status = std::system((command() + " -s stop").c_str());
  // What it still writes when the folder goes would stay.
  pollfd ended{handle, POLLIN, 0};
  if (handle >= 0) poll(&ended, 1, kPatience);
  if (handle >= 0) close(handle);
  std::error_code ignored;
  std::filesystem::remove_all(folder_, ignored);
}

std::string NginxServer::url(const std::string& host, const std::string& path) const {
  return "https://" + host + ":" + std::to_string(port_) + path;
}

std::string NginxServer::certificate_file() const {
  return (folder_ / "pem").string();
}

/// Returns when the server listens, for it puts itself into the background only then.
std::string NginxServer::command() const {
  const std::string folder = folder_.string();
  return "PATH=$PATH:/usr/sbin nginx -e " + folder + "/error.log -c " + folder + "/conf";
}

}  // namespace collector::test
