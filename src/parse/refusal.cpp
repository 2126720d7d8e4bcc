#include "parse/refusal.h"

#include "core/bot_challenge.h"
#include "core/feed.h"
#include "core/owned.h"
#include "core/text.h"
#include "parse/document_kind.h"
#include "parse/html_names.h"

#include <libxml/HTMLparser.h>

#include <memory>

namespace collector {

namespace {

/// As much of a page as is looked at: its head.
constexpr std::size_t kHead = 64 * 1024;

using HtmlPush = std::unique_ptr<htmlParserCtxt, Releases<htmlFreeParserCtxt>>;

/// What the head of an HTML page says of itself.
struct Page {
  std::string title;
  std::string feed;  // address of the first feed it names
  bool in_title = false;
};

std::string attribute(const xmlChar** attributes, std::string_view wanted) {
  for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2)
    if (wanted == reinterpret_cast<const char*>(attributes[0]) && attributes[1] != nullptr)
      return reinterpret_cast<const char*>(attributes[1]);
  return {};
}

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) noexcept {
  Page& page = *static_cast<Page*>(user);
  const std::string_view tag = reinterpret_cast<const char*>(name);
  page.in_title = tag == "title" && page.title.empty();
  if (tag != "link" || !page.feed.empty()) return;
  const std::string type = lower(attribute(attributes, "type"));
  if (has_token(attribute(attributes, "rel"), "alternate") &&
      (is_feed_type(type) || type == "application/json")) {
    page.feed = attribute(attributes, "href");
  }
}

void on_end(void* user, const xmlChar*) noexcept {
  static_cast<Page*>(user)->in_title = false;
}

void on_text(void* user, const xmlChar* text, int length) noexcept {
  Page& page = *static_cast<Page*>(user);
  if (page.in_title) {
    page.title.append(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
  }
}

Page read_page(std::string_view document) {
  Page page;
  xmlSAXHandler handlers{};
  handlers.startElement = on_start;
  handlers.endElement = on_end;
  handlers.characters = on_text;
  const HtmlPush parser(
      htmlCreatePushParserCtxt(&handlers, &page, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8));
  if (parser == nullptr) return page;
  htmlCtxtUseOptions(parser.get(),
                     HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  const std::string_view head = document.substr(0, kHead);
  htmlParseChunk(parser.get(), head.data(), static_cast<int>(head.size()), 1);
  xmlFreeDoc(parser->myDoc);
  parser->myDoc = nullptr;
  return page;
}

std::string describe_page(std::string_view document) {
  const Page page = read_page(document);
  // A guard's page names none; another page may have a captcha in a form.
  if (!page.feed.empty()) return "an HTML page; it names the feed " + page.feed;
  if (is_bot_challenge(document.substr(0, kHead))) return kBotChallenge;
  const std::string title(trimmed(page.title));
  const bool fits =
      !title.empty() && title.size() < 100 && title.find_first_of("\r\n") == std::string::npos;
  return fits ? "an HTML page (\"" + title + "\") that names no feed"
              : "an HTML page that names no feed";
}

}  // namespace

std::string describe_refused(std::string_view document, std::string_view root) {
  const std::string_view text = trimmed(document);
  if (text.empty()) return "empty";
  const std::string start = lower(text.substr(0, 1024));
  const bool may_be_page = root.empty() || is_html_document(root) || is_html_element(root);
  if (may_be_page &&
      (start.find("<!doctype html") != std::string::npos ||
       start.find("<html") != std::string::npos || start.find("<head") != std::string::npos ||
       start.find("<body") != std::string::npos)) {
    return describe_page(text);
  }
  if (root == "opml") return "an OPML list of feeds; 'collector feeds import' reads it";
  if (root == "urlset" || root == "sitemapindex") return "a sitemap, not a feed";
  if (!root.empty())
    return "XML, but no feed: its first element is <" + std::string(root) + ">";
  if (text.front() == '{' || text.front() == '[')
    return "JSON, but neither JSON Feed nor a list of events";
  return is_bot_challenge(text.substr(0, kHead)) ? kBotChallenge
                                                 : "neither XML nor JSON, so no feed";
}

}  // namespace collector
