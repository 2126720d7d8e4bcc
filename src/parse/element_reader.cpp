#include "parse/element_reader.h"

#include "core/text.h"
#include "parse/document_kind.h"
#include "parse/link_choice.h"
#include "parse/xml_base.h"

#include <optional>
#include <utility>

namespace collector {

namespace {

using Wanted = Opening::Wanted;

/// Ranks of a language that only xml:lang says; elements that name one come before.
constexpr std::uint8_t kLanguageOfContent = 2;
constexpr std::uint8_t kLanguageOfSummary = 3;
constexpr std::uint8_t kLanguageOfTitle = 4;
constexpr std::uint8_t kLanguageOfDocument = 5;

/// Ranks of a picture; those of cover images come behind.
constexpr std::uint8_t kLogo = 1;
constexpr std::uint8_t kIcon = 2;
constexpr std::uint8_t kCoverImage = 3;

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

bool has_links(Place place) {
  return place == Place::Feed || place == Place::Entry;
}

std::optional<std::int64_t> length_of(std::string_view text) {
  text = trimmed(text);
  std::int64_t length = 0;
  for (const char c : text) {
    constexpr std::int64_t kSane = INT64_C(1) << 53;  // what JSON readers hold exactly
    if (c < '0' || c > '9' || length > kSane) return std::nullopt;
    length = length * 10 + (c - '0');
  }
  if (text.empty()) return std::nullopt;
  return length;
}

Reading reading_of(const Word& word, const Attributes& attributes) {
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

void store_in_specification(Specification& one, std::string_view name, std::string_view value) {
  const std::pair<std::string_view, std::string&> fields[] = {
      {"number", one.number},     {"proto-name", one.proto_name}, {"title", one.title},
      {"abstract", one.abstract}, {"status", one.status},         {"lastcall", one.last_call},
      {"date", one.date},         {"version", one.version},       {"initials", one.initials},
      {"remark", one.remark}};
  for (const auto& [known, field] : fields)
    if (known == name) field = value;
}

}  // namespace

ElementReader::ElementReader(RawFeed& feed, const OpenElements& around)
    : feed_(feed), around_(around), filler_(feed) {}

// ---- what its attributes say ----

Opening ElementReader::open(const Word& word, const Attributes& attributes) {
  switch (word.meaning) {
    case Meaning::Enclosure:
      return open_enclosure(attributes);
    case Meaning::CoverImage:
      return open_cover_image(word, attributes);
    case Meaning::GeneratorAgent:
      filler_.generator(attributes.get("rdf", "resource"), word.rank);
      return {};
    case Meaning::Link:
      return open_link(word, attributes);
    case Meaning::Category:
      return open_category(word, attributes);
    case Meaning::Guid:
      filler_.permalink(attributes.get("isPermaLink") != "false");
      return text_of(word, attributes);
    case Meaning::Channel:
      return elements_in(Place::Feed);
    case Meaning::Entry:
      return open_entry(attributes);
    case Meaning::Image:
      filler_.begin_image(attributes.get("rdf", "resource"));
      return elements_in(Place::Image);
    case Meaning::Person:
      return begin_person(Place::Person, attributes);
    case Meaning::Source:
      return begin_person(Place::Source, attributes);
    case Meaning::Specification:
      return open_specification(attributes);
    case Meaning::Group:
    case Meaning::LastRevision:
      return elements_in(around_.place());
    default:
      return text_of(word, attributes);
  }
}

Opening ElementReader::text_of(const Word& word, const Attributes& attributes) const {
  return {Wanted::Text, reading_of(word, attributes), around_.place()};
}

Opening ElementReader::elements_in(Place place) const {
  return {Wanted::Elements, Reading::Flat, place};
}

Opening ElementReader::open_enclosure(const Attributes& attributes) {
  filler_.enclosure({join_base(around_.base(), trimmed(attributes.get("url"))),
                     std::string(attributes.get("type")), length_of(attributes.get("length"))});
  return {};
}

Opening ElementReader::open_cover_image(const Word& word, const Attributes& attributes) {
  if (word.name != "link" || has_token(attributes.get("rel"), "image")) {
    filler_.image(join_base(around_.base(), trimmed(attributes.get("href"))),
                  word.rank + kCoverImage);
  }
  return {};
}

Opening ElementReader::open_link(const Word& word, const Attributes& attributes) {
  const std::string_view rel = relation(trimmed(attributes.get("rel")));
  const std::string inner(trimmed(attributes.get("xml", "base")));
  Link link{join_base(inner.empty() ? around_.base() : join_base(around_.base(), inner),
                      trimmed(attributes.get("href"))),
            std::string(rel), std::string(attributes.get("type")),
            std::string(attributes.get("title"))};
  // Without an address it may stand between the tags, as RSS has it.
  if (!attributes.has("", "href") || link.href.empty()) {
    link.href.clear();
    link_ = std::move(link);
    return text_of(word, attributes);
  }
  if (!has_links(around_.place())) return {};
  if (link.is("enclosure")) {
    filler_.enclosure({link.href, link.type, length_of(attributes.get("length"))});
  }
  filler_.link(std::move(link), word.vocabulary);
  return {};
}

Opening ElementReader::open_category(const Word& word, const Attributes& attributes) {
  for (const char* name : {"label", "term", "text"}) {
    const std::string_view value = trimmed(attributes.get(name));
    if (value.empty()) continue;
    filler_.category(value);
    return elements_in(around_.place());
  }
  return text_of(word, attributes);
}

Opening ElementReader::open_entry(const Attributes& attributes) {
  if (!filler_.begin_entry(attributes.get("rdf", "about"))) return {Wanted::NoMoreEntries};
  return elements_in(Place::Entry);
}

Opening ElementReader::begin_person(Place place, const Attributes& attributes) {
  (place == Place::Source ? source_ : person_).begin(attributes.get("url"));
  return elements_in(place);
}

Opening ElementReader::open_specification(const Attributes& attributes) {
  feed_.specifications.emplace_back().accepted = attributes.get("accepted") != "false";
  return elements_in(Place::Specification);
}

// ---- what it said ----

PersonInParts* ElementReader::open_person() {
  if (around_.place() == Place::Person) return &person_;
  return around_.place() == Place::Source ? &source_ : nullptr;
}

void ElementReader::language_of_document() {
  filler_.language(kLanguageOfDocument, around_.language());
}

void ElementReader::loose_text(std::string_view piece) {
  if (PersonInParts* open = open_person()) open->text(piece);
}

void ElementReader::end_text(const Word& word, std::string_view text, TextType type) {
  if (is_text_of_entry(word.meaning) && filler_.in_entry() && around_.has_language() &&
      around_.place() == Place::Entry) {
    filler_.language(language_rank(word.meaning), around_.language());
  }
  if (is_address(word.meaning) && around_.has_base() && !text.empty()) {
    store(word, {join_base(around_.base(), text), TextType::Plain, {}});
  } else {
    store(word, {text, type, around_.base()});
  }
}

void ElementReader::store(const Word& word, const Value& value) {
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
      return filler_.image(value.text, kLogo);
    case Meaning::Icon:
      return filler_.image(value.text, kIcon);
    case Meaning::SpecificationText:
      return store_in_specification(feed_.specifications.back(), word.name, value.text);
    default:
      break;
  }
  if (word.meaning == Meaning::Link && has_links(around_.place())) {
    link_.href = value.text;
    filler_.link(std::move(link_), word.vocabulary);
  } else if (PersonInParts* open = open_person()) {
    open->store(word.meaning, value.text);
  } else {
    filler_.store(word, around_.place(), value);
  }
}

void ElementReader::end_elements(const Word& word) {
  switch (word.meaning) {
    case Meaning::Entry:
      return filler_.end_entry();
    case Meaning::Person:
      return filler_.person(person_.person(), word.rank);
    case Meaning::Source:
      return filler_.source(source_.name(), source_.url());
    default:
      return;
  }
}

}  // namespace collector
