#include "normalise/json_ld.h"

#include "core/json.h"

namespace collector {
namespace {

// Deeper than any page means it: object in a @graph in a list.
constexpr int kMaxDepth = 4;

/// A name, an object with one, or a list of either: the first.
std::string name_of(const Json& person, int depth = 0) {
  if (person.is_text()) return person.text();
  if (person.is_array() && !person.empty() && depth < kMaxDepth)
    return name_of(person.elements().front(), depth + 1);
  return person["name"].text();
}

LinkedArticle read_object(const Json& object) {
  LinkedArticle article;
  article.headline = object["headline"].text();
  article.published = object["datePublished"].text();
  article.modified = object["dateModified"].text();
  article.language = object["inLanguage"].text();
  article.author = name_of(object["author"]);
  if (article.published.empty()) {
    article.published = object["uploadDate"].text();  // of a video
  }
  return article;
}

bool says_something(const LinkedArticle& article) {
  return !article.headline.empty() || !article.published.empty();
}

LinkedArticle find_article(const Json& node, int depth) {
  if (depth > kMaxDepth) {
    return {};
  }
  if (node.is_object()) {
    if (LinkedArticle article = read_object(node); says_something(article)) {
      return article;
    }
    return find_article(node["@graph"], depth + 1);
  }
  for (const Json& part : node.elements()) {
    if (LinkedArticle article = find_article(part, depth + 1); says_something(article)) {
      return article;
    }
  }
  return {};
}

/// `text` without what hides it from readers of XHTML: "//<![CDATA[" before it, "//]]>" behind.
std::string_view without_cdata(std::string_view text) {
  constexpr std::string_view kBegin = "<![CDATA[";
  const std::size_t begin = text.find(kBegin);
  const std::size_t end = text.rfind("]]>");
  if (begin == std::string_view::npos || end == std::string_view::npos) return text;
  text = text.substr(begin + kBegin.size(), end - begin - kBegin.size());
  return text.substr(0, text.find_last_of("}]") + 1);
}

}  // namespace

LinkedArticle read_json_ld(std::string_view text) {
  const std::optional<Json> document = parse_json(without_cdata(text));
  return document ? find_article(*document, 0) : LinkedArticle{};
}

}  // namespace collector
