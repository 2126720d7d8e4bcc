#include "parse/xml_feed.h"

#include "parse/document_kind.h"
#include "parse/limits.h"
#include "parse/people.h"
#include "parse/xml_base.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace collector {

namespace {

/// Ranks of a language that only xml:lang says; elements that name one come before.
constexpr std::uint8_t kLanguageOfContent = 2;
constexpr std::uint8_t kLanguageOfSummary = 3;
constexpr std::uint8_t kLanguageOfTitle = 4;
constexpr std::uint8_t kLanguageOfDocument = 5;

bool is_text_of_entry(Meaning meaning) {
  return meaning == Meaning::Title || meaning == Meaning::Summary ||
         meaning == Meaning::Content;
}

bool is_address(Meaning meaning) {
  return meaning == Meaning::Link || meaning == Meaning::OriginalLink ||
         meaning == Meaning::Comments || meaning == Meaning::Url || meaning == Meaning::Logo ||
         meaning == Meaning::Icon;
}

std::uint8_t language_rank(Meaning meaning) {
  if (meaning == Meaning::Content) return kLanguageOfContent;
  return meaning == Meaning::Summary ? kLanguageOfSummary : kLanguageOfTitle;
}

std::optional<std::int64_t> length_of(std::string_view text) {
  text = trim(text);
  std::int64_t length = 0;
  for (const char c : text) {
    constexpr std::int64_t kSane = INT64_C(1) << 53;  // what JSON readers hold exactly
    if (c < '0' || c > '9' || length > kSane) return std::nullopt;
    length = length * 10 + (c - '0');
  }
  if (text.empty()) return std::nullopt;
  return length;
}

}  // namespace

XmlFeed::XmlFeed(RawFeed& feed) : feed_(feed), filler_(feed) {}

// ---- the walk ----

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
  if (frames_.empty()) {
    open_document(name, attributes);
  } else if (const Word* word = word_for(name)) {
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
  } else if (!frames_.empty()) {
    const Frame frame = frames_.back();
    if (captured_from_ != 0) {
      captured_from_ = 0;
      end_text(*frame.word);
    } else if (frame.word != nullptr) {
      end_container(*frame.word);
    }
    pop_frame();
  }
  --depth_;
}

void XmlFeed::text(std::string_view piece) {
  if (captured_from_ != 0) {
    capture_.text(piece);
  } else if (skipped_from_ == 0 && !frames_.empty() &&
             (place() == Place::Person || place() == Place::Source) &&
             loose_text_.size() < kMaxFieldBytes) {
    loose_text_.append(piece);
  }
}

void XmlFeed::finish() {
  filler_.finish();
}

void XmlFeed::stop(std::string limit) {
  stopped_ = true;
  limit_ = std::move(limit);
}

void XmlFeed::open_document(const TagName& name, const Attributes& attributes) {
  if (root_.empty()) root_ = name.local;
  const std::string_view uri = name.uri == nullptr ? "" : name.uri;
  const DocumentKind kind = kind_of_document(name.local, uri, attributes);
  if (kind.format != FeedFormat::Unknown) {
    feed_.format = kind.format;
    core_ = kind.core;
    root_uri_ = uri;
    push_frame(nullptr, kind.place, attributes);
  } else if (is_html_document(name.local)) {
    // A feed that some server wrapped into a page may still follow.
  } else if (is_html_document(root_)) {
    skipped_from_ = depth_;
  } else {
    stopped_ = true;
  }
}

Vocabulary XmlFeed::vocabulary_for(const TagName& name) const {
  if (name.uri == nullptr) {
    return name.prefix == nullptr ? core_ : vocabulary_of_prefix(name.prefix);
  }
  const Vocabulary known = vocabulary_of(name.uri);
  if (known == Vocabulary::Foreign && name.uri == root_uri_) return core_;
  return known;
}

const Word* XmlFeed::word_for(const TagName& name) {
  const auto address = [](const char* text) { return reinterpret_cast<std::uintptr_t>(text); };
  const std::size_t slot = (address(name.local) / 8 + address(name.uri) / 32) % 256;
  KnownName& known = known_names_[slot];
  if (known.name != name) {
    known = {name, find_words(vocabulary_for(name), name.local)};
  }
  const auto here = static_cast<unsigned>(place());
  for (const Word& word : known.words)
    if ((word.places & here) != 0) return &word;
  return nullptr;
}

