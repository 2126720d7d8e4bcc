#include "parse/inheritance.h"

#include "parse/document_kind.h"

#include <algorithm>

namespace collector {

namespace {

bool same_person(const Person& a, const Person& b) {
  return a.name == b.name && a.email == b.email && a.url == b.url;
}

bool same_people(const std::vector<Person>& a, const std::vector<Person>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_person);
}

}  // namespace

void Inheritance::hand_down(const RawFeed& feed, std::vector<RawEntry>& entries) {
  hand_down_language(feed, entries);
  if (is_atom(feed.format)) hand_down_authors(feed, entries);
  changed_ = changed_ || outdated(feed);
}

void Inheritance::hand_down_language(const RawFeed& feed, std::vector<RawEntry>& entries) {
  if (without_language_.empty()) return;
  for (const std::size_t index : without_language_)
    entries[index].language = feed.language;
  without_language_.clear();
  if (!language_) language_ = feed.language;
}

void Inheritance::hand_down_authors(const RawFeed& feed, std::vector<RawEntry>& entries) {
  for (RawEntry& entry : entries) {
    if (!entry.authors.empty()) continue;
    entry.authors = feed.authors;
    if (!authors_) authors_ = feed.authors;
  }
}

bool Inheritance::outdated(const RawFeed& feed) const {
  return changed_ || (language_ && *language_ != feed.language) ||
         (authors_ && !same_people(*authors_, feed.authors));
}

}  // namespace collector
