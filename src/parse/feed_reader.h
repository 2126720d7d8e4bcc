// Bytes, as they come → RawFeed: settles the encoding, sniffs the format, repairs what can be
// repaired.
#pragma once

#include "core/feed.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// Reads one document. Parsing begins with the first chunk; the bytes are kept until the
/// document has ended, so that a repair can start anew. Bounding them is the caller's part.
class FeedReader {
 public:
  /// The whole document once more.
  using Again = std::function<std::string()>;

  /// `content_type` is the HTTP header's value, empty when unknown. With `again` the bytes are
  /// not kept: a repair asks for them, and the end of a document that is no XML.
  explicit FeedReader(std::string_view content_type = {}, Again again = {});
  ~FeedReader();
  FeedReader(FeedReader&&) noexcept;
  FeedReader& operator=(FeedReader&&) noexcept;
  FeedReader(const FeedReader&) = delete;
  FeedReader& operator=(const FeedReader&) = delete;

  /// The next bytes of the document.
  void feed(std::string_view bytes);

  /// Entries that have ended, as far as they were not taken before: a document need not be held
  /// as a whole. finish() gives the others.
  std::vector<RawEntry> take_entries();

  /// After finish(): it has given all entries anew, and those taken before are void. The
  /// document had to be repaired, or said at its end what they should have inherited.
  [[nodiscard]] bool taken_are_void() const;

  /// The document has ended. Throws ParseError, "LINE:COLUMN: why", when it is no feed at all:
  /// "an HTML page; it names the feed …", "a bot challenge", "empty".
  RawFeed finish();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// A whole document at once, throws as FeedReader::finish does.
RawFeed read_feed(std::string_view document, std::string_view content_type = {});

}  // namespace collector
