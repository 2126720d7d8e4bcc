#include "normalise/web_page.h"

#include "core/feed.h"
#include "core/text.h"
#include "core/url.h"
#include "normalise/html.h"
#include "normalise/html_events.h"
#include "normalise/json_ld.h"
#include "normalise/line.h"
#include "normalise/page_claims.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace collector {
namespace {

constexpr std::size_t kLineBytes = 1000;
// A page names a few feeds; one that names hundreds means something else by it.
constexpr std::size_t kMaxFeeds = 50;
constexpr std::size_t kMaxCodeBytes = 1024 * 1024;

using Attributes = std::span<const HtmlAttribute>;

std::string value_of(Attributes attributes, std::string_view name) {
  for (const HtmlAttribute& attribute : attributes) {
    if (attribute.name == name) {
      return squeeze(attribute.value, kLineBytes);
    }
  }
  return {};
}

/// Types that say no more than "XML" or "JSON" count where the address speaks of a feed.
bool may_be_feed_type(const std::string& type, const std::string& href) {
  const bool general =
      type == "application/json" || type == "application/xml" || type == "text/xml";
  return is_feed_type(type) || (general && (contains(href, "feed") || contains(href, "rss") ||
                                            contains(href, "atom")));
}

bool looks_like_feed(std::string_view href) {
  const std::string path = lower(before_any<'?', '#'>(href));
  for (const std::string_view end :
       {".rss", ".atom", "/rss", "/rss/", "/atom", "/feed", "/feed/", "rss.xml", "atom.xml",
        "feed.xml", "feed.json"}) {
    if (path.ends_with(end)) {
      return true;
    }
  }
  return false;
}

class PageReader : public HtmlEvents {
 public:
  explicit PageReader(std::string_view url) : base_(url) {}

  void on_start(std::string_view name, Attributes attributes) override;
  void on_end(std::string_view name) override;
  void on_text(std::string_view text) override;
  void on_code(std::string_view code) override;

  WebPage finish();

 private:
  void read_meta(Attributes attributes);
  void read_link(Attributes attributes);
  void read_anchor(Attributes attributes);
  void read_class(Attributes attributes);
  void read_itemprop(Attributes attributes);
  /// The text up to the end of the element goes to `name`, unless it is there already.
  void capture(const std::string& element, const std::string& name);

  std::string base_;
  PageClaims claims_;
  std::string capturing_;  // the element whose text is wanted
  std::string captured_name_;
  Line text_{kLineBytes};
  bool in_json_ld_ = false;
  std::string json_ld_;
  LinkedArticle article_;
  WebPage page_;  // its feeds
};

void PageReader::capture(const std::string& element, const std::string& name) {
  if (!capturing_.empty() || claims_.has(name)) {
    return;
  }
  capturing_ = element;
  captured_name_ = name;
  text_ = Line(kLineBytes);
}

void PageReader::on_start(std::string_view name, Attributes attributes) {
  if (name == "html") {
    claims_.note("html lang", value_of(attributes, "lang"));
    claims_.note("html lang", value_of(attributes, "xml:lang"));
  } else if (name == "base") {
    if (const std::string href = value_of(attributes, "href"); !href.empty()) {
      base_ = resolve_url(base_, href);
    }
  } else if (name == "meta") {
    read_meta(attributes);
  } else if (name == "link") {
    read_link(attributes);
  } else if (name == "a") {
    read_anchor(attributes);
  } else if (name == "title" || name == "h1") {
    capture(std::string(name), std::string(name));
  } else if (name == "time") {
    claims_.note("time", value_of(attributes, "datetime"));
    if (!claims_.has("time")) {
      capture("time", "time");
    }
  } else if (name == "script") {
    in_json_ld_ = lower(value_of(attributes, "type")) == "application/ld+json";
  }
  read_class(attributes);
  read_itemprop(attributes);
}

void PageReader::on_end(std::string_view name) {
  if (name == capturing_) {
    claims_.note(captured_name_, text_.take());
    capturing_.clear();
  }
  if (name == "script" && in_json_ld_) {
    in_json_ld_ = false;
    if (article_.published.empty() && article_.headline.empty()) {
      article_ = read_json_ld(json_ld_);
    }
    json_ld_.clear();
  }
}

void PageReader::on_text(std::string_view text) {
  if (!capturing_.empty()) {
    text_.append(text);
  }
}

void PageReader::on_code(std::string_view code) {
  if (in_json_ld_ && json_ld_.size() + code.size() <= kMaxCodeBytes) {
    json_ld_.append(code);
  }
}

void PageReader::read_meta(Attributes attributes) {
  std::string name = lower(value_of(attributes, "property"));
  if (name.empty()) {
    name = lower(value_of(attributes, "name"));
  }
  if (name.empty()) {
    name = lower(value_of(attributes, "http-equiv"));
  }
  claims_.note(name, value_of(attributes, "content"));
}

void PageReader::read_link(Attributes attributes) {
  const std::string rel = value_of(attributes, "rel");
  const std::string href = value_of(attributes, "href");
  if (href.empty()) {
    return;
  }
  const std::string url = resolve_url(base_, href);
  if (has_token(rel, "canonical")) {
    claims_.note("canonical", url);
  }
  const std::string type = lower(value_of(attributes, "type"));
  const bool alternate = has_token(rel, "alternate") || has_token(rel, "feed");
  if (!alternate || !is_web_url(url) || page_.feeds.size() >= kMaxFeeds) {
    return;
  }
  if (may_be_feed_type(type, href) || has_token(rel, "feed")) {
    page_.feeds.push_back({url, value_of(attributes, "title"), type});
  }
}

void PageReader::read_anchor(Attributes attributes) {
  if (has_token(value_of(attributes, "rel"), "author")) {
    capture("a", "rel author");
  }
  const std::string href = value_of(attributes, "href");
  if (!looks_like_feed(href) || page_.linked.size() >= kMaxFeeds) {
    return;
  }
  if (const std::string url = resolve_url(base_, href); is_web_url(url)) {
    page_.linked.push_back({url, value_of(attributes, "title"), {}});
  }
}

/// hAtom's <abbr class="published" title="…">, as Blogger still writes it.
void PageReader::read_class(Attributes attributes) {
  if (has_token(value_of(attributes, "class"), "published")) {
    claims_.note("class published", value_of(attributes, "title"));
  }
}

void PageReader::read_itemprop(Attributes attributes) {
  const std::string property = lower(value_of(attributes, "itemprop"));
  if (property.empty()) {
    return;
  }
  for (const char* const source : {"content", "datetime", "title"}) {
    claims_.note("itemprop " + property, value_of(attributes, source));
  }
}

WebPage PageReader::finish() {
  claims_.note("json-ld headline", squeeze(article_.headline, kLineBytes));
  claims_.note("json-ld author", squeeze(article_.author, kLineBytes));
  claims_.note("json-ld published", article_.published);
  claims_.note("json-ld modified", article_.modified);
  claims_.note("json-ld language", article_.language);
  claims_.judge(page_);
  return std::move(page_);
}

}  // namespace

WebPage read_web_page(std::string_view html, std::string_view url) {
  PageReader reader(url);
  read_html_page(html, reader);
  return reader.finish();
}

}  // namespace collector
