#include "web/access.h"

#include "config/listen.h"
#include "core/error.h"
#include "core/text.h"
#include "core/utf8.h"
#include "normalise/html.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>

#include <array>

namespace collector {

namespace {

constexpr int kSecretBytes = 32;
constexpr int kSaltBytes = 12;
constexpr std::size_t kNameBytes = 100;

std::string hexadecimal(const unsigned char* bytes, std::size_t count) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += kDigits[bytes[i] >> 4U];
    text += kDigits[bytes[i] & 15U];
  }
  return text;
}

std::string random_text(int bytes) {
  std::array<unsigned char, kSecretBytes> random{};
  if (RAND_bytes(random.data(), bytes) != 1) throw Error("the system gives no random numbers");
  return hexadecimal(random.data(), static_cast<std::size_t>(bytes));
}

/// What only we can say of `text`.
std::string seal(const std::string& secret, const std::string& text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned length = 0;
  HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
       reinterpret_cast<const unsigned char*>(text.data()), text.size(), digest.data(),
       &length);
  return hexadecimal(digest.data(), length);
}

/// "localhost:8080" without its port.
std::string host_name(const std::string& authority) {
  const std::size_t bracket = authority.find(']');
  const std::size_t colon = authority.find(':', bracket == std::string::npos ? 0 : bracket + 1);
  return lower(authority.substr(0, colon));
}

bool is_own_name(const std::string& authority) {
  std::string name = host_name(authority);
  if (name.starts_with('[') && name.ends_with(']')) name = name.substr(1, name.size() - 2);
  return name == "localhost" || is_loopback(name);
}

/// The request was made by another site's page.
Refusal foreign() {
  return {403, "This comes from a page of another site. Nothing was changed."};
}

}  // namespace

AccessControl::AccessControl(Serve serve, std::string local_name)
    : serve_(std::move(serve)),
      local_name_(std::move(local_name)),
      secret_(random_text(kSecretBytes)) {
  serve_.user_header = lower(serve_.user_header);
}

std::string AccessControl::user_of(const WebRequest& request) const {
  if (!serve_.trusted_proxy.empty()) {
    if (request.peer != serve_.trusted_proxy)
      throw Refusal{403, "This server answers its reverse proxy only."};
    const std::vector<std::string> names = request.headers.all(serve_.user_header);
    std::string name = names.size() == 1 ? squeeze(valid_utf8(names[0]), kNameBytes) : "";
    if (name.empty()) throw Refusal{403, "The reverse proxy does not say who you are."};
    return name;
  }
  const bool open_to_all = serve_.read_only;
  if (!open_to_all && !is_loopback(request.peer))
    throw Refusal{403, "This server answers its own machine only."};
  if (is_loopback(request.peer) && !is_own_name(request.headers.get("host")))
    throw Refusal{421, "This server is called localhost or 127.0.0.1."};
  return local_name_;
}

std::string AccessControl::token_for(const std::string& user) const {
  const std::string salt = random_text(kSaltBytes);
  return salt + "." + seal(secret_, salt + "." + user);
}

void AccessControl::check_origin(const WebRequest& request) const {
  const std::string site = request.headers.get("sec-fetch-site");
  if (!site.empty() && site != "same-origin") throw foreign();
  const std::string origin = lower(request.headers.get("origin"));
  if (origin.empty()) return;  // no browser of today; the token decides
  const std::string host = lower(request.headers.get("host"));
  if (host.empty() || (origin != "http://" + host && origin != "https://" + host))
    throw foreign();
}

bool AccessControl::is_token_of(const std::string& user, const std::string& token) const {
  const std::string salt = token.substr(0, token.find('.'));
  const std::string expected = salt + "." + seal(secret_, salt + "." + user);
  return token.size() == expected.size() &&
         CRYPTO_memcmp(token.data(), expected.data(), expected.size()) == 0;
}

}  // namespace collector
