#pragma once

#include <string>

namespace collector {

/// `serve:` of feeds.yaml: who may review in a browser.
struct Serve {
  std::string listen = "127.0.0.1:8080";
  std::string listen_at;      // where the file says so: "feeds.yaml:3:11"
  std::string trusted_proxy;  // its address: only it is answered; empty: this machine alone is
  std::string user_header;    // in which it names the user
  bool read_only = false;
};

}  // namespace collector
