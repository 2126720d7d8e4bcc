#include "classify/features.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

struct Phrase {
  std::string_view name;  // of the feature, up to its value
  std::string_view before;
  std::string_view after;
};

constexpr std::array<Phrase, 16> kPhrases{{
    {"word=", "the word \"", "\" in the title"},
    {"first=", "a title that begins with \"", "\""},
    {"host=", "pages of ", ""},
    {"says=", "a name as those of ", " are"},
    {"owner=", "the repositories of ", ""},
    {"repository=", "the repository ", ""},
    {"name=", "\"", "\" in the repository's name"},
    {"path=", "\"", "\" in the link"},
    {"folder=", "links below /", ""},
    {"project=", "news of ", ""},
    {"language=", "the language ", ""},
    {"feed=", "the feed ", ""},
    {"news-of=", "news of ", ""},
    {"said-of=", "news of ", ""},
    {"page=", "a link to a ", " page"},
    {"length=", "how long the title is", ""},
}};

/// "known=clients/by-link/release/few" in words.
std::string describe_known(std::string_view value) {
  const std::string_view section = value.substr(0, value.find('/'));
  if (section == "vendor") return "news of a vendor of several programs";
  return "a project listed under " + std::string(section);
}

/// Takes "/release" or "/text" off the end and says it.
std::string_view take_kind(std::string_view& name) {
  for (const auto& [ending, words] :
       {std::pair<std::string_view, std::string_view>{"/release", ", as a release"},
        {"/text", ", as a text"}})
    if (name.ends_with(ending)) {
      name.remove_suffix(ending.size());
      return words;
    }
  return {};
}

}  // namespace

std::string describe_feature(std::string_view name) {
  std::string_view rest = name;
  for (const std::string_view ending : {"/small", "/capital", "/plugin"})
    if (rest.ends_with(ending)) rest.remove_suffix(ending.size());
  const std::string_view kind = take_kind(rest);
  if (rest == "kind") return kind == ", as a release" ? "it is a release" : "it is no release";
  if (rest.starts_with("known=")) return describe_known(rest.substr(6));
  if (rest.starts_with("unknown")) return "its project is unknown" + std::string(kind);
  if (rest == "plugin") return "a plugin" + std::string(kind);
  if (rest.starts_with("length=")) return "the length of the title" + std::string(kind);
  for (const Phrase& phrase : kPhrases) {
    if (!rest.starts_with(phrase.name)) continue;
    std::string text(phrase.before);
    text.append(rest.substr(phrase.name.size())).append(phrase.after).append(kind);
    return text;
  }
  return "the form of title and link" + std::string(kind);
}

}  // namespace collector
