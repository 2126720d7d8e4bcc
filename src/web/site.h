// The pages of `serve`: requests in, answers out, without a socket.
#pragma once

#include "core/time.h"
#include "web/access.h"
#include "web/message.h"
#include "web/months.h"

#include <functional>
#include <string>

namespace collector {

struct Config;

struct SiteSettings {
  std::string database;
  std::string reviewer;  // who decides where no proxy names users
  Serve serve;
  std::function<UtcTime()> clock;  // when decisions are made
};

/// Safe to be asked by several threads at once: the store is opened for each request anew.
class Site {
 public:
  /// `config` must outlive this. Throws StoreError when there is no such database.
  Site(SiteSettings settings, const Config& config);

  /// Never throws for what a client sent; every answer carries the headers that keep browsers
  /// from loading, running or framing anything foreign.
  WebAnswer answer(const WebRequest& request);

 private:
  WebAnswer answer_request(const WebRequest& request);
  WebAnswer show(const WebRequest& request, const std::string& user);
  WebAnswer decide_request(const WebRequest& request, const std::string& user);

  std::string due_month();
  WebAnswer month(const WebRequest& request, const std::string& name, const std::string& user);
  WebAnswer newsletter(const WebRequest& request, const std::string& name,
                       const std::string& user);
  WebAnswer coverage(const std::string& name, const std::string& user);
  WebAnswer item(const std::string& id, const std::string& user);
  WebAnswer feeds(const std::string& user);
  WebAnswer log(const std::string& user);
  WebAnswer refusal(const Refusal& refused, const std::string& user);

  SiteSettings settings_;
  const Config& config_;
  AccessControl access_;
  Months months_;
};

}  // namespace collector
