#include "parse/document_kind.h"

#include "core/text.h"

#include <string>
#include <utility>

namespace collector {

namespace {

FeedFormat rss_version(std::string_view version) {
  constexpr std::pair<std::string_view, FeedFormat> kVersions[] = {
      {"0.90", FeedFormat::Rss090}, {"0.91", FeedFormat::Rss091}, {"0.92", FeedFormat::Rss092},
      {"0.93", FeedFormat::Rss093}, {"0.94", FeedFormat::Rss094}, {"0.9", FeedFormat::Rss090}};
  version = trimmed(version);
  if (version.starts_with('2')) return FeedFormat::Rss20;
  for (const auto& [text, format] : kVersions)
    if (version == text) return format;
  return FeedFormat::Rss;
}

FeedFormat atom_version(std::string_view uri, std::string_view version) {
  if (contains(uri, "www.w3.org/2005/Atom")) return FeedFormat::Atom10;
  version = trimmed(version);
  if (version == "1.0") return FeedFormat::Atom10;
  if (version == "0.3") return FeedFormat::Atom03;
  return FeedFormat::Atom;
}

/// RDF is RSS 0.90 or 1.0, as its default namespace says.
FeedFormat rdf_version(std::string_view default_namespace) {
  return contains(default_namespace, "/rdf/simple/0.9") ? FeedFormat::Rss090
                                                        : FeedFormat::Rss10;
}

}  // namespace

DocumentKind kind_of_document(std::string_view root, std::string_view uri,
                              const Attributes& attributes) {
  const std::string name = lower(trimmed(root));
  if (name == "rss") {
    return {rss_version(attributes.get("version")), Vocabulary::Rss, Place::Root};
  }
  if (name == "rdf") {
    return {rdf_version(attributes.default_namespace()), Vocabulary::Rss, Place::Root};
  }
  if (name == "feed") {
    return {atom_version(uri, attributes.get("version")), Vocabulary::Atom, Place::Feed};
  }
  if (name == "channel") return {FeedFormat::Rss, Vocabulary::Rss, Place::Feed};
  if (name == "xep-infos") return {FeedFormat::XepInfos, Vocabulary::Rss, Place::Root};
  return {};
}

bool is_atom(FeedFormat format) {
  return format == FeedFormat::Atom || format == FeedFormat::Atom03 ||
         format == FeedFormat::Atom10;
}

bool is_html_document(std::string_view root) {
  const std::string name = lower(trimmed(root));
  return name == "html" || name == "head" || name == "body";
}

Reading reading_of_atom(Meaning meaning, std::string_view type, std::string_view mode) {
  const std::string kind = lower(trimmed(type));
  if (lower(trimmed(mode)) == "base64") return Reading::Base64;
  if (kind.empty() || kind == "text") return Reading::Plain;
  if (kind == "html" || kind == "text/html") return Reading::Html;
  if (kind == "xhtml" || kind.ends_with("+xml") || kind.ends_with("/xml")) {
    return Reading::Markup;
  }
  if (!contains(kind, "/") || kind.starts_with("text/")) return Reading::Plain;
  return meaning == Meaning::Content ? Reading::Base64 : Reading::PerhapsBase64;
}

}  // namespace collector
