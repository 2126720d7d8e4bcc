#include "cli/feed_json.h"

#include "core/url.h"
#include "normalise/date.h"
#include "normalise/entry_links.h"
#include "normalise/html.h"

#include <string_view>

namespace collector {

namespace {

bool may_hold_markup(std::string_view text) {
  return text.find_first_of("<&") != std::string_view::npos;
}

/// Names and categories: no word of the feed says whether they are HTML; they are read as such.
std::string plain(std::string_view text) {
  return may_hold_markup(text) ? html_to_text(text) : squeeze(text);
}

std::string plain_line(const Text& text) {
  return text.type == TextType::Html && may_hold_markup(text.value) ? html_title(text.value)
                                                                    : squeeze(text.value);
}

/// The members of one feed; entries and the feed itself share most of their shapes.
class FeedPrinter {
 public:
  FeedPrinter(JsonWriter& json, const FeedJsonOptions& options)
      : json_(json), options_(options) {}

  void feed(const RawFeed& feed);
  void entry(const RawEntry& entry);
  void specification(const Specification& one);

 private:
  void title(const char* name, const Text& text) { json_.member(name, plain_line(text)); }

  void html(const char* name, const Text& text);
  void date(const char* name, const std::string& text);
  void url(const char* name, const std::string& reference);
  void people(const std::vector<Person>& people);
  void links(const std::vector<Link>& links);
  void categories(const std::vector<std::string>& categories);
  void enclosures(const std::vector<Enclosure>& enclosures);
  void image(const std::optional<Image>& image);

