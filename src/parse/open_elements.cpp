#include "parse/open_elements.h"

#include "parse/xml_base.h"

namespace collector {

void OpenElements::push(const Word* word, Place place, const Attributes& attributes) {
  Element element{word, place, false, false};
  if (!attributes.empty()) {
    element.has_base = attributes.has("xml", "base");
    element.has_language = attributes.has("xml", "lang");
  }
  if (element.has_base) bases_.push_back(join_base(base(), attributes.get("xml", "base")));
  if (element.has_language) languages_.emplace_back(attributes.get("xml", "lang"));
  elements_.push_back(element);
}

void OpenElements::pop() {
  if (elements_.back().has_base) bases_.pop_back();
  if (elements_.back().has_language) languages_.pop_back();
  elements_.pop_back();
}

}  // namespace collector
