#include "news/title.h"

#include "core/names.h"
#include "core/text.h"
#include "core/utf8.h"
#include "news/early_words.h"
#include "news/meetings.h"
#include "news/numbers.h"
#include "news/release_name.h"
#include "news/release_words.h"
#include "news/test_calls.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace collector {
namespace {

/// What takes back the word behind it: "will be released", "not available", "in uscita".
constexpr std::array<std::string_view, 4> kDenyingWords{"be", "not", "yet", "in"};

constexpr std::array<std::string_view, 4> kReleaseWords{"release", "releases", "announcing",
                                                        "introducing"};

/// The same, unless somebody has trouble with it: "Login fails after the update to 4.8".
constexpr std::string_view kUpdate = "update";

/// Words of those whom a release gives trouble, unless they speak of its end.
constexpr std::array<std::string_view, 30> kTroubleWords{
    "fail",     "fails",  "failed", "failing",  "failure",  "crash",    "crashes", "crashed",
    "error",    "errors", "broken", "cannot",   "cant",     "unable",   "stuck",   "problem",
    "issue",    "issues", "help",   "doesnt",   "wont",     "problems", "nicht",   "fehler",
    "probleme", "hilfe",  "erreur", "problème", "problema", "errore"};
constexpr std::array<std::string_view, 17> kMendingWords{
    "fix",     "fixes",      "fixed",    "fixing",   "resolves", "resolved",
    "solves",  "solved",     "improves", "improved", "better",   "behebt",
    "behoben", "korrigiert", "gelöst",   "corrige",  "corrigé"};

/// How titles begin that speak of what to do with a release.
constexpr std::array<std::string_view, 28> kUseWords{
    "upgrading",   "updating",      "installing", "using",     "running", "testing",
    "trying",      "building",      "compiling",  "packaging", "porting", "migrating",
    "moving",      "switching",     "deploying",  "debugging", "fixing",  "exploring",
    "configuring", "understanding", "how",        "why",       "what",    "when",
    "my",          "our",           "top",        "from"};

/// What stands with a colon in front of what is written about.
constexpr std::array<std::string_view, 13> kLabels{
    "review", "tutorial", "howto",     "guide", "help",    "question", "test",
    "tip",    "bug",      "interview", "video", "podcast", "episode"};

/// What may stand behind a version that the title says alone.
constexpr std::array<std::string_view, 10> kOnlyVersionWords{
    "release", "released", "version", "is", "has", "been", "out", "now", "available", "stable"};

/// Words of a name that the title must say is released, and of one that need not.
constexpr std::size_t kLongestName = 6;
constexpr std::size_t kShortName = 2;

/// What may stand behind the version of a release, besides another version and what is set off
/// by a mark or begins with a capital.
constexpr auto kReleaseGoesOn = std::to_array<std::string_view>(
    {"for", "with", "is", "has", "now", "brings", "adds", "comes", "fixes", "plugin", "through",
     "to", "arrives", "über", "для", "с", "з", "за", "برای"});

constexpr std::array<std::string_view, 7> kAnnouncementPhrases{" council election ",
                                                               " council elections ",
                                                               " board election ",
                                                               " board elections ",
                                                               " gsoc ",
                                                               " summer of code ",
                                                               " seeking volunteers "};

std::string with_blanks(const std::vector<std::string>& words) {
  std::string text = " ";
  for (const std::string& word : words)
    text += word + " ";
  return text;
}

bool names_software(std::string_view title, const ProjectRegistry& projects) {
  const Project* project = projects.mentioned(title);
  return project != nullptr && !project->section.empty();
}

bool is_question(std::string_view title) {
  return title.ends_with("?");
}

bool is_complaint(const Title& title) {
  return has_any(title.words, kTroubleWords) && !has_any(title.words, kMendingWords);
}

/// True for "Upgrading Openfire" and "Review: Dino": what stands before the version is more
/// than a name.
bool is_about_use(std::string_view name) {
  const std::string_view thing = without_teller(name);
  if (thing.size() < name.size() && is_one_of(kLabels, words(name).front())) return true;
  const std::vector<std::string> said = words(thing);
  return said.size() > 1 && is_one_of(kUseWords, said.front());
}

/// True for "1.8.3", "Version 1.8.3", "4.3.1 release", where nothing stands before the version
/// that names something.
bool says_only_version(const Title& title) {
  const std::vector<std::string> behind = words(title.rest());
  return std::ranges::all_of(
      behind, [](const std::string& word) { return is_one_of(kOnlyVersionWords, word); });
}

/// True for "Ada Heron: 2.5.0 of Quay is out": who tells it is not what is released.
bool is_teller(const Title& title) {
  const std::string_view before =
      trimmed(std::string_view(title.text).substr(0, title.version->begin));
  return before.ends_with(':') && words(title.name).size() > 1;
}

/// The word with which a sentence goes on behind the version, if one does: "and" of "Log4j 2.17
/// and Openfire".
std::string word_behind(const Title& title) {
  const std::string_view rest = title.rest();
  if (!rest.starts_with(' ') || !begins_with_letter(rest.substr(1))) return {};
  if (rest.starts_with(" w/")) return "with";
  const bool in_words = !begins_with_capital(rest.substr(1)) && !find_version(rest);
  const std::vector<std::string> behind = words(rest);
  return in_words && !behind.empty() ? behind.front() : std::string();
}

/// "Quay 2.1 nightly build" and "Quay 2.1 daily build" are pre-releases, "Quay 2.1 build
/// instructions" are none.
bool names_build(const Title& title, std::string_view next) {
  return is_prerelease(title.version->text) ? next == "build" : !title.mark.empty();
}

bool goes_on(const Title& title) {
  const std::string next = word_behind(title);
  return !next.empty() && !is_one_of(kReleaseGoesOn, next) && !names_build(title, next);
}

enum class Appearance { Unsaid, Out, NotYet };

Appearance appearance(const std::vector<std::string>& said) {
  Appearance found = Appearance::Unsaid;
  for (std::size_t at = 0; at < said.size(); ++at) {
    if (!is_out_word(said[at])) continue;
    if (at == 0 || !is_one_of(kDenyingWords, said[at - 1])) return Appearance::Out;
    found = Appearance::NotYet;
  }
  return found;
}

/// True for "Beta 2", but not for "2048" and "Next", which are names, too.
bool is_numbered_mark(std::string_view thing) {
  return is_prerelease(thing) && std::ranges::any_of(thing, is_digit) &&
         std::ranges::all_of(words(thing), [](const std::string& word) {
           return is_prerelease(word) || std::ranges::all_of(word, is_digit);
         });
}

/// False for what is longer than a name, or made of other words: "Wydano Jeża" 2.0 bends its
/// name, "Beta 2" of 4.7 has none.
bool may_be_name(std::string_view thing) {
  const std::vector<std::string> said = words(thing);
  const std::size_t longest = is_unparted(thing) ? kShortName : kLongestName;
  return !said.empty() && said.size() <= longest && !is_out_word(said.front()) &&
         !is_numbered_mark(thing);
}

/// True for "XEP-0384 1.0": specifications have versions, too.
bool names_specification(std::string_view name) {
  const std::vector<std::string> said = words(name);
  return said.size() == 2 && said[0] == "xep" && is_digit(said[1][0]);
}

}  // namespace

