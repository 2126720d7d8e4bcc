#include "feed_input.h"

#include "cli/feed_json.h"
#include "core/error.h"
#include "core/json.h"
#include "parse/feed_reader.h"

#include <cstdlib>
#include <sstream>

using namespace collector;

namespace {

std::string printed(std::string_view document, std::size_t piece) {
  std::ostringstream out;
  FeedLine line({"https://example.org/feed", HtmlForm::Sanitised});
  try {
    FeedReader reader;
    for (std::size_t at = 0; at < document.size(); at += piece) {
      reader.feed(document.substr(at, piece));
      for (const RawEntry& entry : reader.take_entries())
        line.entry(entry);
    }
    const RawFeed feed = reader.finish();
    if (reader.taken_are_void()) line.start_over();
    line.print(out, "-", feed);
  } catch (const ParseError& error) {
    line.print_refused(out, "-", error.what());
  }
  return out.str();
}

}  // namespace

void check_document(std::string_view document) {
  const std::string whole = printed(document, document.size() + 1);
  if (!parse_json(whole)) std::abort();
  if (printed(document, 13) != whole) std::abort();
}
