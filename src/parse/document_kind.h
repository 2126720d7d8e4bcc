// What a document is, told by its first element, and how Atom says what kind of text follows.
#pragma once

#include "core/feed.h"
#include "parse/attributes.h"
#include "parse/capture.h"
#include "parse/vocabulary.h"

#include <string_view>

namespace collector {

struct DocumentKind {
  FeedFormat format = FeedFormat::Unknown;
  Vocabulary core = Vocabulary::Rss;  // what elements without a namespace belong to
  Place place = Place::Root;          // of the children of the first element
};

DocumentKind kind_of_document(std::string_view root, std::string_view uri,
                              const Attributes& attributes);

/// Atom of any version.
bool is_atom(FeedFormat format);

/// <html>, <head>, <body>
bool is_html_document(std::string_view root);

/// The `type` and (Atom 0.3) `mode` of a text construct or content.
Reading reading_of_atom(Meaning meaning, std::string_view type, std::string_view mode);

}  // namespace collector
