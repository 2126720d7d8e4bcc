#include "fetch/exchange.h"

#include "core/credentials.h"
#include "core/shown_text.h"
#include "fetch/cache_headers.h"
#include "fetch/failure_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace collector {
namespace {

constexpr std::size_t kMaxRedirects = 10;
constexpr std::size_t kMaxAddress = 8000;  // bytes; RFC 9110 section 4.1 wants them to do
constexpr int kMostOfAddress = 200;        // columns, where the reason stands behind it

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool is_permanent(int status) {
  return status == 301 || status == 308;
}

/// Where to ask: the remembered address, with the user and password of the configured one only
/// if it is on the same host.
std::optional<WebUrl> first_target(const FetchRequest& request) {
  std::optional<WebUrl> home = parse_web_url(request.url);
  if (request.moved_to.empty() || !home) return home;
  std::optional<WebUrl> moved = parse_web_url(request.moved_to);
  if (!moved) return home;
  if (shares_credentials(*home, *moved)) {
    moved->user = home->user;
    moved->password = home->password;
  }
  return moved;
}

/// After a 304 what it does not name stays as it was (RFC 9111 section 4.3.4).
Validators updated(const Validators& known, Validators given) {
  if (given.etag.empty()) given.etag = known.etag;
  if (given.last_modified.empty()) given.last_modified = known.last_modified;
  return given;
}

}  // namespace

Exchange::Exchange(FetchRequest request, FetchHandlers handlers)
    : request_(std::move(request)),
      handlers_(std::move(handlers)),
      target_(first_target(request_)) {
  if (!target_) fail(mask_credentials(request_.url) + " is no http or https URL");
}

void Exchange::hop_begins(Clock::time_point now) {
  hop_began_ = now;
}

void Exchange::receive(const ResponseHead& head, std::string_view bytes) {
  begin_document(head);
  handlers_.body(bytes);
}

void Exchange::begin_document(const ResponseHead& head) {
  if (std::exchange(document_began_, true)) return;
  handlers_.begin(head.content_type);
}

bool Exchange::continues(const TransferOutcome& outcome, Clock::time_point now) {
  spent_ += std::chrono::duration_cast<std::chrono::milliseconds>(now - hop_began_);
  if (outcome.is_lost && !std::exchange(wants_new_connection_, true)) return true;
  return outcome.error.empty() && is_redirect(outcome.head.status) && follow(outcome.head);
}

bool Exchange::follow(const ResponseHead& head) {
  const std::optional<WebUrl> next = redirect_target(*target_, head.location);
  if (head.location.empty()) {
    refusal_ = fmt::format("{}: a redirect that does not say where to", head.status);
  } else if (head.location.size() > kMaxAddress) {
    refusal_ =
        fmt::format("refused a redirect to an address of more than {} bytes", kMaxAddress);
  } else if (!next) {
    refusal_ = fmt::format("refused a redirect to {}: no http or https URL",
                           shortened(mask_credentials(head.location), kMostOfAddress));
  } else if (target_->scheme == "https" && next->scheme == "http") {
    refusal_ = "refused a redirect from https to http: " + next->text;
  } else if (next->text == target_->text) {
    refusal_ = next->text + " redirects to itself";
  } else if (std::ranges::find(left_behind_, next->text) != left_behind_.end()) {
    refusal_ = "redirects in a circle: back to " + next->text;
  } else if (left_behind_.size() == kMaxRedirects) {
    refusal_ = fmt::format("more than {} redirects, the last to {}", kMaxRedirects, next->text);
  } else {
    permanent_so_far_ = permanent_so_far_ && is_permanent(head.status);
    if (permanent_so_far_) result_.permanent_url = next->text;
    left_behind_.push_back(target_->text);
    target_ = next;
    return true;
  }
  return false;
}

void Exchange::conclude(const TransferOutcome& outcome, UtcTime run_time) {
  const ResponseHead& head = outcome.head;
  result_.http_status = head.status;
  result_.content_type = head.content_type;
  result_.final_url = target_->text;
  result_.body_bytes = outcome.body_bytes;
  result_.duration = spent_;
  if (!outcome.error.empty()) {
    fail(outcome.error);
    return;  // what an answer says of its freshness goes for all of it
  }
  result_.max_age = freshness(head, run_time);
  if (!refusal_.empty()) {
    fail(refusal_);
  } else {
    result_.retry_after = retry_after(head, run_time);
    judge(head, outcome.excerpt);
  }
}

void Exchange::judge(const ResponseHead& head, std::string_view excerpt) {
  const bool conditional = request_.validators != Validators{};
  if (brings_document(head)) {
    begin_document(head);
    result_.status = FetchStatus::Fetched;
    result_.validators = validators_of(head);
    return;
  }
  if (head.status == 304 && conditional) {
    result_.status = FetchStatus::NotModified;
    result_.validators = updated(request_.validators, validators_of(head));
    return;
  }
  fail(head.status == 410 && !permanent_so_far_
           ? "410 Gone, behind a redirect that is for the time being"
           : status_words(head, excerpt));
  const bool wants_peace = head.status == 503 || head.status == 403;
  // A redirect for the time being says nothing for good, and what it leads to neither.
  if (head.status == 410 && permanent_so_far_) {
    result_.status = FetchStatus::Gone;
  } else if (head.status == 429 || (wants_peace && result_.retry_after)) {
    result_.status = FetchStatus::Held;
    result_.held_host = host();
  }
  if (result_.retry_after) {
    result_.error += "; asks to be left alone for " + duration_words(*result_.retry_after);
  }
}

void Exchange::not_asked(std::optional<seconds> rest) {
  result_.status = FetchStatus::NotAsked;
  result_.held_host = host();
  result_.retry_after = rest;
  result_.error = "not asked: " + host() + " wants to be left alone";
  if (rest) result_.error += " for another " + duration_words(*rest);
}

void Exchange::interrupt() {
  result_.status = FetchStatus::Interrupted;
  result_.error = "the run ended before the answer was complete";
}

void Exchange::fail(std::string_view why) {
  set_failed(result_, why);
}

void Exchange::finish() {
  handlers_.end(result_);
}

}  // namespace collector
