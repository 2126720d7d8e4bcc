// Certificates made for one test.
#pragma once

#include <string>

namespace collector::test {

struct CertificateWish {
  std::string alternative_name;  // "IP:127.0.0.1", "DNS:example.org"
  int days_from_now = 1;         // when it ends; negative: it has ended
};

/// A self-signed certificate and its key, PEM in one text.
std::string make_certificate(const CertificateWish& wish);

}  // namespace collector::test
