#include "fetch/transfer.h"

#include "core/error.h"
#include "core/owned.h"
#include "fetch/certificate.h"
#include "fetch/failure_words.h"
#include "fetch/request_fields.h"
#include "fetch/transfer_options.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <sys/socket.h>
#include <utility>

namespace collector {
namespace {

using UrlHandle = std::unique_ptr<CURLU, Releases<curl_url_cleanup>>;
using EasyHandle = std::unique_ptr<CURL, Releases<curl_easy_cleanup>>;

constexpr std::size_t kMaxHeaderBytes = 256 * 1024;
constexpr std::size_t kExcerptBytes = 4096;  // enough to recognise a challenge page
// Of errors and redirects: read so that the connection can be used again, but not at length.
constexpr std::uint64_t kMaxOtherBody = 65536;
constexpr int kProxyAuthenticationRequired = 407;

const char* text_or_null(const std::string& text) {
  return text.empty() ? nullptr : text.c_str();
}

}  // namespace

class Transfer::Impl {
 public:
  Impl(const Settings& settings, const AddressRules& rules);

  void prepare(TransferPlan plan, BodyReceiver receiver);
  TransferOutcome outcome(int code);

  UrlHandle url{curl_url()};  // belongs to `easy`
  EasyHandle easy{curl_easy_init()};

 private:
  template <bool (Impl::*Take)(std::string_view)>
  static std::size_t on_bytes(char* data, std::size_t size, std::size_t count, void* self);
  static curl_socket_t on_open(void* self, curlsocktype purpose, curl_sockaddr* address);

  void set_callbacks();
  CURLU* taken_apart();
  bool take_header(std::string_view line);
  void refuse_announced(const ResponseHead& head);
  void refuse_size();
  bool take_body(std::string_view bytes);
  [[nodiscard]] int proxy_refusal() const;
  [[nodiscard]] bool is_told_by_status() const;
  [[nodiscard]] bool is_lost(CURLcode code) const;
  [[nodiscard]] bool is_unreached(CURLcode code) const;
  [[nodiscard]] bool is_connected() const;
  [[nodiscard]] std::string error_words(CURLcode code) const;