void XmlFeed::push_frame(const Word* word, Place place, const Attributes& attributes) {
  Frame frame{word, place, false, false};
  if (!attributes.empty()) {
    frame.has_base = attributes.has("xml", "base");
    frame.has_language = attributes.has("xml", "lang");
  }
  if (frame.has_base) bases_.push_back(join_base(base(), attributes.get("xml", "base")));
  if (frame.has_language) languages_.emplace_back(attributes.get("xml", "lang"));
  const bool is_feed_itself = word == nullptr || word->meaning == Meaning::Channel;
  if (frame.has_language && is_feed_itself) {
    filler_.language(kLanguageOfDocument, languages_.back());
  }
  frames_.push_back(frame);
}

void XmlFeed::pop_frame() {
  if (frames_.back().has_base) bases_.pop_back();
  if (frames_.back().has_language) languages_.pop_back();
  frames_.pop_back();
}

// ---- elements ----

void XmlFeed::open(const Word& word, const Attributes& attributes) {
  switch (word.meaning) {
    case Meaning::Enclosure:
      filler_.enclosure({join_base(base(), trim(attributes.get("url"))),
                         std::string(attributes.get("type")),
                         length_of(attributes.get("length"))});
      skipped_from_ = depth_;
      return;
    case Meaning::CoverImage:
      if (word.name != "link" || attributes.get("rel") == "image") {
        filler_.image(join_base(base(), trim(attributes.get("href"))), word.rank + 3);
      }
      skipped_from_ = depth_;
      return;
    case Meaning::GeneratorAgent:
      filler_.generator(attributes.get("rdf", "resource"), word.rank);
      skipped_from_ = depth_;
      return;
    case Meaning::Link:
      if (open_link(word.vocabulary, attributes)) return;
      break;
    case Meaning::Category:
      if (open_category(attributes)) return push_frame(&word, place(), attributes);
      break;
    case Meaning::Guid:
      filler_.permalink(attributes.get("isPermaLink") != "false");
      break;
    case Meaning::Channel:
    case Meaning::Entry:
    case Meaning::Image:
    case Meaning::Person:
    case Meaning::Source:
    case Meaning::Group:
    case Meaning::Specification:
    case Meaning::LastRevision:
      return open_container(word, attributes);
    default:
      break;
  }
  push_frame(&word, place(), attributes);
  capture_.begin(reading_of(word, attributes));
  captured_from_ = depth_;
}

void XmlFeed::open_container(const Word& word, const Attributes& attributes) {
  Place inside = place();
  switch (word.meaning) {
    case Meaning::Channel:
      inside = Place::Feed;
      break;
    case Meaning::Entry:
      inside = Place::Entry;
      if (!filler_.begin_entry(attributes.get("rdf", "about"))) {
        stop("it has more than " + std::to_string(kMaxEntries) + " entries");
        return;
      }
      break;
    case Meaning::Image:
      inside = Place::Image;
      filler_.begin_image(attributes.get("rdf", "resource"));
      break;
    case Meaning::Person:
    case Meaning::Source:
      inside = word.meaning == Meaning::Person ? Place::Person : Place::Source;
      person_ = {};
      person_.url = attributes.get("url");
      loose_text_.clear();
      break;
    case Meaning::Specification:
      inside = Place::Specification;
      feed_.specifications.emplace_back().accepted = attributes.get("accepted") != "false";
      break;
    default:
      break;
  }
  push_frame(&word, inside, attributes);
}

bool XmlFeed::open_link(Vocabulary vocabulary, const Attributes& attributes) {
  const std::string_view rel = trim(attributes.get("rel"));
  const std::string inner(trim(attributes.get("xml", "base")));
  Link link{join_base(inner.empty() ? base() : join_base(base(), inner),
                      trim(attributes.get("href"))),
            std::string(rel.empty() ? "alternate" : rel), std::string(attributes.get("type")),
            std::string(attributes.get("title"))};
  // Without an address it may stand between the tags, as RSS has it.
  if (!attributes.has("", "href") || link.href.empty()) {
    link.href.clear();
    link_ = std::move(link);
    return false;
  }
  skipped_from_ = depth_;
  if (place() != Place::Feed && place() != Place::Entry) return true;
  if (link.rel == "enclosure") {
    filler_.enclosure({link.href, link.type, length_of(attributes.get("length"))});
  }
  filler_.link(std::move(link), vocabulary);
  return true;
}

