#include "parse/json_feed.h"

#include "core/utf8.h"
#include "parse/event_fields.h"
#include "parse/json_escapes.h"
#include "parse/json_fields.h"
#include "parse/limits.h"

#include <nlohmann/json.hpp>

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
  Events,
  Event,
  Languages,
  Unknown
};

/// The reader's events fill the feed as they come: no tree of the document is ever made, so its
/// memory is bounded by what is kept.
class JsonEvents : public nlohmann::json_sax<Json> {
 public:
  explicit JsonEvents(RawFeed& feed) : feed_(feed), fields_(feed), event_(feed) {}

  /// The document has ended.
  JsonReport finish();

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
    return fail(position, error.what());
  }

 private:
  bool push(Level level);
  bool pop();
  bool push_entry();
  bool push_person();
  bool fail(std::size_t offset, std::string failure);
  bool number(double value, const std::string& text);

  [[nodiscard]] Level level() const {
    return levels_.empty() ? Level::Outside : levels_.back();
  }

  RawFeed& feed_;
  JsonFields fields_;
  EventFields event_;
  JsonReport report_;
  std::vector<Level> levels_;
  std::string key_;
};

/// "version": "https://jsonfeed.org/version/1.1". Other JSON has versions, too.
bool names_json_feed(std::string_view key, std::string_view value) {
  return key == "version" && value.find("jsonfeed.org") != std::string_view::npos;
}

/// What an entry is known by where the document does not say what it is.
bool is_of_entry(std::string_view key) {
  return key == "id" || key == "url" || key == "content_html" || key == "content_text";
}

/// What nlohmann says, without its number of the error.
std::string words_for(std::string message) {
  const std::size_t bracket = message.find("] ");
  if (bracket != std::string::npos) message.erase(0, bracket + 2);
  return valid_utf8(message.substr(0, 200));  // it quotes the document and may cut a character
}

/// False, which ends the reading.
bool JsonEvents::fail(std::size_t offset, std::string failure) {
  report_.failed = true;
  report_.offset = offset;
  report_.failure = words_for(std::move(failure));
  return false;
}

bool JsonEvents::push(Level level) {
  if (levels_.size() == kMaxDepth) {
    return fail(0, "values are nested deeper than " + std::to_string(kMaxDepth) + " levels");
  }
  levels_.push_back(level);
  key_.clear();
  return true;
}

bool JsonEvents::pop() {
  levels_.pop_back();
  key_.clear();
  return true;
}

bool JsonEvents::push_entry() {
  if (level() == Level::Items && fields_.begin_entry()) return push(Level::Entry);
  if (level() == Level::Events && event_.begin_event()) return push(Level::Event);
  feed_.warnings.push_back("it has more than " + std::to_string(kMaxEntries) +
                           " entries; the rest is left out");
  return false;
}

bool JsonEvents::push_person() {
  fields_.begin_person();
  return push(Level::Person);
}

bool JsonEvents::start_object(std::size_t) {
  switch (level()) {
    case Level::Outside:
      return push(Level::Feed);
    case Level::Items:
    case Level::Events:
      return push_entry();
    case Level::Feed:
    case Level::Entry:
      if (key_ != "author" && key_ != "authors") return push(Level::Unknown);
      fields_.begin_people(key_);
      return push_person();
    case Level::People:
      return push_person();
    case Level::Attachments:
      fields_.begin_attachment();
      return push(Level::Attachment);
    default:
      return push(Level::Unknown);
  }
}

bool JsonEvents::end_object() {
  const Level ended = level();
  if (ended == Level::Person) fields_.end_person();
  if (ended == Level::Attachment) fields_.end_attachment();
  if (ended == Level::Entry) fields_.end_entry();
  if (ended == Level::Event) event_.end_event();
  return pop();
}

bool JsonEvents::start_array(std::size_t) {
  if (level() == Level::Outside) return push(Level::Events);
  if (level() == Level::Event && key_ == "language") return push(Level::Languages);
  const bool in_object = level() == Level::Feed || level() == Level::Entry;
  if (level() == Level::Feed && key_ == "items") return push(Level::Items);
  if (in_object && key_ == "authors") {
    fields_.begin_people(key_);
    return push(Level::People);
  }
  if (in_object && key_ == "tags") return push(Level::Tags);
  if (level() == Level::Entry && key_ == "attachments") return push(Level::Attachments);
  return push(Level::Unknown);
}

bool JsonEvents::string(string_t& value) {
  if (value.size() > kMaxFieldBytes) value = valid_utf8(value.substr(0, kMaxFieldBytes));
  switch (level()) {
    case Level::Feed:
      report_.is_feed = report_.is_feed || names_json_feed(key_, value);
      fields_.text_of_feed(key_, std::move(value));
      break;
    case Level::Entry:
      report_.is_feed = report_.is_feed || is_of_entry(key_);
      fields_.text_of_entry(key_, std::move(value));
      break;
    case Level::Person:
      fields_.text_of_person(key_, std::move(value));
      break;
    case Level::Attachment:
      fields_.text_of_attachment(key_, std::move(value));
      break;
    case Level::Tags:
      fields_.tag(std::move(value));
      break;
    case Level::Event:
      event_.text(key_, std::move(value));
      break;
    case Level::Languages:
      event_.language(value);
      break;
    default:
      break;
  }
  return true;
}

bool JsonEvents::number(double value, const std::string& text) {
  if (level() == Level::Entry) {
    report_.is_feed = report_.is_feed || is_of_entry(key_);
    fields_.number_of_entry(key_, text);
  }
  if (level() == Level::Attachment) fields_.number_of_attachment(key_, value);
  return true;
}

JsonReport JsonEvents::finish() {
  fields_.finish();
  event_.finish();
  if (event_.found()) {
    report_.is_feed = true;
    feed_.format = FeedFormat::EventList;
  }
  if (report_.is_feed && feed_.format == FeedFormat::Unknown) feed_.format = FeedFormat::Json1;
  return report_;
}

JsonReport read_json(std::string_view document, RawFeed& feed) {
  JsonEvents events(feed);
  Json::sax_parse(document.begin(), document.end(), &events);
  return events.finish();
}

}  // namespace

JsonReport read_json_feed(std::string_view document, RawFeed& feed) {
  JsonReport first = read_json(document, feed);
  if (!first.failed) return first;
  std::string mended(document);
  if (!mend_halves(mended)) return first;
  feed = {};
  feed.bozo = true;
  feed.warnings.emplace_back("characters of which only a half was written are replaced");
  return read_json(mended, feed);
}

}  // namespace collector
