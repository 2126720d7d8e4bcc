#include "fetch/certificate.h"

#include <curl/curl.h>
#include <fmt/format.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

#include <ctime>
#include <string_view>

namespace collector {
namespace {

bool stands_on_openssl() {
  const char* name = curl_version_info(CURLVERSION_NOW)->ssl_version;
  return name != nullptr && std::string_view(name).starts_with("OpenSSL");
}

/// The place in an SSL_CTX where our pointer stands.
int context_slot() {
  static const int slot = SSL_CTX_get_ex_new_index(0, nullptr, nullptr, nullptr, nullptr);
  return slot;
}

std::string day_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return {};
  return fmt::format("{:04}-{:02}-{:02}", parts.tm_year + 1900, parts.tm_mon + 1,
                     parts.tm_mday);
}

/// Watches only: the verdict stays OpenSSL's.
int on_verified(int trusted, X509_STORE_CTX* verification) noexcept {
  if (X509_STORE_CTX_get_error(verification) != X509_V_ERR_CERT_HAS_EXPIRED) return trusted;
  try {
    auto* ssl = static_cast<SSL*>(
        X509_STORE_CTX_get_ex_data(verification, SSL_get_ex_data_X509_STORE_CTX_idx()));
    auto* text =
        static_cast<std::string*>(SSL_CTX_get_ex_data(SSL_get_SSL_CTX(ssl), context_slot()));
    const X509* certificate = X509_STORE_CTX_get_current_cert(verification);
    if (text != nullptr && certificate != nullptr) {
      *text = day_of(X509_get0_notAfter(certificate));
    }
  } catch (...) {
    return trusted;  // without a day, then
  }
  return trusted;
}

CURLcode on_context(CURL*, void* context, void* expired_on) noexcept {
  auto* tls = static_cast<SSL_CTX*>(context);
  SSL_CTX_set_ex_data(tls, context_slot(), expired_on);
  SSL_CTX_set_verify(tls, SSL_CTX_get_verify_mode(tls), &on_verified);
  return CURLE_OK;
}

}  // namespace

void watch_expiry(void* easy, std::string& expired_on) {
  if (!stands_on_openssl()) return;
  curl_easy_setopt(easy, CURLOPT_SSL_CTX_FUNCTION, &on_context);
  curl_easy_setopt(easy, CURLOPT_SSL_CTX_DATA, static_cast<void*>(&expired_on));
}

}  // namespace collector
