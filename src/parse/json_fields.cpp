#include "parse/json_fields.h"

#include "parse/limits.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace collector {

bool JsonFields::begin_entry() {
  if (feed_.entries.size() == kMaxEntries) return false;
  feed_.entries.emplace_back();
  in_entry_ = true;
  return true;
}

void JsonFields::end_entry() {
  if (entry().link.empty()) entry().link = entry().original_link;
  in_entry_ = false;
}

void JsonFields::begin_people(std::string_view key) {
  key_of_people_ = key;
  if (key == "authors") authors().clear();
}

void JsonFields::end_person() {
  const auto same = [this](const Person& one) {
    return one.name == person_.name && one.url == person_.url;
  };
  const bool is_empty = person_.name.empty() && person_.url.empty();
  const bool is_older_form = key_of_people_ == "author" && !authors().empty();
  if (is_empty || is_older_form || std::any_of(authors().begin(), authors().end(), same))
    return;
  add_within_limit(authors(), std::move(person_));
}

void JsonFields::end_attachment() {
  if (attachment_.url.empty()) return;
  auto& list = entry().enclosures;
  const auto same = [this](const Enclosure& one) { return one.url == attachment_.url; };
  if (std::none_of(list.begin(), list.end(), same))
    add_within_limit(list, std::move(attachment_));
}

void JsonFields::text_of_feed(std::string_view key, std::string value) {
  if (key == "version") {
    const bool newer = value.find("1.1") != std::string::npos;
    feed_.format = newer ? FeedFormat::Json11 : FeedFormat::Json1;
  } else if (key == "title") {
    feed_.title.value = std::move(value);
  } else if (key == "description") {
    feed_.subtitle.value = std::move(value);
  } else if (key == "home_page_url") {
    feed_.link = value;
    add_within_limit(feed_.links, Link{std::move(value), "alternate", "", ""});
  } else if (key == "feed_url") {
    add_within_limit(feed_.links, Link{std::move(value), "self", "", ""});
  } else if (key == "icon" || (key == "favicon" && !feed_.image)) {
    feed_.image = Image{std::move(value), "", ""};
  } else if (key == "language") {
    feed_.language = std::move(value);
  }
}

void JsonFields::text_of_entry(std::string_view key, std::string value) {
  RawEntry& to = entry();
  if (key == "id") {
    to.id = std::move(value);
  } else if (key == "url") {
    to.link = value;
    add_within_limit(to.links, Link{std::move(value), "alternate", "", ""});
  } else if (key == "external_url") {
    to.original_link = value;
    add_within_limit(to.links, Link{std::move(value), "related", "", ""});
  } else if (key == "title") {
    to.title.value = std::move(value);
  } else if (key == "summary") {
    to.summary.value = std::move(value);
  } else if (key == "content_html" && !value.empty()) {
    to.content = {std::move(value), TextType::Html, ""};
  } else if (key == "content_text" && to.content.empty()) {
    to.content = {std::move(value), TextType::Plain, ""};
  } else if (key == "date_published") {
    to.published = std::move(value);
  } else if (key == "date_modified") {
    to.updated = std::move(value);
  } else if (key == "language") {
    to.language = std::move(value);
  }
}

void JsonFields::text_of_person(std::string_view key, std::string value) {
  if (key == "name") {
    person_.name = std::move(value);
  } else if (key == "url") {
    person_.url = std::move(value);
  }
}

void JsonFields::text_of_attachment(std::string_view key, std::string value) {
  if (key == "url") {
    attachment_.url = std::move(value);
  } else if (key == "mime_type") {
    attachment_.type = std::move(value);
  }
}

void JsonFields::tag(std::string value) {
  if (!value.empty()) {
    add_within_limit(in_entry_ ? entry().categories : feed_.categories, std::move(value));
  }
}

void JsonFields::number_of_entry(std::string_view key, const std::string& text) {
  if (key == "id") entry().id = text;
}

void JsonFields::number_of_attachment(std::string_view key, double value) {
  constexpr double kSane = 9.0e15;  // what JSON readers hold exactly
  if (key == "size_in_bytes" && value >= 0 && value < kSane) {
    attachment_.length = std::llround(value);
  }
}

void JsonFields::finish() {
  if (in_entry_) feed_.entries.pop_back();
  if (!feed_.entries.empty()) {
    // The format has no date of the whole; its entries come newest first.
    const RawEntry& first = feed_.entries.front();
    feed_.updated = first.updated.empty() ? first.published : first.updated;
  }
  for (RawEntry& one : feed_.entries) {
    if (one.authors.empty()) one.authors = feed_.authors;
    if (one.language.empty()) one.language = feed_.language;
  }
}

}  // namespace collector