bool XmlFeed::open_category(const Attributes& attributes) {
  for (const char* name : {"label", "term", "text"}) {
    const std::string_view value = trim(attributes.get(name));
    if (value.empty()) continue;
    filler_.category(value);
    return true;
  }
  return false;
}

Reading XmlFeed::reading_of(const Word& word, const Attributes& attributes) const {
  if (!is_text_of_entry(word.meaning)) return Reading::Flat;
  switch (word.vocabulary) {
    case Vocabulary::Atom:
      return reading_of_atom(word.meaning, attributes.get("type"), attributes.get("mode"));
    case Vocabulary::Xhtml:
      return Reading::Markup;
    case Vocabulary::Media:
      return attributes.get("type") == "html" ? Reading::Html : Reading::Plain;
    default:
      return Reading::Html;
  }
}

// ---- what an element said ----

void XmlFeed::end_text(const Word& word) {
  const std::string_view text = capture_.value();
  cut_ = cut_ || capture_.cut();
  if (is_text_of_entry(word.meaning) && filler_.in_entry() && !languages_.empty() &&
      place() == Place::Entry) {
    filler_.language(language_rank(word.meaning), languages_.back());
  }
  if (is_address(word.meaning) && !bases_.empty() && !text.empty()) {
    store(word, {join_base(base(), text), TextType::Plain, {}});
  } else {
    store(word, {text, capture_.type(), base()});
  }
}

void XmlFeed::store(const Word& word, const Value& value) {
  switch (word.meaning) {
    case Meaning::PlainPerson:
      return filler_.person(read_person(value.text), word.rank);
    case Meaning::Category:
      return filler_.category(value.text);
    case Meaning::Keywords:
      return filler_.keywords(value.text);
    case Meaning::Generator:
      return filler_.generator(value.text, word.rank);
    case Meaning::Logo:
      return filler_.image(value.text, 1);
    case Meaning::Icon:
      return filler_.image(value.text, 2);
    case Meaning::Link:
      if (place() != Place::Feed && place() != Place::Entry) break;
      link_.href = value.text;
      return filler_.link(std::move(link_), word.vocabulary);
    case Meaning::SpecificationText:
      return store_in_specification(word.name, value.text);
    default:
      break;
  }
  if (place() == Place::Person || place() == Place::Source) {
    store_in_person(word.meaning, value.text);
  } else {
    filler_.store(word, place(), value);
  }
}

void XmlFeed::store_in_person(Meaning meaning, std::string_view value) {
  const auto put = [value](std::string& target) {
    if (target.empty()) target = value;
  };
  if (meaning == Meaning::Name || meaning == Meaning::Title) put(person_.name);
  if (meaning == Meaning::Email) put(person_.email);
  if (meaning == Meaning::Url || meaning == Meaning::Id) put(person_.url);
}

void XmlFeed::store_in_specification(std::string_view name, std::string_view value) {
  Specification& xep = feed_.specifications.back();
  const std::pair<std::string_view, std::string&> fields[] = {
      {"number", xep.number},     {"proto-name", xep.proto_name}, {"title", xep.title},
      {"abstract", xep.abstract}, {"status", xep.status},         {"lastcall", xep.last_call},
      {"date", xep.date},         {"version", xep.version},       {"initials", xep.initials},
      {"remark", xep.remark}};
  for (const auto& [known, field] : fields)
    if (known == name) field = value;
}

void XmlFeed::end_container(const Word& word) {
  switch (word.meaning) {
    case Meaning::Entry:
      return filler_.end_entry();
    case Meaning::Person:
      return end_person(word.rank);
    case Meaning::Source:
      if (person_.name.empty()) person_.name = trim(loose_text_);
      return filler_.source(person_.name, person_.url);
    default:
      return;
  }
}

void XmlFeed::end_person(std::uint8_t rank) {
  const bool said = !person_.name.empty() || !person_.email.empty() || !person_.url.empty();
  filler_.person(said ? person_ : read_person(loose_text_), rank);
}

}  // namespace collector
