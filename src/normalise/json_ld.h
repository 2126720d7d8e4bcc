// What a page's JSON-LD says of the article on it, in the vocabulary of schema.org.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// Empty what is not said.
struct LinkedArticle {
  std::string headline;
  std::string author;
  std::string published;
  std::string modified;
  std::string language;
};

/// The first article, posting or page of `text` that names its date or headline; all empty when
/// there is none or the JSON is broken.
LinkedArticle read_json_ld(std::string_view text);

}  // namespace collector
