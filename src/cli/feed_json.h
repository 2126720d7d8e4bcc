// A feed as one line of JSON: what `collector parse` prints.
#pragma once

#include "cli/json_writer.h"
#include "core/feed.h"

#include <string>

namespace collector {

enum class HtmlForm { Sanitised, AsGiven };

struct FeedJsonOptions {
  std::string base_url;  // where the document came from; empty: relative links stay as they are
  HtmlForm html = HtmlForm::Sanitised;
};

/// One line. `file` is the document's name as the user gave it.
void print_feed(JsonWriter& json, const std::string& file, const RawFeed& feed,
                const FeedJsonOptions& options);

/// The line that stands for a document that is no feed.
void print_refused(JsonWriter& json, const std::string& file, const std::string& why);

}  // namespace collector
