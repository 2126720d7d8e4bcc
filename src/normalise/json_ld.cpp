#include "normalise/json_ld.h"

#include <nlohmann/json.hpp>

namespace collector {
namespace {

using nlohmann::json;

// Deeper than any page means it: object in a @graph in a list.
constexpr int kMaxDepth = 4;

std::string text_of(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>()
                                                     : std::string();
}

/// A name, an object with one, or a list of either: the first.
std::string name_of(const json& person, int depth = 0) {
  if (person.is_string()) {
    return person.get<std::string>();
  }
  if (person.is_object()) {
    return text_of(person, "name");
  }
  if (person.is_array() && !person.empty() && depth < kMaxDepth) {
    return name_of(person.front(), depth + 1);
  }
  return {};
}

LinkedArticle read_object(const json& object) {
  LinkedArticle article;
  article.headline = text_of(object, "headline");
  article.published = text_of(object, "datePublished");
  article.modified = text_of(object, "dateModified");
  article.language = text_of(object, "inLanguage");
  if (const auto author = object.find("author"); author != object.end()) {
    article.author = name_of(*author);
  }
  if (article.published.empty()) {
    article.published = text_of(object, "uploadDate");  // of a video
  }
  return article;
}

bool says_something(const LinkedArticle& article) {
  return !article.headline.empty() || !article.published.empty();
}

LinkedArticle find_article(const json& node, int depth) {
  if (depth > kMaxDepth) {
    return {};
  }
  if (node.is_object()) {
    if (LinkedArticle article = read_object(node); says_something(article)) {
      return article;
    }
    const auto graph = node.find("@graph");
    return graph == node.end() ? LinkedArticle{} : find_article(*graph, depth + 1);
  }
  if (node.is_array()) {
    for (const json& part : node) {
      if (LinkedArticle article = find_article(part, depth + 1); says_something(article)) {
        return article;
      }
    }
  }
  return {};
}

}  // namespace

LinkedArticle read_json_ld(std::string_view text) {
  const json document = json::parse(text, nullptr, false);
  return document.is_discarded() ? LinkedArticle{} : find_article(document, 0);
}

}  // namespace collector
