#include "parse/xml_base.h"

#include "core/text.h"

#include <libxml/uri.h>
#include <libxml/xmlmemory.h>

#include <memory>

namespace collector {

namespace {

bool is_hex(char c) {
  return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}

struct FreeXml {
  void operator()(xmlChar* text) const noexcept { xmlFree(text); }
};

std::string joined(const std::string& base, const std::string& reference) {
  const std::unique_ptr<xmlChar, FreeXml> uri(
      xmlBuildURI(reinterpret_cast<const xmlChar*>(reference.c_str()),
                  reinterpret_cast<const xmlChar*>(base.c_str())));
  return uri == nullptr ? std::string() : reinterpret_cast<const char*>(uri.get());
}

/// What may not stand in a URI is encoded: all beyond ASCII, blanks, brackets, a lone "%".
std::string as_uri(std::string_view iri) {
  constexpr const char* kReserved = ":/?#@&=+$,;%";
  std::string text;
  for (std::size_t i = 0; i < iri.size(); ++i) {
    text += iri[i];
    const bool encodes = i + 2 < iri.size() && is_hex(iri[i + 1]) && is_hex(iri[i + 2]);
    if (iri[i] == '%' && !encodes) text += "25";
  }
  const std::unique_ptr<xmlChar, FreeXml> uri(
      xmlURIEscapeStr(reinterpret_cast<const xmlChar*>(text.c_str()),
                      reinterpret_cast<const xmlChar*>(kReserved)));
  return uri == nullptr ? std::string() : reinterpret_cast<const char*>(uri.get());
}

/// Scheme and host of `base`: its letters beyond ASCII are not encoded as those of a path are.
std::string_view site_of(std::string_view base) {
  const std::size_t scheme = base.find("://");
  if (scheme == std::string_view::npos) return {};
  return base.substr(0, base.find_first_of("/?#", scheme + 3));
}

bool names_site(std::string_view reference) {
  const std::size_t mark = reference.find_first_of(":/?#");
  return reference.starts_with("//") || (mark < reference.size() && reference[mark] == ':');
}

/// The same for IRIs, and for what people write as one. Empty where `reference` needs no base.
std::string joined_iri(std::string_view base, std::string_view reference) {
  if (names_site(reference)) return {};
  const std::string_view site = site_of(base);
  base.remove_prefix(site.size());
  const std::string path = joined(base.empty() ? "/" : as_uri(base), as_uri(reference));
  return path.empty() ? path : std::string(site) + path;
}

}  // namespace

std::string join_base(const std::string& base, std::string_view reference) {
  const std::string own(reference);
  if (base.empty()) return own;
  std::string whole = joined(base, own);
  // What the library gives where the reference, or the base, is no URI.
  if (whole.empty() || whole == own) whole = joined_iri(base, own);
  return whole.empty() ? own : whole;
}

}  // namespace collector
