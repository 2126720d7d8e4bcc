// The sentences of the newsletter. Braces name what is put in, brackets the words of a link.
#pragma once

#include <string>

namespace collector {

/// As given: English.
struct Wording {
  std::string conjunction = "and";  // before the last one of several
  std::string comma = ",";          // between them, and before who wrote an article
  std::string stop = ".";           // at the end of a sentence
  std::string version = "version {version}";
  std::string versions = "versions {versions}";
  std::string product = "{project} has released {versions}";  // of clients and servers
  std::string described_product = "{project} has released {versions} of its {description}";
  std::string release = "{project} {versions} has been released";  // of all else
  std::string releases = "{project} {versions} have been released";
  std::string described_release = "{project}, {description}, {versions} has been released";
  std::string described_releases = "{project}, {description}, {versions} have been released";
  std::string title = "{title} released";  // where releases are told by titles
  std::string changelog = "Full details on the [changelog]";
  std::string changes = "See the changes from {span}";
  std::string span = "{from} to {to}";
  std::string sources = "See also {sources}";
  std::string more = "[Read more]";
  std::string author = "by {author}";
  std::string author_and_blog = "by {author} for {blog}";
  std::string blog = "from {blog}";
  std::string article = "the";  // before the name of a blog, a team or a forum; may be empty
  std::string opening = "This issue covers the month of {month}.";
  std::string summary = "In this issue:";
  std::string others = "more";  // after the first few names: "a, b and more"
};

}  // namespace collector
