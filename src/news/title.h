// What the words of a title say: a release, the community's own affairs.
#pragma once

#include "core/time.h"
#include "core/version.h"
#include "news/projects.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// A title and its words, read once for all that is asked of it.
struct Title {
  explicit Title(std::string_view title);

  /// What stands behind the version, which there must be.
  [[nodiscard]] std::string_view rest() const;

  /// True when the version, which there must be, is no stable one by its mark or by the words
  /// round it.
  [[nodiscard]] bool is_early() const;

  std::string text;  // in ASCII forms
  std::vector<std::string> words;
  std::string spoken;  // the words with a blank round each, to find phrases in
  std::optional<FoundVersion> version;
  std::string mark;  // in words round the version; see early_mark()
  std::string name;  // in front of the version; see name_before()
};

/// The project of a title that says a version is out before it names it: "Вышла версия 2.1
/// программы Ёж". Null when there is none.
const Project* named_behind(const Title& title, const ProjectRegistry& projects);

/// True for a title that says a release is out: "Gajim 1.8.4", "Smack 4.4.7 released",
/// "Snikket Server - January 2024 release"; not for a question, a complaint or a how-to.
bool announces_release(const Title& title, const ProjectRegistry& projects);

/// True for "2026.7: A new look", which is a release where all news is of one project. When it
/// was published tells months that are versions from days.
bool opens_with_version(const Title& title, std::optional<UtcTime> published);

/// True when the title speaks of the community itself: elections, Summer of Code, the
/// protocol's birthday (a program's birthday is an article).
bool names_announcement(const Title& title, const ProjectRegistry& projects);

}  // namespace collector
