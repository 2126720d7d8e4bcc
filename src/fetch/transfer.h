// One request and its answer: everything that libcurl must be told so that it is polite to the
// server and safe from it. Redirects are answers here; following them is the fetcher's part.
#pragma once

#include "config/settings.h"
#include "fetch/address.h"
#include "fetch/response_head.h"
#include "fetch/web_url.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace collector {

struct TransferPlan {
  WebUrl url;
  Validators validators;
  std::string proxy;  // empty: direct
  std::chrono::milliseconds timeout{0};
  bool on_new_connection = false;  // on none that stands already
};

struct TransferOutcome {
  ResponseHead head;
  std::string error;             // empty: the answer is complete
  std::string excerpt;           // the beginning of any body but a document
  std::uint64_t body_bytes = 0;  // unpacked
  bool is_lost = false;       // a connection that stood already ended before the answer began
  bool is_unreached = false;  // there was no connection, and not because of our own rules
};

/// May be used again for another request once its outcome has been taken.
class Transfer {
 public:
  /// Receives the unpacked document as it arrives. What it throws comes out of outcome().
  using BodyReceiver = std::function<void(const ResponseHead&, std::string_view)>;

  /// Both must outlive the transfer.
  Transfer(const Settings& settings, const AddressRules& rules);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  void prepare(TransferPlan plan, BodyReceiver receiver);

  /// libcurl's easy handle, to be run by a CurlLoop.
  [[nodiscard]] void* handle() const;

  /// `code` is the CURLcode with which the transfer ended.
  TransferOutcome outcome(int code);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace collector
