#include "news/projects.h"

#include "core/names.h"
#include "core/text.h"
#include "core/url.h"
#include "news/forge.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

/// No name of a project has more words.
constexpr std::size_t kNameWords = 6;

/// Hosts where many strangers live: a home page there says nothing about its neighbours.
constexpr std::array<std::string_view, 10> kSharedHosts{
    "github.com", "codeberg.org",    "gitlab.com",     "sourceforge.net",  "sr.ht",
    "github.io",  "play.google.com", "apps.apple.com", "salsa.debian.org", "f-droid.org"};

std::string bare_address(std::string_view url) {
  url = before_any<'?', '#'>(without_www(without_scheme(url)));
  while (url.ends_with("/"))
    url.remove_suffix(1);
  if (url.ends_with(".git")) url.remove_suffix(4);
  return lower(url);
}

/// Of what bare_address() gives.
std::string_view host_part(std::string_view address) {
  return before_any<'/', ':'>(address);
}

std::string host(std::string_view url) {
  return std::string(host_part(bare_address(url)));
}

bool is_shared(std::string_view host) {
  return std::any_of(kSharedHosts.begin(), kSharedHosts.end(), [&](std::string_view shared) {
    return host == shared ||
           (host.ends_with(shared) && host[host.size() - shared.size() - 1] == '.');
  });
}

/// `text` without its last part, cut at `separator`; empty when there is none.
std::string_view up(std::string_view text, char separator) {
  const std::size_t cut = text.rfind(separator);
  return cut == std::string_view::npos ? std::string_view() : text.substr(0, cut);
}

/// "blog.prosody.im" → "prosody.im" → "im".
std::string_view parent_host(std::string_view host) {
  const std::size_t dot = host.find('.');
  return dot == std::string_view::npos ? std::string_view() : host.substr(dot + 1);
}

/// What a home page speaks for: its whole host, unless it lies deep in somebody else's
/// ("pulkomandy.tk/projects/renga").
std::string home_key(std::string_view url) {
  const std::string address = bare_address(url);
  const bool deep = std::count(address.begin(), address.end(), '/') > 1;
  return deep ? address : host(url);
}

/// "ConverseJS" → "Converse JS": a text may part a name where its capitals do.
std::string part_humps(std::string_view name) {
  std::string parted;
  for (std::size_t at = 0; at < name.size(); ++at) {
    const bool capital = name[at] >= 'A' && name[at] <= 'Z';
    if (capital && at > 0 && name[at - 1] >= 'a' && name[at - 1] <= 'z') parted += ' ';
    parted += name[at];
  }
  return parted;
}

}  // namespace

ProjectRegistry::ProjectRegistry(std::vector<Project> projects) {
  for (Project& project : projects) {
    const auto [known, fresh] = by_name_.try_emplace(fold_name(project.name), projects_.size());
    if (fresh)
      projects_.push_back(std::move(project));
    else
      projects_[known->second] = std::move(project);
  }
  for (std::size_t index = 0; index < projects_.size(); ++index) {
    add_name(projects_[index].name, index);
    for (const std::string& alias : projects_[index].aliases)
      add_name(alias, index);
    for (const std::string& url : projects_[index].repositories)
      add_repository(url, index);
    add_home(projects_[index].home, index);
  }
}

void ProjectRegistry::add_name(const std::string& name, std::size_t index) {
  by_name_.try_emplace(fold_name(name), index);
  const std::string parted = part_humps(name);
  std::string opening;
  std::string word;
  for (WordReader reader(parted); reader.next(word);)
    openings_.insert(opening += word);
}

void ProjectRegistry::add_repository(const std::string& url, std::size_t index) {
  if (url.empty()) return;
  by_repository_.try_emplace(bare_address(url), index);
  hosts_.insert(host(url));
}

void ProjectRegistry::add_home(const std::string& url, std::size_t index) {
  if (url.empty()) return;
  if (const auto forge = read_forge_url(url)) return add_repository(forge->home(), index);
  if (is_shared(host(url))) return;
  by_home_[home_key(url)].push_back(index);
  hosts_.insert(host(url));
}

const Project* ProjectRegistry::by_name(std::string_view name) const {
  const auto found = by_name_.find(fold_name(name));
  return found == by_name_.end() || name.empty() ? nullptr : &projects_[found->second];
}

const Project* ProjectRegistry::by_url(std::string_view url) const {
  const std::string address = bare_address(url);
  if (!hosts_.contains(host_part(address))) return nullptr;
  for (std::string_view part = address; !part.empty(); part = up(part, '/'))
    if (const auto found = by_repository_.find(part); found != by_repository_.end())
      return &projects_[found->second];
  return nullptr;
}

const std::vector<std::size_t>* ProjectRegistry::homes(std::string_view url) const {
  const std::string address = bare_address(url);
  const std::string_view whole = host_part(address);
  if (hosts_.contains(whole))
    for (std::string_view part = address; !part.empty(); part = up(part, '/'))
      if (const auto found = by_home_.find(part); found != by_home_.end())
        return &found->second;
  for (std::string_view part = whole; !part.empty(); part = parent_host(part))
    if (const auto found = by_home_.find(part); found != by_home_.end()) return &found->second;
  return nullptr;
}

const Project* ProjectRegistry::by_home(std::string_view url) const {
  const std::vector<std::size_t>* found = homes(url);
  return found != nullptr && found->size() == 1 ? &projects_[found->front()] : nullptr;
}

bool ProjectRegistry::is_home_of(const Project& project, std::string_view url) const {
  const std::vector<std::size_t>* found = homes(url);
  return found != nullptr && std::ranges::any_of(*found, [&](std::size_t index) {
           return &projects_[index] == &project;
         });
}

bool ProjectRegistry::is_home(std::string_view url) const {
  return homes(url) != nullptr;
}

const Project* ProjectRegistry::at_word(const std::string& first, WordReader rest) const {
  // Most words of a text begin no name; this tells so without joining them to the next ones.
  if (!openings_.contains(first)) return nullptr;
  const Project* longest = nullptr;
  std::string name = first;
  std::string word;
  for (std::size_t count = 1; count <= kNameWords; ++count) {
    if (const auto found = by_name_.find(name); found != by_name_.end())
      longest = &projects_[found->second];
    if (!rest.next(word)) break;
    name += word;
  }
  return longest;
}

const Project* ProjectRegistry::leading(std::string_view text) const {
  WordReader reader(text);
  std::string word;
  return reader.next(word) ? at_word(word, reader) : nullptr;
}

const Project* ProjectRegistry::mentioned(std::string_view text) const {
  std::string word;
  for (WordReader reader(text); reader.next(word);)
    if (const Project* project = at_word(word, reader)) return project;
  return nullptr;
}

}  // namespace collector
