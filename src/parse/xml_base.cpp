#include "parse/xml_base.h"

#include "core/text.h"
#include "core/url.h"

namespace collector {

namespace {

/// What may stand in a URI behind its host; all else is encoded: letters beyond ASCII, blanks,
/// brackets, a lone "%".
bool may_stand_in_uri(std::string_view text, std::size_t at) {
  constexpr std::string_view kReserved = ":/?#@&=+$,;!*'()";
  return is_unreserved(text[at]) || kReserved.find(text[at]) != std::string_view::npos ||
         encoded_byte(text, at) >= 0;
}

/// The host keeps its letters: they are not encoded as those of a path are.
std::string as_uri(std::string_view iri) {
  const auto host_end = static_cast<std::size_t>(split_url(iri).path.data() - iri.data());
  std::string uri(iri.substr(0, host_end));
  for (std::size_t at = host_end; at < iri.size(); ++at) {
    if (may_stand_in_uri(iri, at))
      uri += iri[at];
    else
      append_encoded(uri, iri[at]);
  }
  return uri;
}

}  // namespace

std::string join_base(std::string_view base, std::string_view reference) {
  reference = trimmed(reference);
  if (base.empty()) return std::string(reference);
  const UrlParts parts = split_url(reference);
  const bool names_site = !parts.scheme.empty() || parts.has_authority;
  std::string joined = resolve_url(base, reference);
  return names_site ? joined : as_uri(joined);
}

}  // namespace collector