  JsonWriter& json_;
  const FeedJsonOptions& options_;
};

void FeedPrinter::html(const char* name, const Text& text) {
  json_.key(name);
  if (text.empty()) {
    json_.null();
  } else if (text.type == TextType::Plain) {
    json_.text(escape_html(text.value));
  } else if (options_.html == HtmlForm::AsGiven) {
    json_.text(text.value);
  } else {
    const std::string base =
        text.base.empty() ? options_.base_url : resolve_url(options_.base_url, text.base);
    json_.text(sanitise_html(text.value, base));
  }
}

void FeedPrinter::date(const char* name, const std::string& text) {
  const auto time = text.empty() ? std::nullopt : parse_date(text);
  json_.member_or_null(name, time ? format_utc(*time) : std::string{});
}

void FeedPrinter::url(const char* name, const std::string& reference) {
  json_.member_or_null(
      name, reference.empty() ? std::string{} : resolve_link(options_.base_url, reference));
}

void FeedPrinter::people(const std::vector<Person>& people) {
  json_.key("author");
  if (people.empty()) {
    json_.null();
  } else {
    json_.text_or_null(plain(people[0].name.empty() ? people[0].email : people[0].name));
  }
  json_.key("authors");
  json_.begin_array();
  for (const Person& person : people) {
    json_.begin_object();
    json_.member_or_null("name", plain(person.name));
    json_.member_or_null("email", person.email);
    url("url", person.url);
    json_.end_object();
  }
  json_.end_array();
}

void FeedPrinter::links(const std::vector<Link>& links) {
  json_.key("links");
  json_.begin_array();
  for (const Link& link : links) {
    json_.begin_object();
    url("href", link.href);
    json_.member_or_null("rel", link.rel);
    json_.member_or_null("type", link.type);
    json_.member_or_null("title", link.title);
    json_.end_object();
  }
  json_.end_array();
}

void FeedPrinter::categories(const std::vector<std::string>& categories) {
  json_.key("categories");
  json_.begin_array();
  for (const std::string& category : categories)
    json_.text(plain(category));
  json_.end_array();
}

void FeedPrinter::enclosures(const std::vector<Enclosure>& enclosures) {
  json_.key("enclosures");
  json_.begin_array();
  for (const Enclosure& enclosure : enclosures) {
    json_.begin_object();
    url("url", enclosure.url);
    json_.member_or_null("type", enclosure.type);
    json_.key("length");
    if (enclosure.length) {
      json_.number(*enclosure.length);
    } else {
      json_.null();
    }
    json_.end_object();
  }
  json_.end_array();
}

void FeedPrinter::image(const std::optional<Image>& image) {
  json_.key("image");
  if (!image) return json_.null();
  json_.begin_object();
  url("url", image->url);
  json_.member_or_null("title", plain(image->title));
  url("link", image->link);
  json_.end_object();
}

void FeedPrinter::feed(const RawFeed& feed) {
  json_.begin_object();
  title("title", feed.title);
  title("subtitle", feed.subtitle);
  url("link", feed.link);
  json_.member_or_null("id", feed.id);
  json_.member_or_null("language", feed.language);
  json_.member_or_null("generator", plain(feed.generator));
  date("updated", feed.updated);
  people(feed.authors);
  categories(feed.categories);
  links(feed.links);
  image(feed.image);
  json_.end_object();
}

void FeedPrinter::entry(const RawEntry& entry) {
  json_.begin_object();
  json_.member_or_null("id", entry.id);
  title("title", entry.title);
  url("link", entry.link);
  links(entry.links);
  date("published", entry.published);
  date("updated", entry.updated);
  people(entry.authors);
  html("summary", entry.summary);
  html("content", entry.content);
  categories(entry.categories);
  json_.member_or_null("language", entry.language);
  enclosures(entry.enclosures);
  url("comments", entry.comments);
  json_.end_object();
}

void FeedPrinter::specification(const Specification& one) {
  json_.begin_object();
  json_.member_or_null("number", one.number);
  json_.member_or_null("proto_name", one.proto_name);
  json_.member("title", one.title);
  json_.member_or_null("abstract", one.abstract);
  json_.member_or_null("status", one.status);
  json_.member_or_null("last_call", one.last_call);
  json_.member_or_null("date", one.date);
  json_.member_or_null("version", one.version);
  json_.member_or_null("initials", one.initials);
  json_.member_or_null("remark", one.remark);
  json_.end_object();
}

void print_warnings(JsonWriter& json, const std::vector<std::string>& warnings) {
  json.key("warnings");
  json.begin_array();
  for (const std::string& warning : warnings)
    json.text(warning);
  json.end_array();
}

void print_head(JsonWriter& json, const std::string& file, const RawFeed& feed) {
  json.member("file", file);
  json.member("format", to_string(feed.format));
  json.member("encoding", feed.encoding);
  json.key("bozo");
  json.boolean(feed.bozo);
  json.key("truncated");
  json.boolean(feed.truncated);
  print_warnings(json, feed.warnings);
}

void hand_on(HeldText& text, std::ostream& out) {
  text.write_to(out);
  text.clear();
}

}  // namespace

FeedLine::FeedLine(const FeedJsonOptions& options) : options_(options) {
  start_over();
}

void FeedLine::entry(const RawEntry& entry) {
  FeedPrinter(*writer_, options_).entry(entry);
}

void FeedLine::start_over() {
  entries_.clear();
  writer_.emplace(entries_);
}

void FeedLine::print(std::ostream& out, const std::string& file, const RawFeed& feed) {
  for (const RawEntry& rest : feed.entries)
    entry(rest);
  JsonWriter json(others_);
  FeedPrinter printer(json, options_);
  json.begin_object();
  print_head(json, file, feed);
  json.key("feed");
  printer.feed(feed);
  json.key("entries");
  json.begin_array();
  hand_on(others_, out);
  hand_on(entries_, out);
  json.end_array();
  if (feed.format == FeedFormat::XepInfos) {
    json.key("specifications");
    json.begin_array();
    for (const Specification& one : feed.specifications)
      printer.specification(one);
    json.end_array();
  }
  json.end_object();
  json.end_line();
  hand_on(others_, out);
  start_over();
}

void FeedLine::print_refused(std::ostream& out, const std::string& file,
                             const std::string& why) {
  JsonWriter json(others_);
  json.begin_object();
  json.member("file", file);
  json.member("error", why);
  json.end_object();
  json.end_line();
  hand_on(others_, out);
  start_over();
}

}  // namespace collector