  const Settings& settings_;
  const AddressRules& rules_;
  TransferPlan plan_;
  BodyReceiver receiver_;
  RequestFields fields_;
  TransferOutcome outcome_;
  std::string refusal_;          // our own reason for breaking off
  std::string refused_address_;  // why the last address was not connected to, if it was not
  std::exception_ptr thrown_;
  std::string expired_on_;  // the last day of a certificate that has ended
  char detail_[CURL_ERROR_SIZE] = "";
};

Transfer::Impl::Impl(const Settings& settings, const AddressRules& rules)
    : settings_(settings), rules_(rules), fields_(settings) {
  if (!easy) throw Error("libcurl cannot be started; is there enough memory?");
  set_standing_options(easy.get(), settings);
  watch_expiry(easy.get(), expired_on_);
  set_callbacks();
}

void Transfer::Impl::set_callbacks() {
  set_option(easy.get(), CURLOPT_HEADERFUNCTION, &Impl::on_bytes<&Impl::take_header>);
  set_option(easy.get(), CURLOPT_HEADERDATA, static_cast<void*>(this));
  set_option(easy.get(), CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set_option(easy.get(), CURLOPT_WRITEFUNCTION, &Impl::on_bytes<&Impl::take_body>);
  set_option(easy.get(), CURLOPT_WRITEDATA, static_cast<void*>(this));
  set_option(easy.get(), CURLOPT_OPENSOCKETFUNCTION, &Impl::on_open);
  set_option(easy.get(), CURLOPT_OPENSOCKETDATA, static_cast<void*>(this));
  set_option(easy.get(), CURLOPT_ERRORBUFFER, detail_);
}

void Transfer::Impl::prepare(TransferPlan plan, BodyReceiver receiver) {
  plan_ = std::move(plan);
  receiver_ = std::move(receiver);
  outcome_ = {};
  refusal_.clear();
  refused_address_.clear();
  thrown_ = nullptr;
  expired_on_.clear();
  detail_[0] = '\0';
  set_option(easy.get(), CURLOPT_HTTPHEADER, fields_.with(plan_.validators));
  set_option(easy.get(), CURLOPT_URL, plan_.url.text.c_str());
  set_option(easy.get(), CURLOPT_CURLU, taken_apart());
  set_option(easy.get(), CURLOPT_USERNAME, text_or_null(plan_.url.user));
  set_option(easy.get(), CURLOPT_PASSWORD, text_or_null(plan_.url.password));
  set_option(easy.get(), CURLOPT_PROXY, plan_.proxy.c_str());
  // What a proxy is told when it opens a tunnel, which has a header of its own.
  set_option(easy.get(), CURLOPT_USERAGENT,
             plan_.proxy.empty() ? nullptr : settings_.user_agent.c_str());
  set_option(easy.get(), CURLOPT_FRESH_CONNECT, plan_.on_new_connection ? 1L : 0L);
  set_low_speed(easy.get(), LowSpeed::Allowed);
  set_option(easy.get(), CURLOPT_TIMEOUT_MS,
             std::max(1L, static_cast<long>(plan_.timeout.count())));
  // Waiting for a connection that may be shared pays only where HTTP/2 can be agreed on.
  const bool secure = plan_.url.scheme == "https";
  set_option(easy.get(), CURLOPT_HTTP_VERSION,
             static_cast<long>(secure ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1));
  set_option(easy.get(), CURLOPT_PIPEWAIT, secure ? 1L : 0L);
}

/// The same address once more: of a text alone libcurl would also print what it has read, byte
/// by byte. Null when it cannot be taken apart, for libcurl to say why.
CURLU* Transfer::Impl::taken_apart() {
  const CURLUcode code = curl_url_set(url.get(), CURLUPART_URL, plan_.url.text.c_str(), 0);
  return code == CURLUE_OK ? url.get() : nullptr;
}

TransferOutcome Transfer::Impl::outcome(int code) {
  if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
  if (proxy_refusal() != 0 || (code != CURLE_OK && !is_told_by_status())) {
    const auto why = static_cast<CURLcode>(code);
    outcome_.error = error_words(why);
    outcome_.is_lost = is_lost(why);
    outcome_.is_unreached = is_unreached(why);
  }
  receiver_ = nullptr;
  return std::move(outcome_);
}

/// The status with which a proxy refused to open a tunnel, or to pass on a plain request; else
/// 0.
int Transfer::Impl::proxy_refusal() const {
  if (plan_.proxy.empty()) return 0;
  if (outcome_.head.status == kProxyAuthenticationRequired) return outcome_.head.status;
  long tunnel = 0;
  curl_easy_getinfo(easy.get(), CURLINFO_HTTP_CONNECTCODE, &tunnel);
  return tunnel >= 300 ? static_cast<int>(tunnel) : 0;
}

/// Of anything but a document all that matters stands in the head, whatever became of the body.
bool Transfer::Impl::is_told_by_status() const {
  const ResponseHead& head = outcome_.head;
  return head.complete && is_final(head) && !brings_document(head);
}

/// Servers end connections when they like, and say so too late (HTTP/2's GOAWAY). libcurl asks
/// again by itself, but only five times in the life of a handle, which here is a whole run.
bool Transfer::Impl::is_lost(CURLcode code) const {
  long new_connections = 0;
  curl_easy_getinfo(easy.get(), CURLINFO_NUM_CONNECTS, &new_connections);
  const bool has_ended = code == CURLE_SEND_ERROR || code == CURLE_RECV_ERROR ||
                         code == CURLE_GOT_NOTHING || code == CURLE_HTTP2 ||
                         code == CURLE_HTTP2_STREAM;
  return has_ended && new_connections == 0 && outcome_.head.status == 0;
}

bool Transfer::Impl::is_unreached(CURLcode code) const {
  const bool may_be = code == CURLE_COULDNT_RESOLVE_HOST || code == CURLE_COULDNT_CONNECT ||
                      code == CURLE_OPERATION_TIMEDOUT;
  return may_be && refused_address_.empty() && !is_connected();
}

bool Transfer::Impl::is_connected() const {
  curl_off_t sent_after = 0;
  curl_easy_getinfo(easy.get(), CURLINFO_PRETRANSFER_TIME_T, &sent_after);
  return sent_after > 0;
}

std::string Transfer::Impl::error_words(CURLcode code) const {
  if (!refusal_.empty()) return refusal_;
  if (code == CURLE_COULDNT_CONNECT && !refused_address_.empty()) return refused_address_;
  // What libcurl says of a line that is longer than it takes.
  const bool in_header = outcome_.head.status != 0 && !outcome_.head.complete;
  if (code == CURLE_OUT_OF_MEMORY && in_header) return "a line of the header is too long";
  long system_error = 0;
  curl_easy_getinfo(easy.get(), CURLINFO_OS_ERRNO, &system_error);
  return transfer_words({.code = code,
                         .system_error = static_cast<int>(system_error),
                         .detail = detail_,
                         .encoding = outcome_.head.content_encoding,
                         .expired_on = expired_on_,
                         .url = plan_.url,
                         .proxy = plan_.proxy,
                         .proxy_status = proxy_refusal(),
                         .connected = is_connected(),
                         .timeout = settings_.timeout});
}

template <bool (Transfer::Impl::*Take)(std::string_view)>
std::size_t Transfer::Impl::on_bytes(char* data, std::size_t size, std::size_t count,
                                     void* self) {
  auto& transfer = *static_cast<Impl*>(self);
  try {
    if ((transfer.*Take)({data, size * count})) return size * count;
  } catch (...) {
    transfer.thrown_ = std::current_exception();
  }
  return 0;
}

/// Called with the resolved address before each connect, which is the only place where it
/// cannot be disguised. Of a proxy the user has chosen the address himself.
curl_socket_t Transfer::Impl::on_open(void* self, curlsocktype, curl_sockaddr* address) {
  auto& transfer = *static_cast<Impl*>(self);
  try {
    const bool allowed = !transfer.plan_.proxy.empty() ||
                         transfer.rules_.allow(transfer.plan_.url.host, address->addr);
    transfer.refused_address_.clear();
    if (allowed) {
      return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
    }
    transfer.refused_address_ =
        private_words(transfer.plan_.url.host, address_text(address->addr));
  } catch (...) {
    transfer.thrown_ = std::current_exception();
  }
  return CURL_SOCKET_BAD;
}

bool Transfer::Impl::take_header(std::string_view line) {
  ResponseHead& head = outcome_.head;
  const bool had_begun = is_final(head);
  read_header_line(head, line);
  if (!had_begun && is_final(head)) set_low_speed(easy.get(), LowSpeed::GivenUp);
  if (head.bytes > kMaxHeaderBytes) {
    refusal_ = fmt::format("the header is larger than {}", size_words(kMaxHeaderBytes));
  } else if (head.complete && brings_document(head)) {
    refuse_announced(head);
  }
  return refusal_.empty();
}

void Transfer::Impl::refuse_announced(const ResponseHead& head) {
  if (is_packed_twice(head)) {
    refusal_ =
        "the body is packed more than once (Content-Encoding: " + head.content_encoding + ")";
  } else if (announced_length(head) > settings_.max_body) {
    refuse_size();
  }
}

void Transfer::Impl::refuse_size() {
  refusal_ = fmt::format("the document is larger than {} (settings.max_body)",
                         size_words(settings_.max_body));
}

bool Transfer::Impl::take_body(std::string_view bytes) {
  outcome_.body_bytes += bytes.size();
  if (!brings_document(outcome_.head)) {
    const std::size_t room = kExcerptBytes - outcome_.excerpt.size();
    outcome_.excerpt.append(bytes.substr(0, room));
    return outcome_.body_bytes <= kMaxOtherBody;
  }
  if (outcome_.body_bytes > settings_.max_body) {
    refuse_size();
    return false;
  }
  receiver_(outcome_.head, bytes);
  return true;
}

Transfer::Transfer(const Settings& settings, const AddressRules& rules)
    : impl_(std::make_unique<Impl>(settings, rules)) {}

Transfer::~Transfer() = default;

void Transfer::prepare(TransferPlan plan, BodyReceiver receiver) {
  impl_->prepare(std::move(plan), std::move(receiver));
}

void* Transfer::handle() const {
  return impl_->easy.get();
}

TransferOutcome Transfer::outcome(int code) {
  return impl_->outcome(code);
}

}  // namespace collector
