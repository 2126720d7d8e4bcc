#include "classify/features.h"

#include "classify/knowledge.h"
#include "classify/model.h"
#include "core/names.h"
#include "core/text.h"

#include <algorithm>

namespace collector {
namespace {

/// Builds the names in one piece of memory.
class Names {
 public:
  explicit Names(const std::function<void(std::string_view)>& take) : take_(take) {}

  template <typename... Parts>
  void add(const Parts&... parts) {
    name_.clear();
    (name_.append(parts), ...);
    std::replace(name_.begin(), name_.end(), ' ', '_');
    take_(name_);
  }

 private:
  const std::function<void(std::string_view)>& take_;
  std::string name_;
};

/// How much a title says: nothing but a version, a name, a heading, a sentence.
std::string_view length_of(std::size_t words) {
  if (words == 0) return "none";
  if (words == 1) return "one";
  if (words <= 3) return "few";
  return words <= 6 ? "some" : "many";
}

std::string_view version_in(const Clues& clues) {
  if (!clues.version) return "without-version";
  return clues.only_version ? "version" : "with-version";
}

/// What a title's signs say depends on the page it leads to and on whether it names a version.
void add_form(std::string_view form, const Clues& clues, std::string_view release,
              Names& names) {
  names.add("title=", form, release);
  names.add("title=", form, release, "/", clues.page);
  names.add("title=", form, release, "/", version_in(clues));
}

void add_title(const Item& item, const Clues& clues, std::string_view release, Names& names) {
  for (const std::string& word : clues.title_words)
    names.add("word=", word);
  if (!clues.title_words.empty()) names.add("first=", clues.title_words.front());
  if (clues.version) names.add("title=", version_in(clues));
  names.add("length=", length_of(clues.title_words.size()), release);
  if (item.title.ends_with("?")) add_form("question", clues, release, names);
  if (item.title.ends_with("!")) add_form("exclamation", clues, release, names);
  if (item.title.find(": ") != std::string::npos) add_form("colon", clues, release, names);
}

void add_host(const Clues& clues, std::string_view release, Names& names) {
  if (clues.host.empty()) return;
  names.add("host=", clues.host);
  names.add("host=", clues.host, release);
  const std::size_t last = clues.host.rfind('.');
  const std::size_t dot =
      last == std::string::npos || last == 0 ? last : clues.host.rfind('.', last - 1);
  if (dot != std::string::npos) names.add("host=", clues.host.substr(dot + 1));
}

/// "…/jan-2022-server-release": the link says what came out where the title does not.
void add_release_in_link(const Clues& clues, Names& names) {
  const std::vector<std::string>& said = clues.path_words;
  if (std::none_of(said.begin(), said.end(), [](const std::string& word) {
        return word == "release" || word == "released" || word == "releases";
      }))
    return;
  names.add("link=release");
  for (const std::string& word : said)
    if (const auto decides = deciding_word(word)) names.add("link=release/", decides->section);
}

void add_link(const Clues& clues, std::string_view release, Names& names) {
  names.add("page=", clues.page);
  if (!clues.forge) {
    add_release_in_link(clues, names);
    if (!clues.folder.empty()) names.add("folder=", clues.folder);
    for (const std::string& word : clues.path_words)
      names.add("path=", word);
    if (clues.version_in_link) names.add("link=version");
    return;
  }
  const std::string repository = lower(clues.forge->owner + "/" + clues.forge->repository);
  names.add("owner=", lower(clues.forge->owner));
  names.add("repository=", repository);
  names.add("repository=", repository, release);
  for (const std::string& word : words(clues.forge->repository))
    names.add("name=", word);
}

void add_project(const Clues& clues, std::string_view release, Names& names) {
  const std::string_view length = length_of(clues.title_words.size());
  if (clues.project == nullptr) {
    names.add("unknown", release);
    names.add("unknown", release, "/", length);
    return;
  }
  const std::string& section = clues.project->section;
  const std::string kind = section.empty() ? "vendor" : section;
  names.add("known=", kind);
  names.add("known=", kind, "/by-", clues.found_by);
  names.add("known=", kind, release, "/", length);
  names.add("known=", kind, "/by-", clues.found_by, release, "/", length);
  names.add("project=", fold_name(clues.project->name));
  names.add("project=", fold_name(clues.project->name), release);
}

/// Whose news it is: the project's, else the repository's, else the host's.
std::string subject_of(const Clues& clues) {
  if (clues.project != nullptr) return fold_name(clues.project->name);
  if (!clues.forge) return clues.host;
  return lower(clues.forge->owner + "/" + clues.forge->repository);
}

/// Links in the middle of a sentence begin small; they stand for more than they say.
void add_subject(const Item& item, const Clues& clues, std::string_view release, Names& names) {
  const std::string subject = subject_of(clues);
  if (subject.empty()) return;
  names.add(kNewsOf, subject, release, clues.plugin ? "/plugin" : "");
  const bool small = !item.title.empty() && item.title[0] >= 'a' && item.title[0] <= 'z';
  names.add("said-of=", subject, release, small ? "/small" : "/capital");
}

}  // namespace

void each_feature(const Item& item, const Clues& clues,
                  const std::function<void(std::string_view)>& take) {
  const std::string_view release = clues.release ? "/release" : "/text";
  Names names(take);
  names.add("kind", release);
  if (clues.plugin) {
    names.add("plugin");
    names.add("plugin", release);
  }
  add_title(item, clues, release, names);
  add_host(clues, release, names);
  add_link(clues, release, names);
  add_project(clues, release, names);
  add_subject(item, clues, release, names);
  if (const auto word = deciding_word(item.project)) names.add("says=", word->section);
  if (!item.language.empty()) names.add("language=", lower(item.language));
  if (!item.feed.empty()) names.add("feed=", item.feed);
}

std::vector<std::string> features_of(const Item& item, const ProjectRegistry& projects) {
  std::vector<std::string> found;
  each_feature(item, read_clues(item, projects),
               [&](std::string_view name) { found.emplace_back(name); });
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace collector
