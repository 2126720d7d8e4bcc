// What the keys of JSON Feed mean, put where it belongs in RawFeed.
#pragma once

#include "core/feed.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

class JsonFields {
 public:
  explicit JsonFields(RawFeed& feed) : feed_(feed) {}

  /// False: the feed has kMaxEntries already.
  bool begin_entry();
  void end_entry();

  /// "author" of 1.0 or "authors" of 1.1; where both stand, the newer one counts.
  void begin_people(std::string_view key);

  void begin_person() { person_ = {}; }

  void end_person();

  void begin_attachment() { attachment_ = {}; }

  void end_attachment();

  // The text that stands under `key`.
  void text_of_feed(std::string_view key, std::string value);
  void text_of_entry(std::string_view key, std::string value);
  void text_of_person(std::string_view key, std::string value);
  void text_of_attachment(std::string_view key, std::string value);
  void tag(std::string value);

  /// Some feeds have numbers for ids; `text` is the number as the document has it.
  void number_of_entry(std::string_view key, const std::string& text);
  void number_of_attachment(std::string_view key, double value);

  /// The document has ended. An entry that is still open was cut off and goes.
  void finish();

 private:
  [[nodiscard]] RawEntry& entry() { return feed_.entries.back(); }

  [[nodiscard]] std::vector<Person>& authors() {
    return in_entry_ ? entry().authors : feed_.authors;
  }

  RawFeed& feed_;
  bool in_entry_ = false;
  std::string key_of_people_;
  Person person_;
  Enclosure attachment_;
};

}  // namespace collector
