#include "parse/word_finder.h"

#include <cstddef>
#include <cstdint>

namespace collector {

void WordFinder::begin(Vocabulary core, std::string_view root_uri) {
  core_ = core;
  root_uri_ = root_uri;
}

Vocabulary WordFinder::vocabulary_for(const TagName& name) const {
  if (name.uri == nullptr) {
    return name.prefix == nullptr ? core_ : vocabulary_of_prefix(name.prefix);
  }
  const Vocabulary known = vocabulary_of(name.uri);
  if (known == Vocabulary::Foreign && name.uri == root_uri_) return core_;
  return known;
}

const Word* WordFinder::find(const TagName& name, Place place) {
  const auto address = [](const char* text) { return reinterpret_cast<std::uintptr_t>(text); };
  const std::size_t slot = (address(name.local) / 8 + address(name.uri) / 32) % 256;
  KnownName& known = known_names_[slot];
  if (known.name != name) {
    known = {name, find_words(vocabulary_for(name), name.local)};
  }
  const auto here = static_cast<unsigned>(place);
  for (const Word& word : known.words)
    if ((word.places & here) != 0) return &word;
  return nullptr;
}

}  // namespace collector
