#include "fetch/fetcher.h"

#include "fetch/address.h"
#include "fetch/curl_loop.h"
#include "fetch/exchange.h"
#include "fetch/failure_words.h"
#include "fetch/host_queue.h"
#include "fetch/open_files.h"
#include "fetch/proxy.h"
#include "fetch/transfer.h"
#include "fetch/unreached.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

namespace collector {

class Fetcher::Impl {
 public:
  Impl(const Settings& settings, UtcTime now);

  void add_later(const std::vector<std::string_view>& addresses,
                 std::function<FetchJob(std::size_t)> make);
  void hold(const std::string& host, std::optional<seconds> remaining);
  FetchEnd run(std::optional<seconds> max_time);
  void interrupt(FetchEnd why);

  void hang_up() { loop_.hang_up(); }

  void pause() { paused_ = true; }

  void resume_from_anywhere() {
    loop_.post([this] {
      if (std::exchange(paused_, false)) ask_next();
    });
  }

  void stop_from_anywhere() {
    loop_.post([this] { interrupt(FetchEnd::Stopped); });
  }

 private:
  using Number = std::size_t;

  /// Requests that were added together.
  struct Batch {
    Number first;
    std::function<FetchJob(std::size_t index)> make;
  };

  /// A hop under way.
  struct Active {
    std::unique_ptr<Transfer> transfer;
    Number number;
    std::string host;
  };

  void ask_next();
  Exchange& exchange_of(Number number);
  void begin_hop(const HostQueue::Turn& turn);
  bool may_start(Exchange& exchange, const TransferPlan& plan) const;
  bool start(Number number, Exchange& exchange);
  void hop_ended(void* easy, int code);
  void finish(Number number);
  std::unique_ptr<Transfer> idle_transfer();
  [[nodiscard]] TransferPlan plan_for(const Exchange& exchange) const;

