#include "parse/json_feed.h"

#include "parse/capture.h"
#include "parse/limits.h"
#include "parse/utf8.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace collector {

namespace {

using Json = nlohmann::json;

/// Where in the document a value stands.
enum class Level {
  Outside,
  Feed,
  Items,
  Entry,
  People,
  Person,
  Tags,
  Attachments,
  Attachment,
  Unknown
};

template <typename T>
void add_to(std::vector<T>& list, T element) {
  if (list.size() < kMaxListLength) list.push_back(std::move(element));
}

/// The reader's events fill the feed as they come: no tree of the document is ever made, so its
/// memory is bounded by what is kept.
class JsonFeed : public nlohmann::json_sax<Json> {
 public:
  explicit JsonFeed(RawFeed& feed) : feed_(feed) {}

  JsonReport report;

  bool null() override { return true; }

  bool boolean(bool) override { return true; }

  bool number_integer(number_integer_t value) override {
    return number(static_cast<double>(value), std::to_string(value));
  }

  bool number_unsigned(number_unsigned_t value) override {
    return number(static_cast<double>(value), std::to_string(value));
  }

  bool number_float(number_float_t value, const string_t& text) override {
    return number(value, text);
  }

  bool string(string_t& value) override;

  bool binary(binary_t&) override { return true; }

  bool start_object(std::size_t) override;
  bool end_object() override;
  bool start_array(std::size_t) override;

  bool end_array() override { return pop(); }

  bool key(string_t& name) override {
    key_ = name;
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    fail(position, error.what());
    return false;
  }

  /// An entry that was cut off goes.
  void finish();

 private:
  bool push(Level level);
  bool pop();
  void fail(std::size_t offset, std::string failure);
  bool number(double value, const std::string& text);

  [[nodiscard]] Level level() const {
    return levels_.empty() ? Level::Outside : levels_.back();
  }

  void store_in_feed(std::string value);
  void store_in_entry(std::string value);
  void store_in_person(std::string value);
  void store_in_attachment(std::string value);

  [[nodiscard]] bool in_entry() const {
    return std::find(levels_.begin(), levels_.end(), Level::Entry) != levels_.end();
  }

  [[nodiscard]] RawEntry& entry() { return feed_.entries.back(); }

  [[nodiscard]] std::vector<Person>& authors() {
    return in_entry() ? entry().authors : feed_.authors;
  }

  void begin_people();
  void end_person();

