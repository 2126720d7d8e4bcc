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

/// What stands in the default namespace of the first element belongs to its format, though the
/// URI be that of another: generators write <rss xmlns="http://www.w3.org/2005/Atom">.
std::span<const Word> WordFinder::words_for(const TagName& name) const {
  if (name.prefix == nullptr && name.uri != nullptr && name.uri == root_uri_) {
    const std::span<const Word> own = find_words(core_, name.local);
    if (!own.empty()) return own;
  }
  return find_words(vocabulary_for(name), name.local);
}

const Word* WordFinder::find(const TagName& name, Place place) {
  const auto address = [](const char* text) { return reinterpret_cast<std::uintptr_t>(text); };
  const std::size_t slot = (address(name.local) / 8 + address(name.uri) / 32) % 256;
  KnownName& known = known_names_[slot];
  if (known.name != name) {
    known = {name, words_for(name)};
  }
  const auto here = static_cast<unsigned>(place);
  for (const Word& word : known.words)
    if ((word.places & here) != 0) return &word;
  return nullptr;
}

}  // namespace collector
