// One request on its way: where it has been redirected to, how long it has taken, what its
// answer means. Decides, and leaves the doing to the fetcher.
#pragma once

#include "fetch/fetcher.h"
#include "fetch/response_head.h"
#include "fetch/transfer.h"
#include "fetch/web_url.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

class Exchange {
 public:
  using Clock = std::chrono::steady_clock;

  Exchange(FetchRequest request, FetchHandlers handlers);

  /// False when the configured URL cannot be asked; result() then says why.
  [[nodiscard]] bool can_be_asked() const { return target_.has_value(); }

  /// The host of the next hop.
  [[nodiscard]] const std::string& host() const { return target_->host; }

  [[nodiscard]] const WebUrl& target() const { return *target_; }

  [[nodiscard]] const Validators& validators() const { return request_.validators; }

  /// True from when a connection that stood already was lost.
  [[nodiscard]] bool wants_new_connection() const { return wants_new_connection_; }

  void hop_begins(Clock::time_point now);

  /// Time in which requests of this exchange were under way; waiting for a turn does not count.
  [[nodiscard]] std::chrono::milliseconds spent() const { return spent_; }

  /// Hands on bytes of the document.
  void receive(const ResponseHead& head, std::string_view bytes);

  /// Takes in the answer of a hop. True: it leads on, or got lost, and host() is the next one
  /// to ask.
  [[nodiscard]] bool continues(const TransferOutcome& outcome, Clock::time_point now);

  /// Fills the result from the last answer; `run_time` is the time of the run.
  void conclude(const TransferOutcome& outcome, UtcTime run_time);

  void interrupt();
  /// Ends it as failed without an answer of its own.
  void fail(std::string_view why);
  /// Because its host is to be left alone, for so long where that is known.
  void not_asked(std::optional<seconds> rest);

  /// Tells the handlers the end; once.
  void finish();

  [[nodiscard]] const FetchResult& result() const { return result_; }

 private:
  [[nodiscard]] bool follow(const ResponseHead& head);
  void judge(const ResponseHead& head, std::string_view excerpt);
  void begin_document(const ResponseHead& head);

  FetchRequest request_;
  FetchHandlers handlers_;
  std::optional<WebUrl> target_;
  FetchResult result_;
  Clock::time_point hop_began_{};
  std::chrono::milliseconds spent_{0};
  std::vector<std::string> left_behind_;  // the addresses that redirected
  bool permanent_so_far_ = true;
  bool document_began_ = false;
  bool wants_new_connection_ = false;
  std::string refusal_;  // of a redirect
};

}  // namespace collector
