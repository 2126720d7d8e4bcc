// Documents that commands leave for each other; empty when there was none.
#pragma once

#include <string>

namespace collector {

class Connection;

class Documents {
 public:
  explicit Documents(Connection& connection) : connection_(connection) {}

  void remember_configuration(const std::string& text);
  std::string configuration();
  void remember_model(const std::string& text);
  std::string model();

 private:
  Connection& connection_;
};

}  // namespace collector
