// What the keys of a list of events mean, put where it belongs in RawFeed. The form is that of
// the XSF's data/events.json; "rrule" and "language" are ours.
#pragma once

#include "core/feed.h"

#include <string>
#include <string_view>

namespace collector {

class EventFields {
 public:
  explicit EventFields(RawFeed& feed) : feed_(feed) {}

  /// False: the feed has kMaxEntries already.
  bool begin_event();
  void text(std::string_view key, std::string value);

  /// Once at least: an event may be held in several languages.
  void language(const std::string& value);

  /// An event that says no day is left out, with a warning.
  void end_event();

  /// True when an event has said a day: then this is such a list.
  [[nodiscard]] bool found() const { return found_; }

  /// The document has ended. An event that is still open was cut off and goes.
  void finish();

 private:
  RawFeed& feed_;
  bool open_ = false;
  bool found_ = false;
  std::string kind_;
  std::string location_;
  std::string first_;
  std::string last_;
  std::string rule_;
};

}  // namespace collector
