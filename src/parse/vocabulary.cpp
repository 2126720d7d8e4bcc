#include "parse/vocabulary.h"

#include "core/text.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace collector {

namespace {

constexpr std::uint8_t operator|(Place a, Place b) {
  return static_cast<std::uint8_t>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}

constexpr std::uint8_t operator|(std::uint8_t a, Place b) {
  return static_cast<std::uint8_t>(a | static_cast<unsigned>(b));
}

constexpr std::uint8_t only(Place place) {
  return static_cast<std::uint8_t>(place);
}

using enum Vocabulary;

constexpr std::uint8_t kRoot = only(Place::Root);
constexpr std::uint8_t kFeed = only(Place::Feed);
constexpr std::uint8_t kTopLevel = Place::Root | Place::Feed;
constexpr std::uint8_t kEntry = only(Place::Entry);
constexpr std::uint8_t kPerson = only(Place::Person);
constexpr std::uint8_t kBoth = Place::Feed | Place::Entry;
constexpr std::uint8_t kTitled = kBoth | Place::Image | Place::Source;
constexpr std::uint8_t kSpec = only(Place::Specification);

// Ranks: 0 the format's own words, 1 Atom's (its own within Atom), 2 Dublin Core, 3 and up the
// rest. Gaps are the order among words of one vocabulary.
constexpr Word kWords[] = {
    {Rss, "channel", Meaning::Channel, 0, kRoot},
    {Rss, "item", Meaning::Entry, 0, kTopLevel},
    {Rss11, "items", Meaning::Group, 0, kFeed},
    {Atom, "entry", Meaning::Entry, 0, kTopLevel},
    {Rss, "image", Meaning::Image, 0, kTopLevel},
    {Rss, "source", Meaning::Source, 0, kEntry},
    {Atom, "source", Meaning::Source, 0, kEntry},
    {Media, "group", Meaning::Group, 0, kEntry},
    {Media, "content", Meaning::Group, 0, kEntry},

    {Rss, "title", Meaning::Title, 0, kTitled},
    {Atom, "title", Meaning::Title, 1, kTitled},
    {Atom, "tagline", Meaning::Summary, 2, kFeed},
    {DublinCore, "title", Meaning::Title, 2, kBoth},
    {Media, "title", Meaning::Title, 3, kBoth},
    {Itunes, "title", Meaning::Title, 4, kBoth},

    {Rss, "description", Meaning::Summary, 0, kBoth},
    {Atom, "summary", Meaning::Summary, 1, kEntry},
    {Rss, "summary", Meaning::Summary, 1, kEntry},
    {Atom, "subtitle", Meaning::Summary, 1, kFeed},
    {DublinCore, "description", Meaning::Summary, 3, kBoth},
    {Itunes, "summary", Meaning::Summary, 4, kBoth},
    {GooglePlay, "description", Meaning::Summary, 5, kBoth},
    {Itunes, "subtitle", Meaning::Summary, 6, kBoth},
    {Media, "description", Meaning::Summary, 7, kBoth},

    {Content, "encoded", Meaning::Content, 0, kEntry},
    {Atom, "content", Meaning::Content, 1, kEntry},
    {Xhtml, "body", Meaning::Content, 2, kEntry},
    {Rss, "body", Meaning::Content, 3, kEntry},
    {Rss, "fullitem", Meaning::Content, 4, kEntry},
    {Rss, "content", Meaning::Content, 5, kEntry},

    {Atom, "id", Meaning::Id, 0, kBoth | Place::Source},
    {Rss, "guid", Meaning::Guid, 0, kEntry},
    {DublinCore, "identifier", Meaning::Id, 2, kEntry},
    {Rss, "link", Meaning::Link, 0, kBoth | Place::Image | Place::Source},
    {Atom, "link", Meaning::Link, 1, kBoth | Place::Image | Place::Source},
    {FeedBurner, "origLink", Meaning::OriginalLink, 0, kEntry},
    {Rss, "comments", Meaning::Comments, 0, kEntry},

    {Rss, "pubDate", Meaning::Published, 0, kEntry},
    {Rss, "published", Meaning::Published, 1, kEntry},
    {Atom, "published", Meaning::Published, 1, kEntry},
    {Atom, "issued", Meaning::Published, 2, kEntry},
    {DublinCoreTerms, "issued", Meaning::Published, 3, kEntry},
    {DublinCore, "date", Meaning::Published, 4, kEntry},
    {DublinCoreTerms, "created", Meaning::Published, 5, kEntry},
    {Atom, "created", Meaning::Published, 5, kEntry},
    {DublinCore, "date", Meaning::Updated, 5, kFeed},
    {Rss, "pubDate", Meaning::Updated, 6, kFeed},
    {Atom, "published", Meaning::Updated, 7, kFeed},
    {DublinCoreTerms, "issued", Meaning::Updated, 8, kFeed},
    {Rss, "updated", Meaning::Updated, 0, kBoth},
    {Atom, "updated", Meaning::Updated, 1, kBoth},
    {Atom, "modified", Meaning::Updated, 2, kBoth},
    {DublinCoreTerms, "modified", Meaning::Updated, 3, kBoth},
    {Rss, "lastBuildDate", Meaning::Updated, 4, kFeed},

    {Atom, "author", Meaning::Person, 1, kBoth},
    {Atom, "author", Meaning::Person, 8, only(Place::Source)},  // RFC 4287 section 4.2.1
    {Rss, "author", Meaning::Person, 0, kBoth},
    {DublinCore, "creator", Meaning::PlainPerson, 2, kBoth},
    {DublinCore, "author", Meaning::PlainPerson, 2, kBoth},
    {Itunes, "author", Meaning::PlainPerson, 3, kBoth},
    {GooglePlay, "author", Meaning::PlainPerson, 4, kBoth},
    {Rss, "managingEditor", Meaning::PlainPerson, 1, kFeed},
    {Rss, "webMaster", Meaning::PlainPerson, 6, kFeed},
    {DublinCore, "publisher", Meaning::PlainPerson, 7, kFeed},
    {Itunes, "owner", Meaning::Person, 5, kFeed},
    {Atom, "name", Meaning::Name, 0, kPerson},
    {Rss, "name", Meaning::Name, 0, kPerson},
    {Itunes, "name", Meaning::Name, 0, kPerson},
    {Atom, "email", Meaning::Email, 0, kPerson},
    {Rss, "email", Meaning::Email, 0, kPerson},
    {Itunes, "email", Meaning::Email, 0, kPerson},
    {Atom, "uri", Meaning::Url, 0, kPerson},
    {Atom, "url", Meaning::Url, 1, kPerson},
    {Atom, "homepage", Meaning::Url, 2, kPerson},
    {Rss, "uri", Meaning::Url, 0, kPerson},
    {Rss, "url", Meaning::Url, 1, Place::Person | Place::Image},

    {Rss, "category", Meaning::Category, 0, kBoth},
    {Atom, "category", Meaning::Category, 0, kBoth},
    {DublinCore, "subject", Meaning::Category, 0, kBoth},
    {Itunes, "category", Meaning::Category, 0, kBoth},
    {GooglePlay, "category", Meaning::Category, 0, kBoth},
    {Media, "category", Meaning::Category, 0, kBoth},
    {Itunes, "keywords", Meaning::Keywords, 0, kBoth},

    {DublinCore, "language", Meaning::Language, 1, kBoth},
    {Rss, "language", Meaning::Language, 0, kFeed},
    {Rss, "generator", Meaning::Generator, 0, kFeed},
    {Atom, "generator", Meaning::Generator, 1, kFeed},
    {Foreign, "generatorAgent", Meaning::GeneratorAgent, 2, kFeed},
    {Atom, "logo", Meaning::Logo, 0, kFeed},
    {Atom, "icon", Meaning::Icon, 0, kFeed},
    {Itunes, "image", Meaning::CoverImage, 0, kFeed},
    {Itunes, "link", Meaning::CoverImage, 0, kFeed},  // rel="image", its form of 2004
    {GooglePlay, "image", Meaning::CoverImage, 1, kFeed},
    {Rss, "enclosure", Meaning::Enclosure, 0, kEntry},
    {Rss, "ttl", Meaning::TimeToLive, 0, kFeed},
    {Syndication, "updatePeriod", Meaning::UpdatePeriod, 0, kFeed},
    {Syndication, "updateFrequency", Meaning::UpdateFrequency, 0, kFeed},

    {Rss, "xep", Meaning::Specification, 0, kRoot},
    {Rss, "last-revision", Meaning::LastRevision, 0, kSpec},
    {Rss, "number", Meaning::SpecificationText, 0, kSpec},
    {Rss, "proto-name", Meaning::SpecificationText, 0, kSpec},
    {Rss, "title", Meaning::SpecificationText, 0, kSpec},
    {Rss, "abstract", Meaning::SpecificationText, 0, kSpec},
    {Rss, "status", Meaning::SpecificationText, 0, kSpec},
    {Rss, "lastcall", Meaning::SpecificationText, 0, kSpec},
    {Rss, "date", Meaning::SpecificationText, 0, kSpec},
    {Rss, "version", Meaning::SpecificationText, 0, kSpec},
    {Rss, "initials", Meaning::SpecificationText, 0, kSpec},
    {Rss, "remark", Meaning::SpecificationText, 0, kSpec},
};

// Without what feeds vary: see bare_uri().
constexpr std::pair<std::string_view, Vocabulary> kNamespaces[] = {
    {"purl.org/rss/1.0", Rss},
    {"my.netscape.com/rdf/simple/0.9", Rss},
    {"channel.netscape.com/rdf/simple/0.9", Rss},
    {"purl.org/net/rss1.1", Rss11},
    {"backend.userland.com/rss", Rss},
    {"backend.userland.com/rss2", Rss},
    {"blogs.law.harvard.edu/tech/rss", Rss},
    {"cyber.harvard.edu/rss/rss.html", Rss},
    {"www.w3.org/2005/Atom", Atom},
    {"purl.org/atom/ns", Atom},
    {"www.w3.org/1999/02/22-rdf-syntax-ns", Rdf},
    {"purl.org/dc/elements/1.1", DublinCore},
    {"purl.org/dc/elements/1.0", DublinCore},
    {"purl.org/dc/terms", DublinCoreTerms},
    {"purl.org/rss/1.0/modules/content", Content},
    {"www.itunes.com/dtds/podcast-1.0.dtd", Itunes},
    {"www.google.com/schemas/play-podcasts/1.0", GooglePlay},
    {"search.yahoo.com/mrss", Media},
    {"tools.search.yahoo.com/mrss", Media},
    {"video.search.yahoo.com/mrss", Media},
    {"www.rssboard.org/media-rss", Media},
    {"rssnamespace.org/feedburner/ext/1.0", FeedBurner},
    {"purl.org/rss/1.0/modules/syndication", Syndication},
    {"www.w3.org/1999/xhtml", Xhtml},
};

constexpr std::pair<std::string_view, Vocabulary> kPrefixes[] = {
    {"atom", Atom},
    {"rdf", Rdf},
    {"dc", DublinCore},
    {"dcterms", DublinCoreTerms},
    {"content", Content},
    {"itunes", Itunes},
    {"googleplay", GooglePlay},
    {"media", Media},
    {"feedburner", FeedBurner},
    {"sy", Syndication},
    {"xhtml", Xhtml},
};

/// Orders by vocabulary and name; case does not count.
bool before(const Word& a, const Word& b) {
  if (a.vocabulary != b.vocabulary) return a.vocabulary < b.vocabulary;
  return std::lexicographical_compare(a.name.begin(), a.name.end(), b.name.begin(),
                                      b.name.end(),
                                      [](char x, char y) { return lower(x) < lower(y); });
}

const std::vector<Word>& sorted_words() {
  static const std::vector<Word> words = [] {
    std::vector<Word> sorted(std::begin(kWords), std::end(kWords));
    std::stable_sort(sorted.begin(), sorted.end(), before);
    return sorted;
  }();
  return words;
}

template <typename Table>
Vocabulary look_up(const Table& table, std::string_view text) {
  for (const auto& [known, vocabulary] : table)
    if (equal_ignoring_case(known, text)) return vocabulary;
  return Foreign;
}

/// "http://purl.org/dc/elements/1.1/" as "purl.org/dc/elements/1.1": feeds write https, forget
/// what stands at the end, and leave blanks.
std::string_view bare_uri(std::string_view uri) {
  uri = trimmed(uri);
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (starts_ignoring_case(uri, scheme)) {
      uri.remove_prefix(scheme.size());
      break;
    }
  }
  return uri.substr(0, uri.find_last_not_of("/#") + 1);
}

}  // namespace

Vocabulary vocabulary_of(std::string_view uri) {
  return look_up(kNamespaces, bare_uri(uri));
}

Vocabulary vocabulary_of_prefix(std::string_view prefix) {
  return look_up(kPrefixes, prefix);
}

std::span<const Word> find_words(Vocabulary vocabulary, std::string_view name) {
  const std::vector<Word>& words = sorted_words();
  const Word wanted{vocabulary, name, Meaning::None, 0, 0};
  const auto [first, last] = std::equal_range(words.begin(), words.end(), wanted, before);
  return {first, last};
}

}  // namespace collector