Title::Title(std::string_view title)
    : text(trimmed(in_ascii_forms(title))),
      words(collector::words(text)),
      spoken(with_blanks(words)),
      version(find_version(text)),
      mark(version ? early_mark(text, *version) : std::string()),
      name(version ? name_before(text, *version) : std::string()) {}

std::string_view Title::rest() const {
  return std::string_view(text).substr(version->end);
}

bool Title::is_early() const {
  return is_prerelease(version->text) || !mark.empty();
}

const Project* named_behind(const Title& title, const ProjectRegistry& projects) {
  const bool out = title.version && title.name.empty() && is_out_word(title.words.front());
  return out ? projects.mentioned(title.rest()) : nullptr;
}

bool announces_release(const Title& title, const ProjectRegistry& projects) {
  if (is_question(title.text) || title.words.empty()) return false;
  if (!title.version) {
    const std::string& last = title.words.back();
    return (last == "release" || last == "released") && projects.leading(title.text) != nullptr;
  }
  const Sequel goes_on_as = sequel(title.rest());
  if (goes_on_as == Sequel::Mention || calls_for_tests(title) || tells_amount(title))
    return false;
  if (title.name.empty())
    return goes_on_as == Sequel::Release || says_only_version(title) ||
           named_behind(title, projects) != nullptr;
  const std::string_view thing = without_teller(title.name);
  const bool known = project_named(title.name, projects) != nullptr;
  if (!known && (!may_be_name(thing) || is_teller(title))) return false;
  if (names_specification(thing)) return false;
  if (goes_on_as == Sequel::Release) return true;
  const Appearance said = appearance(title.words);
  if (said != Appearance::Unsaid) return said == Appearance::Out;
  if (std::ranges::any_of(title.words, is_not_yet_word) || wishes_tests(title)) return false;
  if (has_any(title.words, kReleaseWords)) return true;
  if (is_complaint(title) || is_about_use(title.name)) return false;
  if (is_one_of(title.words, kUpdate)) return true;
  if (known) return !is_mention_word(word_behind(title));
  return words(thing).size() <= kShortName && !goes_on(title) && !tells_time(title) &&
         !names_event(title);
}

bool opens_with_version(const Title& title, std::optional<UtcTime> published) {
  return title.version && title.name.empty() && title.version->begin == 0 &&
         title.rest().starts_with(": ") && !opens_with_number(title, published) &&
         !is_question(title.text) && !names_event(title) && !looks_back(title) &&
         !calls_for_tests(title) && !wishes_tests(title) &&
         std::ranges::none_of(title.words, is_not_yet_word);
}

bool names_announcement(const Title& title, const ProjectRegistry& projects) {
  if (contains(title.spoken, " happy birthday ")) return !names_software(title.text, projects);
  return contains_any(title.spoken, kAnnouncementPhrases);
}

}  // namespace collector
