#include "normalise/html_events.h"

#include "core/owned.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <exception>
#include <initializer_list>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace collector {
namespace {

// libxml2 looks through all open elements at an end tag without a start: with this limit a
// megabyte of such tags costs tenths of a second. Real pages stay below 50.
constexpr int kMaxDepth = 500;
// The byte order mark makes libxml2 take the text for UTF-8 instead of guessing; that it must
// not believe a <meta> either is an option of its own.
constexpr std::string_view kMark = "\xEF\xBB\xBF";
// Keeps libxml2 from putting a paragraph round text that stands on its own.
constexpr std::string_view kFrame = "<div>";

using HtmlParser = std::unique_ptr<htmlParserCtxt, Releases<htmlFreeParserCtxt>>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{}
                         : std::string_view(reinterpret_cast<const char*>(text));
}

/// One fragment or page being read.
struct Reading {
  HtmlEvents& events;
  htmlParserCtxtPtr parser;
  bool framed = true;
  int depth = 0;
  bool in_frame = false;
  bool frame_closed = false;  // a "</div>" too many can do so
  std::vector<HtmlAttribute> attributes;
  std::exception_ptr failure;

  /// Nothing may be thrown through C: kept here, thrown again behind the parser.
  template <typename Action>
  void guarded(Action action) noexcept {
    try {
      action();
      if (events.is_done()) {
        xmlStopParser(parser);
      }
    } catch (...) {
      failure = std::current_exception();
      xmlStopParser(parser);
    }
  }
};

void on_start(void* user, const xmlChar* name, const xmlChar** attributes) {
  Reading& reading = *static_cast<Reading*>(user);
  reading.guarded([&] {
    if (reading.depth++ == 0 && reading.framed && !reading.in_frame) {
      reading.in_frame = true;
      return;
    }
    reading.attributes.clear();
    for (; attributes != nullptr && *attributes != nullptr; attributes += 2) {
      reading.attributes.push_back({view(attributes[0]), view(attributes[1])});
    }
    reading.events.on_start(view(name), reading.attributes);
    if (reading.depth > kMaxDepth) {
      xmlStopParser(reading.parser);
    }
  });
}

void on_end(void* user, const xmlChar* name) {
  Reading& reading = *static_cast<Reading*>(user);
  const bool is_frame = --reading.depth == 0 && reading.framed && !reading.frame_closed;
  if (is_frame) {
    reading.frame_closed = true;
    return;
  }
  reading.guarded([&] { reading.events.on_end(view(name)); });
}

void on_text(void* user, const xmlChar* bytes, int length) {
  Reading& reading = *static_cast<Reading*>(user);
  reading.guarded([&] {
    reading.events.on_text(
        {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)});
  });
}

/// The insides of script and style.
void on_code(void* user, const xmlChar* bytes, int length) {
  Reading& reading = *static_cast<Reading*>(user);
  reading.guarded([&] {
    reading.events.on_code(
        {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)});
  });
}

HtmlParser make_parser() {
  HtmlParser parser(htmlNewParserCtxt());
  if (!parser) {
    throw std::bad_alloc();
  }
  htmlSAXHandler handlers{};
  handlers.startElement = on_start;
  handlers.endElement = on_end;
  handlers.characters = on_text;
  handlers.ignorableWhitespace = on_text;
  handlers.cdataBlock = on_code;
  *parser->sax = handlers;
  return parser;
}

void read(const std::string& html, Reading reading, int options) {
  reading.parser->userData = &reading;
  htmlDocPtr none = htmlCtxtReadMemory(reading.parser, html.data(),
                                       static_cast<int>(html.size()), nullptr, nullptr,
                                       options | HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET |
                                           HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
  xmlFreeDoc(none);
  if (reading.failure) {
    std::rethrow_exception(reading.failure);
  }
}

/// One a thread, kept: making it costs more than reading a small fragment.
htmlParserCtxtPtr kept_parser() {
  thread_local const HtmlParser parser = make_parser();
  return parser.get();
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::size_t size = 0;
  for (const std::string_view part : parts) {
    size += part.size();
  }
  std::string text;
  text.reserve(size);
  for (const std::string_view part : parts) {
    text.append(part);
  }
  return text;
}

}  // namespace

void read_html(std::string_view html, HtmlEvents& events) {
  read(joined({kMark, kFrame, html}),
       {.events = events, .parser = kept_parser(), .attributes = {}, .failure = {}},
       HTML_PARSE_NOIMPLIED);
}

void read_html_page(std::string_view html, HtmlEvents& events) {
  read(joined({kMark, html}),
       {.events = events,
        .parser = kept_parser(),
        .framed = false,
        .attributes = {},
        .failure = {}},
       0);
}

char32_t find_html_entity(std::string_view name) {
  // libxml2 goes through its list each time; feeds repeat a few names.
  thread_local std::unordered_map<std::string, char32_t> known;
  const std::string key(name);
  if (const auto found = known.find(key); found != known.end()) {
    return found->second;
  }
  const htmlEntityDesc* entity =
      htmlEntityLookup(reinterpret_cast<const xmlChar*>(key.c_str()));
  if (entity == nullptr) {
    return 0;
  }
  return known.emplace(key, static_cast<char32_t>(entity->value)).first->second;
}

}  // namespace collector
