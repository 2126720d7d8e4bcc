// The words of RSS, RDF, Atom and their extensions: which element means what, and which of two
// elements with the same meaning wins.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace collector {

/// The vocabularies that are understood, whatever their URIs are called this year.
enum class Vocabulary : std::uint8_t {
  Rss,    // all of RSS and RDF, with and without namespace
  Rss11,  // what RSS 1.1 has of its own
  Atom,
  Rdf,
  DublinCore,
  DublinCoreTerms,
  Content,
  Itunes,
  GooglePlay,
  Media,
  FeedBurner,
  Syndication,
  Xhtml,
  Foreign,
};

/// What an element means, whichever vocabulary says it.
enum class Meaning : std::uint8_t {
  None,
  // parts of a document
  Channel,
  Entry,
  Image,
  Person,
  Source,
  Group,    // only a bracket round elements that count
  Skipped,  // textInput and the like: must not leak
  // texts
  Title,
  Summary,
  Content,
  Id,
  Guid,
  Link,
  OriginalLink,
  Published,
  Updated,
  BuildDate,
  Name,
  Email,
  Url,
  PlainPerson,
  Category,
  Keywords,
  Language,
  Generator,
  Comments,
  Logo,
  Icon,
  TimeToLive,
  UpdatePeriod,
  UpdateFrequency,
  // elements without text
  Enclosure,
  CoverImage,
  GeneratorAgent,
  // of the list of specifications
  Specification,
  LastRevision,
  SpecificationText,
};

/// Where an element may stand; a set of these is a sum.
enum class Place : std::uint8_t {
  Root = 1,
  Feed = 2,
  Entry = 4,
  Image = 8,
  Person = 16,
  Source = 32,
  Specification = 64,
};

struct Word {
  Vocabulary vocabulary;
  std::string_view name;
  Meaning meaning;
  std::uint8_t rank;    // of two words for one meaning, the lower one wins
  std::uint8_t places;  // sum of Place
};

/// The vocabulary of a namespace URI; Foreign when unknown.
Vocabulary vocabulary_of(std::string_view uri);

/// The vocabulary that a prefix usually stands for, where a feed forgot to declare it.
Vocabulary vocabulary_of_prefix(std::string_view prefix);

/// What `name` may mean, a row for each place it may stand in; none: it says nothing to us.
/// Upper and lower case are the same, for feeds that are careless about "pubdate".
std::span<const Word> find_words(Vocabulary vocabulary, std::string_view name);

}  // namespace collector
