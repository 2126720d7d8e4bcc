#include "support/certificate.h"

#include "core/owned.h"

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>

namespace collector::test {
namespace {

using Key = std::unique_ptr<EVP_PKEY, Releases<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Releases<X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Releases<X509_EXTENSION_free>>;
using Memory = std::unique_ptr<BIO, Releases<BIO_free_all>>;

constexpr long kDaySeconds = 24 * 60 * 60;

void check(bool done) {
  if (!done) throw std::runtime_error("OpenSSL cannot make a certificate");
}

void name(X509* certificate) {
  X509_NAME* subject = X509_get_subject_name(certificate);
  const auto* text = reinterpret_cast<const unsigned char*>("collector test");
  check(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, text, -1, -1, 0) == 1);
  check(X509_set_issuer_name(certificate, subject) == 1);
}

void extend(X509* certificate, int kind, const std::string& value) {
  const Extension extension{X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str())};
  check(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

}  // namespace

std::string make_certificate(const CertificateWish& wish) {
  const Key key{EVP_EC_gen("P-256")};
  const Certificate certificate{X509_new()};
  check(key && certificate);
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -10 * kDaySeconds);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), wish.days_from_now * kDaySeconds);
  name(certificate.get());
  extend(certificate.get(), NID_basic_constraints, "critical,CA:TRUE");
  extend(certificate.get(), NID_subject_alt_name, wish.alternative_name);
  check(X509_set_pubkey(certificate.get(), key.get()) == 1);
  check(X509_sign(certificate.get(), key.get(), EVP_sha256()) > 0);

  const Memory memory{BIO_new(BIO_s_mem())};
  check(PEM_write_bio_X509(memory.get(), certificate.get()) == 1);
  check(PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr,
                                 nullptr) == 1);
  char* text = nullptr;
  const long length = BIO_get_mem_data(memory.get(), &text);
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace collector::test
