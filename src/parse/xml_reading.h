// One reading of an XML document, strict or of the repaired text.
#pragma once

#include "core/feed.h"
#include "parse/xml_events.h"
#include "parse/xml_feed.h"

#include <string>
#include <string_view>
#include <vector>

namespace collector {

class XmlReading {
 public:
  XmlReading() = default;
  ~XmlReading() = default;
  XmlReading(const XmlReading&) = delete;  // its parts know each other's place
  XmlReading& operator=(const XmlReading&) = delete;

  /// The next bytes.
  void push(std::string_view utf8) { events_.push(utf8); }

  /// All of a document, in pieces that suit the parser.
  void push_whole(std::string_view utf8);

  [[nodiscard]] bool stopped() const { return events_.stopped(); }

  /// The entries that have ended, as far as they were not taken before.
  std::vector<RawEntry> take_ended() { return walk_.take_ended(); }

  /// The document has ended.
  const XmlReport& end() { return events_.finish(); }

  [[nodiscard]] bool is_feed() const { return walk_.is_feed(); }

  [[nodiscard]] const std::string& root() const { return walk_.root(); }

  /// What was read, with its warnings; the reading is over.
  RawFeed conclude();

  /// conclude() has found that entries taken before inherited the wrong things.
  [[nodiscard]] bool outdated() const { return outdated_; }

 private:
  RawFeed feed_;
  XmlFeed walk_{feed_};
  XmlEvents events_{walk_};
  bool outdated_ = false;
};

/// What libxml2 reads fastest; larger and smaller pieces both cost more.
inline constexpr std::size_t kChunkBytes = 16 * 1024;

/// As many as a feed may have.
void add_warnings(std::vector<std::string>& all, const std::vector<std::string>& more);

}  // namespace collector
