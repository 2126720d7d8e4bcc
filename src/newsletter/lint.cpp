#include "newsletter/lint.h"

#include "core/canonical_url.h"
#include "core/text.h"
#include "core/url.h"
#include "core/utf8.h"
#include "newsletter/versions.h"
#include "newsletter/weekdays.h"

#include <re2/re2.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>

namespace collector {

namespace {

/// xmpp:, mailto:, https: and all others (RFC 3986 section 3.1).
bool has_scheme(const std::string& url) {
  static const RE2 kScheme("^[A-Za-z][A-Za-z0-9+.-]*:");
  static const RE2 kHostAndPort("^[A-Za-z0-9.-]+\\.[A-Za-z]+:[0-9]");
  return RE2::PartialMatch(url, kScheme) && !RE2::PartialMatch(url, kHostAndPort);
}

/// An address within the path, as archives have it, brings its own two slashes.
bool has_double_slash(std::string_view url) {
  const std::string_view path = split_url(url).path;
  for (std::size_t at = path.find("//"); at != std::string_view::npos;
       at = path.find("//", at + 1)) {
    if (at == 0 || path[at - 1] != ':') return true;
  }
  return false;
}

/// The parameters of an address; empty when there are none.
std::string_view query_of(std::string_view url) {
  const std::size_t mark = url.find('?');
  return mark == std::string_view::npos ? "" : url.substr(mark + 1);
}

/// What is wrong with one web address.
void check_web_link(const std::string& url, std::vector<std::string>& wrong) {
  const std::string clean = printable_url(url);
  if (url.starts_with("http://")) wrong.push_back("http link: " + url + "; try https");
  if (has_double_slash(url)) {
    wrong.push_back("two slashes in the path: " + url + "; write " + clean);
  }
  const bool tracked = query_of(clean) != query_of(url);
  if (tracked) wrong.push_back("tracking parameters: " + url + "; write " + clean);
}

/// What was meant by an address without its scheme: "@ann@social.example" is a profile,
/// "ann@mail.example" a mailbox.
std::string with_scheme(const std::string& url) {
  static const RE2 kHandle(R"((@?)([\w.+-]+)@([\w-]+(?:\.[\w-]+)+))");
  std::string sign;
  std::string user;
  std::string host;
  if (!RE2::FullMatch(url, kHandle, &sign, &user, &host)) return "https://" + url;
  return sign.empty() ? "mailto:" + url : "https://" + host + "/@" + user;
}

void check_link(const std::string& url, std::vector<std::string>& wrong) {
  if (url.empty()) {
    wrong.push_back("a link that leads nowhere; give its address");
  } else if (is_web_url(url)) {
    check_web_link(url, wrong);
  } else if (url.starts_with("//")) {
    wrong.push_back("link without a scheme: " + url + "; write https:" + url);
  } else if (url.front() != '/' && url.front() != '#' && !has_scheme(url)) {
    wrong.push_back("link without a scheme: " + url + "; write " + with_scheme(url));
  }
}

/// "[0.24](…/tag/v0.2.4)".
void check_version(const PrintedLink& link, std::vector<std::string>& wrong) {
  const auto named = named_version(link.text);
  const auto tagged = tagged_version(link.url);
  if (!named || !tagged || *named == *tagged) return;
  wrong.push_back("says " + link.text + ", leads to " + *tagged + ": " + link.url);
}

/// True for a link to a release: "1.2", "v0.3.0", "ejabberd 25.07".
bool is_release_link(const PrintedLink& link) {
  static const RE2 kVersion("(?:^| )v?[0-9]+(?:\\.[0-9A-Za-z]+)+");
  return RE2::PartialMatch(link.text, kVersion);
}

std::string small_letters(std::string_view text) {
  std::string letters;
  std::ranges::copy_if(lower(text), std::back_inserter(letters), is_word_letter);
  return letters;
}

/// True when `project` is what `release` is one of: its repository or home lies above the
/// release, or the release's address bears its name. One word is a name, too, where words are
/// parted by blanks.
bool is_project_of(const PrintedLink& project, const PrintedLink& release) {
  const bool one_word = is_ascii(project.text) && !contains(project.text, " ");
  return release.url.starts_with(project.url) || one_word ||
         contains(small_letters(release.url), small_letters(project.text));
}

/// True when `link` is what its note is about, not a help to the reader: a release, or the link
/// it opens with where that is no project whose release follows. Home pages and extensions are
/// named wherever they matter.
bool is_news(const PrintedNote& note, const PrintedLink& link) {
  if (!is_web_url(link.url) || split_url(link.url).path.size() < 2) return false;
  if (is_release_link(link)) return true;
  return note.bullet && &link == &note.links.front() && note.text.starts_with(link.text) &&
         std::ranges::none_of(note.links, [&](const PrintedLink& other) {
           return is_release_link(other) && is_project_of(link, other);
         });
}

/// Finds what is printed twice. One bullet may name one page for several versions.
class Repetitions {
 public:
  void check(const PrintedNote& note, std::vector<Finding>& findings) {
    for (const PrintedLink& link : note.links) {
      if (!is_news(note, link)) continue;
      const auto [known, fresh] =
          told_.try_emplace(canonical_url(link.url), Told{&note, &link});
      const auto [other_note, other] = known->second;
      const bool same_bullet = other_note == &note;
      if (fresh || (same_bullet && named_version(other->text) != named_version(link.text)))
        continue;
      findings.push_back({link.line, "the same link as in line " + std::to_string(other->line) +
                                         ": " + link.url});
    }
  }

 private:
  struct Told {
    const PrintedNote* note;
    const PrintedLink* link;
  };

  std::unordered_map<std::string, Told> told_;  // by address
};

}  // namespace

std::vector<Finding> lint(const PrintedNewsletter& newsletter) {
  std::vector<Finding> findings;
  Repetitions repetitions;
  for (const PrintedNote& note : newsletter.notes) {
    std::vector<std::string> wrong;
    for (const PrintedLink& link : note.links) {
      wrong.clear();
      check_link(link.url, wrong);
      check_version(link, wrong);
      for (std::string& message : wrong)
        findings.push_back({link.line, std::move(message)});
    }
    if (note.text.find("](") != std::string::npos) {
      findings.push_back({note.line, "a link that is none: mind its brackets"});
    }
    for (std::string& message : wrong_weekdays(note.text, newsletter.date))
      findings.push_back({note.line, std::move(message)});
    repetitions.check(note, findings);
  }
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.line < b.line; });
  return findings;
}

}  // namespace collector
