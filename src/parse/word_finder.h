// Which word of the vocabularies an element of this document is. A document uses some dozen
// names thousands of times, so what was found is kept.
#pragma once

#include "parse/vocabulary.h"

#include <array>
#include <span>
#include <string>
#include <string_view>

namespace collector {

/// An element's name as the XML parser knows it: within one document equal names are equal
/// pointers. Prefix and URI may be null.
struct TagName {
  const char* local;
  const char* prefix;
  const char* uri;

  bool operator==(const TagName&) const = default;
};

class WordFinder {
 public:
  /// `core` is the vocabulary of elements without a namespace, and of those in `root_uri`, the
  /// namespace of the document's first element, where nobody knows that one or the element
  /// has no prefix.
  void begin(Vocabulary core, std::string_view root_uri);

  /// Null: it says nothing to us there.
  const Word* find(const TagName& name, Place place);

 private:
  struct KnownName {
    TagName name{};
    std::span<const Word> words;
  };

  [[nodiscard]] Vocabulary vocabulary_for(const TagName& name) const;
  [[nodiscard]] std::span<const Word> words_for(const TagName& name) const;

  Vocabulary core_ = Vocabulary::Rss;
  std::string root_uri_;
  std::array<KnownName, 256> known_names_{};
};

}  // namespace collector
