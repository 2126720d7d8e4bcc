#include "parse/xml_feed.h"

#include "parse/document_kind.h"
#include "parse/limits.h"

#include <utility>

namespace collector {

XmlFeed::XmlFeed(RawFeed& feed) : feed_(feed), reader_(feed, elements_) {}

void XmlFeed::start_element(const TagName& name, const Attributes& attributes) {
  if (++depth_ > kMaxDepth) {
    stop("elements are nested deeper than " + std::to_string(kMaxDepth) + " levels");
    return;
  }
  if (skipped_from_ != 0) return;
  if (captured_from_ != 0) {
    capture_.start_tag(name.local, attributes);
    return;
  }
  if (elements_.empty()) {
    open_document(name, attributes);
  } else if (const Word* word = words_.find(name, elements_.place())) {
    open(*word, attributes);
  } else {
    skipped_from_ = depth_;
  }
}

void XmlFeed::end_element(const TagName& name) {
  if (skipped_from_ != 0) {
    if (skipped_from_ == depth_) skipped_from_ = 0;
  } else if (captured_from_ != 0 && captured_from_ != depth_) {
    capture_.end_tag(name.local);
  } else if (!elements_.empty()) {
    close();
  }
  --depth_;
}

void XmlFeed::finish() {
  reader_.finish();
}

void XmlFeed::open_document(const TagName& name, const Attributes& attributes) {
  if (root_.empty()) root_ = name.local;
  const std::string_view uri = name.uri == nullptr ? "" : name.uri;
  const DocumentKind kind = kind_of_document(name.local, uri, attributes);
  if (kind.format != FeedFormat::Unknown) {
    feed_.format = kind.format;
    words_.begin(kind.core, uri);
    push(nullptr, kind.place, attributes);
  } else if (is_html_document(name.local)) {
    // A feed that some server wrapped into a page may still follow.
  } else if (is_html_document(root_)) {
    skipped_from_ = depth_;
  } else {
    stopped_ = true;
  }
}

void XmlFeed::open(const Word& word, const Attributes& attributes) {
  const Opening opening = reader_.open(word, attributes);
  switch (opening.wanted) {
    case Opening::Wanted::Nothing:
      skipped_from_ = depth_;
      return;
    case Opening::Wanted::NoMoreEntries:
      return stop("it has more than " + std::to_string(kMaxEntries) + " entries");
    case Opening::Wanted::Text:
      capture_.begin(opening.reading);
      captured_from_ = depth_;
      break;
    case Opening::Wanted::Elements:
      break;
  }
  push(&word, opening.place, attributes);
}

void XmlFeed::push(const Word* word, Place place, const Attributes& attributes) {
  elements_.push(word, place, attributes);
  const bool is_feed_itself = word == nullptr || word->meaning == Meaning::Channel;
  if (is_feed_itself && elements_.says_language()) reader_.language_of_document();
}

void XmlFeed::close() {
  const Word* word = elements_.word();
  if (captured_from_ != 0) {
    captured_from_ = 0;
    const std::string_view text = capture_.value();  // settles the type as well
    cut_ = cut_ || capture_.cut();
    reader_.end_text(*word, text, capture_.type());
  } else if (word != nullptr) {
    reader_.end_elements(*word);
  }
  elements_.pop();
}

void XmlFeed::stop(std::string limit) {
  stopped_ = true;
  limit_ = std::move(limit);
}

}  // namespace collector
