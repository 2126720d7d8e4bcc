// Persons as feeds write them: "jo@example.org (Jo Bloggs)" and the other ways of RSS on one
// line, or an element for the name and another for the address.
#pragma once

#include "core/feed.h"
#include "parse/vocabulary.h"

#include <string>
#include <string_view>

namespace collector {

/// Reads "e-mail (name)", "name (e-mail)", "name <e-mail>", an e-mail alone or a name alone.
Person read_person(std::string_view text);

/// A person, or the source of an entry, whose parts come one by one.
class PersonInParts {
 public:
  void begin(std::string_view url);

  /// Text that stands directly in the element, between its parts.
  void text(std::string_view piece);

  /// Of two parts with one meaning the first counts.
  void store(Meaning meaning, std::string_view value);

  /// What the parts said, or else the text.
  [[nodiscard]] Person person() const;
  [[nodiscard]] std::string_view name() const;

  [[nodiscard]] const std::string& url() const { return person_.url; }

 private:
  Person person_;
  std::string text_;
};

}  // namespace collector
