// A feed as one line of JSON: what `collector parse` prints.
#pragma once

#include "cli/held_text.h"
#include "cli/json_writer.h"
#include "core/feed.h"

#include <optional>
#include <ostream>
#include <string>

namespace collector {

enum class HtmlForm { Sanitised, AsGiven };

struct FeedJsonOptions {
  std::string base_url;  // where the document came from; empty: relative links stay as they are
  HtmlForm html = HtmlForm::Sanitised;
};

/// The line of one document, whose entries may be given while it is still being read. It is
/// ready for the next document when it has been printed.
class FeedLine {
 public:
  explicit FeedLine(const FeedJsonOptions& options);

  /// The next entry.
  void entry(const RawEntry& entry);

  /// The entries so far are void.
  void start_over();

  /// `file` is the document's name as the user gave it. The entries given come before those
  /// that `feed` has.
  void print(std::ostream& out, const std::string& file, const RawFeed& feed);

  /// The line that stands for a document that is no feed.
  void print_refused(std::ostream& out, const std::string& file, const std::string& why);

 private:
  const FeedJsonOptions options_;
  HeldText entries_;
  HeldText others_;                   // what stands around them
  std::optional<JsonWriter> writer_;  // of the entries
};

}  // namespace collector
