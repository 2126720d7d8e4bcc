#include "news/projects.h"

#include "news/forge.h"
#include "news/names.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace collector {
namespace {

/// No name of a project has more words.
constexpr std::size_t kNameWords = 6;

/// So many bytes of a name tell most other words from it.
constexpr std::size_t kOpeningBytes = 3;

std::size_t opening_hash(std::string_view opening) {
  std::uint32_t hash = 2166136261u;  // FNV-1a
  for (const char c : opening)
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return (hash >> 16) ^ (hash & 0xffff);
}

/// Hosts where many strangers live: a home page there says nothing about its neighbours.
constexpr std::array<std::string_view, 10> kSharedHosts{
    "github.com", "codeberg.org",    "gitlab.com",     "sourceforge.net",  "sr.ht",
    "github.io",  "play.google.com", "apps.apple.com", "salsa.debian.org", "f-droid.org"};

std::string without_scheme(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  url = url.substr(0, url.find_first_of("?#"));
  while (url.ends_with("/"))
    url.remove_suffix(1);
  if (url.ends_with(".git")) url.remove_suffix(4);
  return lower(url);
}

std::string host(std::string_view url) {
  std::string text = without_scheme(url);
  text.resize(std::min(text.find_first_of("/:"), text.size()));
  return text;
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
  const std::string address = without_scheme(url);
  const bool deep = std::count(address.begin(), address.end(), '/') > 1;
  return deep ? address : host(url);
}

/// The keys a URL may be found under, nearest first: its path from the end, then its host and
/// those above it.
std::vector<std::string> home_keys(std::string_view url) {
  const std::string address = without_scheme(url);
  std::vector<std::string> keys;
  for (std::string_view part = address; part.find('/') != std::string_view::npos;
       part = up(part, '/'))
    keys.emplace_back(part);
  const std::string whole = host(url);
  for (std::string_view part = whole; !part.empty(); part = parent_host(part))
    keys.emplace_back(part);
  return keys;
}

}  // namespace

ProjectRegistry::ProjectRegistry(std::vector<Project> projects) {
  for (Project& project : projects) {
    const auto known = by_name_.find(fold_name(project.name));
    if (known != by_name_.end() &&
        fold_name(projects_[known->second].name) == fold_name(project.name)) {
      projects_[known->second] = std::move(project);
      continue;
    }
    add_name(fold_name(project.name), projects_.size());
    projects_.push_back(std::move(project));
  }
  for (std::size_t index = 0; index < projects_.size(); ++index) {
    for (const std::string& alias : projects_[index].aliases)
      add_name(fold_name(alias), index);
    for (const std::string& url : projects_[index].repositories)
      add_repository(url, index);
    add_home(projects_[index].home, index);
  }
}

void ProjectRegistry::add_name(const std::string& name, std::size_t index) {
  by_name_.try_emplace(name, index);
  longest_name_ = std::max(longest_name_, name.size());
  add_opening(name.substr(0, kOpeningBytes));
}

/// Anything may follow a name that is shorter.
void ProjectRegistry::add_opening(const std::string& opening) {
  if (opening.size() == kOpeningBytes) {
    openings_.set(opening_hash(opening));
  } else if (opening.size() + 1 == kOpeningBytes) {
    for (int next = 0; next < 256; ++next)
      openings_.set(opening_hash(opening + static_cast<char>(next)));
  } else {
    openings_.set();
  }
}

void ProjectRegistry::add_repository(const std::string& url, std::size_t index) {
  if (!url.empty()) by_repository_.try_emplace(without_scheme(url), index);
}

void ProjectRegistry::add_home(const std::string& url, std::size_t index) {
  if (url.empty()) return;
  if (const auto forge = read_forge_url(url)) return add_repository(forge->home(), index);
  if (!is_shared(host(url))) by_home_[home_key(url)].push_back(index);
}

const Project* ProjectRegistry::by_name(std::string_view name) const {
  const auto found = by_name_.find(fold_name(name));
  return found == by_name_.end() || name.empty() ? nullptr : &projects_[found->second];
}

const Project* ProjectRegistry::by_url(std::string_view url) const {
  const std::string address = without_scheme(url);
  for (std::string_view part = address; !part.empty(); part = up(part, '/'))
    if (const auto found = by_repository_.find(std::string(part));
        found != by_repository_.end())
      return &projects_[found->second];
  return nullptr;
}

const Project* ProjectRegistry::by_home(std::string_view url) const {
  for (const std::string& key : home_keys(url))
    if (const auto found = by_home_.find(key); found != by_home_.end())
      return found->second.size() == 1 ? &projects_[found->second.front()] : nullptr;
  return nullptr;
}

bool ProjectRegistry::is_home(std::string_view url) const {
  const std::vector<std::string> keys = home_keys(url);
  return std::any_of(keys.begin(), keys.end(),
                     [&](const std::string& key) { return by_home_.contains(key); });
}

const Project* ProjectRegistry::leading(std::string_view text) const {
  std::string name;
  const Project* longest = nullptr;
  std::size_t at = word_start(text, 0);
  for (std::size_t count = 0; count < kNameWords && at < text.size(); ++count) {
    const std::size_t end = word_end(text, at);
    append_folded(name, text.substr(at, end - at));
    if (name.size() > longest_name_) break;
    if (const auto found = by_name_.find(name); found != by_name_.end())
      longest = &projects_[found->second];
    at = word_start(text, end);
  }
  return longest;
}

/// False when no name can begin at the beginning of `text`; looks at a few bytes only, through
/// what folding would take away.
bool ProjectRegistry::may_begin_name(std::string_view text) const {
  std::array<char, kOpeningBytes> opening{};
  std::size_t length = 0;
  for (std::size_t at = word_start(text, 0); at < text.size() && length < kOpeningBytes;
       at = word_start(text, at + 1)) {
    const char c = text[at];
    opening[length++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return length < kOpeningBytes || openings_.test(opening_hash({opening.data(), length}));
}

const Project* ProjectRegistry::mentioned(std::string_view text) const {
  for (std::size_t at = word_start(text, 0); at < text.size();
       at = word_start(text, word_end(text, at))) {
    if (!may_begin_name(text.substr(at))) continue;
    if (const Project* project = leading(text.substr(at))) return project;
  }
  return nullptr;
}

}  // namespace collector
