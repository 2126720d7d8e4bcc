// The elements that are open where the reader stands and whose children may mean something,
// with the xml:base and xml:lang in effect.
#pragma once

#include "parse/attributes.h"
#include "parse/vocabulary.h"

#include <string>
#include <vector>

namespace collector {

class OpenElements {
 public:
  /// `word` is null for the document's own element; `place` is that of its children.
  void push(const Word* word, Place place, const Attributes& attributes);
  void pop();

  [[nodiscard]] bool empty() const { return elements_.empty(); }

  // Of the innermost one; there must be one.
  [[nodiscard]] const Word* word() const { return elements_.back().word; }

  [[nodiscard]] Place place() const { return elements_.back().place; }

  [[nodiscard]] bool says_language() const { return elements_.back().has_language; }

  [[nodiscard]] bool has_base() const { return !bases_.empty(); }

  /// Empty: no xml:base is in effect.
  [[nodiscard]] std::string base() const { return bases_.empty() ? "" : bases_.back(); }

  [[nodiscard]] bool has_language() const { return !languages_.empty(); }

  /// xml:lang in effect; xml:lang="" is one as well. There must be one.
  [[nodiscard]] const std::string& language() const { return languages_.back(); }

 private:
  struct Element {
    const Word* word;
    Place place;
    bool has_base;
    bool has_language;
  };

  std::vector<Element> elements_;
  std::vector<std::string> bases_;
  std::vector<std::string> languages_;
};

}  // namespace collector