  RawFeed& feed_;
  std::vector<Level> levels_;
  std::string key_;
  std::string key_of_people_;
  Person person_;
  Enclosure attachment_;
};

/// What nlohmann says, without its number of the error.
std::string words_for(std::string message) {
  const std::size_t bracket = message.find("] ");
  if (bracket != std::string::npos) message.erase(0, bracket + 2);
  return valid_utf8(message.substr(0, 200));  // it quotes the document and may cut a character
}

void JsonFeed::fail(std::size_t offset, std::string failure) {
  report.failed = true;
  report.offset = offset;
  report.failure = words_for(std::move(failure));
}

bool JsonFeed::push(Level level) {
  if (levels_.size() == kMaxDepth) {
    fail(0, "values are nested deeper than " + std::to_string(kMaxDepth) + " levels");
    return false;
  }
  levels_.push_back(level);
  key_.clear();
  return true;
}

bool JsonFeed::pop() {
  levels_.pop_back();
  key_.clear();
  return true;
}

bool JsonFeed::start_object(std::size_t) {
  switch (level()) {
    case Level::Outside:
      return push(Level::Feed);
    case Level::Items:
      if (feed_.entries.size() == kMaxEntries) {
        feed_.warnings.push_back("it has more than " + std::to_string(kMaxEntries) +
                                 " entries; the rest is left out");
        return false;
      }
      feed_.entries.emplace_back();
      return push(Level::Entry);
    case Level::Feed:
    case Level::Entry:
      if (key_ != "author" && key_ != "authors") return push(Level::Unknown);
      begin_people();
      person_ = {};
      return push(Level::Person);
    case Level::People:
      person_ = {};
      return push(Level::Person);
    case Level::Attachments:
      attachment_ = {};
      return push(Level::Attachment);
    default:
      return push(Level::Unknown);
  }
}

bool JsonFeed::end_object() {
  const bool is_person = level() == Level::Person;
  const bool is_attachment = level() == Level::Attachment;
  const bool is_entry = level() == Level::Entry;
  pop();
  if (is_person) end_person();
  if (is_attachment && !attachment_.url.empty()) {
    auto& list = entry().enclosures;
    const auto same = [this](const Enclosure& one) { return one.url == attachment_.url; };
    if (std::none_of(list.begin(), list.end(), same)) add_to(list, std::move(attachment_));
  }
  if (is_entry && entry().link.empty()) entry().link = entry().original_link;
  return true;
}

void JsonFeed::begin_people() {
  key_of_people_ = key_;
  if (key_ == "authors") authors().clear();
}

/// 1.1 has "authors" in place of the "author" of 1.0; where both stand, the newer one counts.
void JsonFeed::end_person() {
  const auto same = [this](const Person& one) {
    return one.name == person_.name && one.url == person_.url;
  };
  const bool is_empty = person_.name.empty() && person_.url.empty();
  const bool is_older_form = key_of_people_ == "author" && !authors().empty();
  if (is_empty || is_older_form || std::any_of(authors().begin(), authors().end(), same))
    return;
  add_to(authors(), std::move(person_));
}

bool JsonFeed::start_array(std::size_t) {
  const bool in_object = level() == Level::Feed || level() == Level::Entry;
  if (level() == Level::Feed && key_ == "items") {
    report.is_feed = true;
    return push(Level::Items);
  }
  if (in_object && key_ == "authors") {
    begin_people();
    return push(Level::People);
  }
  if (in_object && key_ == "tags") return push(Level::Tags);
  if (level() == Level::Entry && key_ == "attachments") return push(Level::Attachments);
  return push(Level::Unknown);
}

bool JsonFeed::string(string_t& value) {
  if (value.size() > kMaxFieldBytes) value = valid_utf8(value.substr(0, kMaxFieldBytes));
  switch (level()) {
    case Level::Feed:
      store_in_feed(std::move(value));
      break;
    case Level::Entry:
      store_in_entry(std::move(value));
      break;
    case Level::Person:
      store_in_person(std::move(value));
      break;
    case Level::Attachment:
      store_in_attachment(std::move(value));
      break;
    case Level::Tags:
      if (!value.empty()) {
        add_to(in_entry() ? entry().categories : feed_.categories, std::move(value));
      }
      break;
    default:
      break;
  }
  return true;
}

/// Some feeds have numbers for ids; attachments have a size.
bool JsonFeed::number(double value, const std::string& text) {
  if (level() == Level::Entry && key_ == "id") entry().id = text;
  constexpr double kSane = 9.0e15;  // what JSON readers hold exactly
  if (level() == Level::Attachment && key_ == "size_in_bytes" && value >= 0 && value < kSane) {
    attachment_.length = std::llround(value);
  }
  return true;
}

void JsonFeed::store_in_feed(std::string value) {
  if (key_ == "version") {
    report.is_feed = true;
    const bool newer = value.find("1.1") != std::string::npos;
    feed_.format = newer ? FeedFormat::Json11 : FeedFormat::Json1;
  } else if (key_ == "title") {
    feed_.title.value = std::move(value);
  } else if (key_ == "description") {
    feed_.subtitle.value = std::move(value);
  } else if (key_ == "home_page_url") {
    feed_.link = value;
    add_to(feed_.links, Link{std::move(value), "alternate", "", ""});
  } else if (key_ == "feed_url") {
    add_to(feed_.links, Link{std::move(value), "self", "", ""});
  } else if (key_ == "icon") {
    feed_.image = Image{std::move(value), "", ""};
  } else if (key_ == "favicon" && !feed_.image) {
    feed_.image = Image{std::move(value), "", ""};
  } else if (key_ == "language") {
    feed_.language = std::move(value);
  }
}

void JsonFeed::store_in_entry(std::string value) {
  RawEntry& to = entry();
  if (key_ == "id") {
    to.id = std::move(value);
  } else if (key_ == "url") {
    to.link = value;
    add_to(to.links, Link{std::move(value), "alternate", "", ""});
  } else if (key_ == "external_url") {
    to.original_link = value;
    add_to(to.links, Link{std::move(value), "related", "", ""});
  } else if (key_ == "title") {
    to.title.value = std::move(value);
  } else if (key_ == "summary") {
    to.summary.value = std::move(value);
  } else if (key_ == "content_html" && !value.empty()) {
    to.content = {std::move(value), TextType::Html, ""};
  } else if (key_ == "content_text" && to.content.empty()) {
    to.content = {std::move(value), TextType::Plain, ""};
  } else if (key_ == "date_published") {
    to.published = std::move(value);
  } else if (key_ == "date_modified") {
    to.updated = std::move(value);
  } else if (key_ == "language") {
    to.language = std::move(value);
  }
}

void JsonFeed::store_in_person(std::string value) {
  if (key_ == "name") person_.name = std::move(value);
  if (key_ == "url") person_.url = std::move(value);
}

void JsonFeed::store_in_attachment(std::string value) {
  if (key_ == "url") attachment_.url = std::move(value);
  if (key_ == "mime_type") attachment_.type = std::move(value);
}

void JsonFeed::finish() {
  if (in_entry()) feed_.entries.pop_back();
  if (report.is_feed && feed_.format == FeedFormat::Unknown) feed_.format = FeedFormat::Json1;
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

}  // namespace

JsonReport read_json_feed(std::string_view document, RawFeed& feed) {
  JsonFeed events(feed);
  Json::sax_parse(document.begin(), document.end(), &events);
  events.finish();
  return events.report;
}

}  // namespace collector