  const Settings settings_;
  const UtcTime now_;
  const AddressRules rules_{settings_};
  const ProxyEnvironment proxies_ = read_proxy_environment();
  const std::size_t jobs_;
  std::vector<Batch> batches_;  // by their first numbers
  Number next_number_ = 0;
  std::size_t left_ = 0;  // requests that have not ended
  std::unordered_map<Number, std::unique_ptr<Exchange>> exchanges_;  // those under way
  HostQueue queue_{settings_.max_per_host};
  std::map<std::string, std::optional<seconds>> held_hosts_;  // for how long, where known
  UnreachedServers unreached_;
  std::vector<std::unique_ptr<Transfer>> idle_;
  std::unordered_map<void*, Active> active_;  // by easy handle
  FetchEnd end_ = FetchEnd::Complete;
  bool paused_ = false;
  CurlLoop loop_;
};

Fetcher::Impl::Impl(const Settings& settings, UtcTime now)
    : settings_(settings),
      now_(now),
      jobs_(static_cast<std::size_t>(allow_connections(settings.jobs))),
      // As many idle ones as busy ones: with fewer, libcurl would close a connection whose next
      // request has just been begun, each time a host comes to need a second one.
      loop_([this](void* easy, int code) { hop_ended(easy, code); },
            static_cast<int>(2 * jobs_)) {}

/// What is no web address waits for no host: its turn is a matter of saying so.
void Fetcher::Impl::add_later(const std::vector<std::string_view>& addresses,
                              std::function<FetchJob(std::size_t)> make) {
  batches_.push_back({next_number_, std::move(make)});
  for (const std::string_view address : addresses) {
    const std::optional<WebUrl> target = parse_web_url(address);
    queue_.push(target ? target->host : "", next_number_++);
  }
  left_ += addresses.size();
}

void Fetcher::Impl::hold(const std::string& host, std::optional<seconds> remaining) {
  std::optional<seconds>& known = held_hosts_[host];
  known = std::max(known, remaining);
}

FetchEnd Fetcher::Impl::run(std::optional<seconds> max_time) {
  loop_.on_termination([this] { interrupt(FetchEnd::Stopped); });
  if (max_time) loop_.set_deadline(*max_time, [this] { interrupt(FetchEnd::OutOfTime); });
  loop_.post([this] { ask_next(); });
  loop_.run();
  return end_;
}

void Fetcher::Impl::interrupt(FetchEnd why) {
  end_ = why;
  for (const auto& [easy, hop] : active_)
    loop_.cancel(easy);
  active_.clear();
  const auto unfinished = std::exchange(exchanges_, {});
  for (const auto& [number, exchange] : unfinished) {
    exchange->interrupt();
    exchange->finish();
  }
  loop_.stop();
}

/// Whoever waits, waits for a host where something is under way: nobody is left over.
void Fetcher::Impl::ask_next() {
  while (!paused_ && active_.size() < jobs_) {
    const std::optional<HostQueue::Turn> turn = queue_.take_next();
    if (!turn) break;
    begin_hop(*turn);
  }
  if (left_ == 0) loop_.stop();
}

Exchange& Fetcher::Impl::exchange_of(Number number) {
  const auto found = exchanges_.find(number);
  if (found != exchanges_.end()) return *found->second;
  const auto behind = std::ranges::upper_bound(batches_, number, {}, &Batch::first);
  const Batch& batch = *std::prev(behind);
  FetchJob job = batch.make(number - batch.first);
  auto made = std::make_unique<Exchange>(std::move(job.request), std::move(job.handlers));
  return *exchanges_.emplace(number, std::move(made)).first->second;
}

void Fetcher::Impl::begin_hop(const HostQueue::Turn& turn) {
  Exchange& exchange = exchange_of(turn.request);
  const bool askable = exchange.can_be_asked();
  const bool elsewhere = askable && exchange.host() != turn.host;
  if (askable && !elsewhere && start(turn.request, exchange)) return;
  queue_.release(turn.host);
  if (elsewhere) {  // the address that it waited for is of no use
    queue_.push_front(exchange.host(), turn.request);
  } else {
    finish(turn.request);
  }
}

/// When not, `exchange` has been told why.
bool Fetcher::Impl::may_start(Exchange& exchange, const TransferPlan& plan) const {
  const auto held = held_hosts_.find(exchange.host());
  if (held != held_hosts_.end()) {
    exchange.not_asked(held->second);
    return false;
  }
  if (!plan.proxy.empty() && !rules_.allow_by_name(exchange.host())) {
    exchange.fail(private_words(exchange.host(), exchange.host()));
    return false;
  }
  if (const std::string why = unreached_.reason(exchange.target()); !why.empty()) {
    exchange.fail(why);
    return false;
  }
  return true;
}

/// False when it may not be.
bool Fetcher::Impl::start(Number number, Exchange& exchange) {
  TransferPlan plan = plan_for(exchange);
  if (!may_start(exchange, plan)) return false;
  std::unique_ptr<Transfer> transfer = idle_transfer();
  transfer->prepare(std::move(plan),
                    [&exchange](const ResponseHead& head, std::string_view bytes) {
                      exchange.receive(head, bytes);
                    });
  exchange.hop_begins(Exchange::Clock::now());
  void* easy = transfer->handle();
  active_.emplace(easy, Active{std::move(transfer), number, exchange.host()});
  loop_.start(easy);
  return true;
}

TransferPlan Fetcher::Impl::plan_for(const Exchange& exchange) const {
  return {.url = exchange.target(),
          .validators = exchange.validators(),
          .proxy = proxy_for(proxies_, exchange.target()),
          .timeout = settings_.timeout - exchange.spent(),
          .on_new_connection = exchange.wants_new_connection()};
}

void Fetcher::Impl::hop_ended(void* easy, int code) {
  const auto found = active_.find(easy);
  if (found == active_.end()) return;  // interrupted meanwhile
  Active hop = std::move(found->second);
  active_.erase(found);
  queue_.release(hop.host);
  Exchange& exchange = *exchanges_.at(hop.number);
  const TransferOutcome outcome = hop.transfer->outcome(code);
  unreached_.note(exchange.target(), outcome);
  idle_.push_back(std::move(hop.transfer));
  if (exchange.continues(outcome, Exchange::Clock::now())) {
    queue_.push_front(exchange.host(), hop.number);
  } else {
    exchange.conclude(outcome, now_);
    if (exchange.result().status == FetchStatus::Held)
      hold(hop.host, exchange.result().retry_after);
    finish(hop.number);
  }
  ask_next();
}

/// The exchange is gone before its handler runs, which may add another one.
void Fetcher::Impl::finish(Number number) {
  const auto exchange = std::move(exchanges_.extract(number).mapped());
  --left_;
  exchange->finish();
}

std::unique_ptr<Transfer> Fetcher::Impl::idle_transfer() {
  if (idle_.empty()) return std::make_unique<Transfer>(settings_, rules_);
  std::unique_ptr<Transfer> transfer = std::move(idle_.back());
  idle_.pop_back();
  return transfer;
}

Fetcher::Fetcher(const Settings& settings, UtcTime now)
    : impl_(std::make_unique<Impl>(settings, now)) {}

Fetcher::~Fetcher() = default;

void Fetcher::add(FetchRequest request, FetchHandlers handlers) {
  const std::string address = request.moved_to.empty() ? request.url : request.moved_to;
  impl_->add_later({address}, [job = FetchJob{std::move(request), std::move(handlers)}](
                                  std::size_t) mutable { return std::move(job); });
}

void Fetcher::add_later(const std::vector<std::string_view>& addresses,
                        std::function<FetchJob(std::size_t)> make) {
  impl_->add_later(addresses, std::move(make));
}

void Fetcher::hold(const std::string& host, seconds remaining) {
  impl_->hold(host, remaining);
}

FetchEnd Fetcher::run(std::optional<seconds> max_time) {
  return impl_->run(max_time);
}

void Fetcher::hang_up() {
  impl_->hang_up();
}

void Fetcher::stop() {
  impl_->stop_from_anywhere();
}

void Fetcher::pause() {
  impl_->pause();
}

void Fetcher::resume() {
  impl_->resume_from_anywhere();
}

}  // namespace collector
