// A request as the pages see it and the answer they give: HTTP without a socket.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace collector {

/// Names and values in the order they came; a name may come several times.
class Fields {
 public:
  void add(std::string name, std::string value) {
    fields_.emplace_back(std::move(name), std::move(value));
  }

  /// The first value of `name`; empty when there is none.
  [[nodiscard]] std::string get(std::string_view name) const;
  [[nodiscard]] std::vector<std::string> all(std::string_view name) const;

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct WebRequest {
  std::string method;
  std::string path;  // decoded: "/month/2024-01"
  Fields query;
  Fields headers;  // names in lower case
  std::string body;
  std::string peer;  // the numeric address that the connection comes from
};

struct WebAnswer {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
};

/// What stops a request: shown to whoever asked, as a page with this status.
struct Refusal {
  int status = 403;
  std::string message;  // a sentence or two, for people
};

/// Splits "/month/2024-01?state=kept" into path and query. What is no UTF-8 becomes U+FFFD.
void set_target(WebRequest& request, std::string_view target);

/// The fields of an application/x-www-form-urlencoded text.
Fields decode_form(std::string_view text);

/// One value as it stands in a query.
std::string encode_component(std::string_view text);

}  // namespace collector
