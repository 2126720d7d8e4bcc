// Who is asking, and whether a decision was really theirs.
#pragma once

#include "config/serve.h"
#include "web/message.h"

#include <string>

namespace collector {

/// Holds the door. Without a trusted proxy only this machine is answered, under one name, and
/// only by the names of this machine: another site's page that has its own name point here
/// (DNS rebinding) finds nothing. With one, only the proxy is answered, and its header says
/// who.
class AccessControl {
 public:
  /// `local_name` is who decides where no proxy names users.
  AccessControl(Serve serve, std::string local_name);

  /// The name of whoever asks. Throws Refusal.
  [[nodiscard]] std::string user_of(const WebRequest& request) const;

  [[nodiscard]] bool read_only() const { return serve_.read_only; }

  /// What a form of ours carries for `user`; another one each time, all good until the end of
  /// the program.
  [[nodiscard]] std::string token_for(const std::string& user) const;

  /// Throws Refusal when a page of another site has sent `request`, or may have.
  void check_origin(const WebRequest& request) const;
  [[nodiscard]] bool is_token_of(const std::string& user, const std::string& token) const;

 private:
  Serve serve_;
  std::string local_name_;
  std::string secret_;  // of this run
};

}  // namespace collector
