#include "parse/xml_events.h"

#include "core/owned.h"
#include "core/utf8.h"
#include "parse/limits.h"
#include "parse/xml_entities.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include <exception>
#include <utility>

namespace collector {

namespace {

using PushParser = std::unique_ptr<xmlParserCtxt, Releases<xmlFreeParserCtxt>>;

constexpr int kOptions = XML_PARSE_NONET |      // never the network
                         XML_PARSE_NOENT |      // our getEntity alone says what exists
                         XML_PARSE_IGNORE_ENC;  // it is UTF-8 by now, whatever it declares

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

const char* chars(const xmlChar* text) {
  return reinterpret_cast<const char*>(text);
}

xmlParserInputPtr load_nothing(const char*, const char*, xmlParserCtxtPtr) {
  return nullptr;
}

void prepare_library_once() {
  static const bool done = [] {
    xmlInitParser();
    xmlSetExternalEntityLoader(load_nothing);
    return true;
  }();
  static_cast<void>(done);
}

/// The library's message without its line break. It has one code for two things at the end.
std::string words_for(const xmlError& error, bool complete) {
  if (error.code == XML_ERR_DOCUMENT_END) {
    return complete ? "something stands after the end" : "the document ends too early";
  }
  std::string message = error.message == nullptr ? "not well-formed" : error.message;
  while (!message.empty() && (message.back() == '\n' || message.back() == ' '))
    message.pop_back();
  for (char& c : message)
    if (c == '\n' || c == '\r') c = ' ';
  return valid_utf8(message);  // it quotes the document and may cut a character
}

}  // namespace

struct XmlEvents::Parser {
  explicit Parser(XmlFeed& sink);
  ~Parser();
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  void warn(int line, const std::string& words);
  void note(const xmlError& error);

  /// Runs one step of the walk; nothing may throw through the C library.
  template <typename Step>
  void run(Step step) noexcept {
    if (thrown || feed.stopped()) return;
    try {
      step();
    } catch (...) {
      thrown = std::current_exception();
    }
    if (thrown || feed.stopped()) xmlStopParser(context.get());
  }

  XmlFeed& feed;
  XmlEntities entities;
  XmlReport report;
  std::exception_ptr thrown;
  bool ended = false;
  PushParser context;
};

// The handlers that libxml2 calls; `user` is our Parser.
struct XmlEvents::Handlers {
  static Parser& self(void* user) { return *static_cast<Parser*>(user); }

  static void start(void* user, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri,
                    int namespace_count, const xmlChar** namespaces, int attribute_count, int,
                    const xmlChar** attributes) {
    const xmlChar* default_namespace = nullptr;
    for (int i = 0; i < namespace_count; ++i)
      if (namespaces[2 * i] == nullptr) default_namespace = namespaces[2 * i + 1];
    Parser& parser = self(user);
    parser.run([&] {
      parser.feed.start_element({chars(local), chars(prefix), chars(uri)},
                                Attributes(attributes, attribute_count, default_namespace));
    });
  }

  static void end(void* user, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
    Parser& parser = self(user);
    parser.run([&] { parser.feed.end_element({chars(local), chars(prefix), chars(uri)}); });
  }

  static void text(void* user, const xmlChar* bytes, int length) {
    Parser& parser = self(user);
    parser.run([&] { parser.feed.text({chars(bytes), static_cast<std::size_t>(length)}); });
  }

  /// An entity that find() does not know, in a document whose external parts might declare it.
  static void unknown_entity(void* user, const xmlChar* name) {
    Parser& parser = self(user);
    parser.run([&] { parser.feed.text("&" + std::string(view(name)) + ";"); });
  }

  static xmlEntityPtr find_entity(void* user, const xmlChar* name) {
    Parser& parser = self(user);
    xmlEntityPtr entity = nullptr;
    parser.run([&] { entity = parser.entities.find(name); });
    return entity;
  }

  static xmlEntityPtr find_parameter(void* user, const xmlChar*) {
    return self(user).entities.find_parameter();
  }

  static void declare_entity(void* user, const xmlChar* name, int type, const xmlChar*,
                             const xmlChar*, xmlChar* text) {
    Parser& parser = self(user);
    parser.run([&] {
      const bool is_text = type == XML_INTERNAL_GENERAL_ENTITY && text != nullptr;
      constexpr std::string_view kOutside = "&";  // never believed
      const bool is_parameter =
          type == XML_INTERNAL_PARAMETER_ENTITY || type == XML_EXTERNAL_PARAMETER_ENTITY;
      if (!is_parameter &&
          parser.entities.declare(view(name), is_text ? view(text) : kOutside)) {
        return;
      }
      parser.warn(xmlSAX2GetLineNumber(parser.context.get()),
                  "the entity \"" + std::string(view(name)) +
                      "\" is left out: only short plain text may be declared");
    });
  }

  static void error(void* user, xmlErrorPtr error) {
    if (error == nullptr || error->level < XML_ERR_ERROR) return;
    Parser& parser = self(user);
    parser.run([&] { parser.note(*error); });
  }

  static const xmlSAXHandler& table() {
    static const xmlSAXHandler handlers = [] {
      xmlSAXHandler sax{};
      sax.initialized = XML_SAX2_MAGIC;
      sax.startElementNs = start;
      sax.endElementNs = end;
      sax.characters = text;
      sax.ignorableWhitespace = text;
      sax.cdataBlock = text;
      sax.reference = unknown_entity;
      sax.getEntity = find_entity;
      sax.getParameterEntity = find_parameter;
      sax.entityDecl = declare_entity;
      sax.serror = reinterpret_cast<xmlStructuredErrorFunc>(error);
      return sax;
    }();
    return handlers;
  }
};

XmlEvents::Parser::Parser(XmlFeed& sink) : feed(sink) {
  prepare_library_once();
  xmlSAXHandler handlers = Handlers::table();
  context.reset(xmlCreatePushParserCtxt(&handlers, this, nullptr, 0, nullptr));
  if (context == nullptr) throw std::bad_alloc();
  xmlCtxtUseOptions(context.get(), kOptions);
}

XmlEvents::Parser::~Parser() {
  // libxml2 makes a small document of its own for the entities that a document declares.
  xmlFreeDoc(context->myDoc);
  context->myDoc = nullptr;
}

void XmlEvents::Parser::warn(int line, const std::string& words) {
  if (report.warnings.size() < kMaxWarnings) {
    report.warnings.push_back("line " + std::to_string(line) + ": " + words);
  }
}

void XmlEvents::Parser::note(const xmlError& error) {
  report.repaired = true;
  if (error.level != XML_ERR_FATAL) return warn(error.line, words_for(error, feed.complete()));
  if (report.failed) return;
  report.failed = true;
  report.line = error.line;
  report.column = error.int2;
  report.failure = words_for(error, feed.complete());
}

XmlEvents::XmlEvents(XmlFeed& feed) : parser_(std::make_unique<Parser>(feed)) {}

XmlEvents::~XmlEvents() = default;

void XmlEvents::push(std::string_view utf8) {
  if (stopped() || utf8.empty()) return;
  xmlParseChunk(parser_->context.get(), utf8.data(), static_cast<int>(utf8.size()), 0);
  if (parser_->thrown) std::rethrow_exception(parser_->thrown);
}

const XmlReport& XmlEvents::finish() {
  if (!stopped() && !parser_->ended) xmlParseChunk(parser_->context.get(), nullptr, 0, 1);
  if (parser_->thrown) std::rethrow_exception(parser_->thrown);
  XmlReport& report = parser_->report;
  if (std::exchange(parser_->ended, true)) return report;
  report.repaired = report.repaired || parser_->entities.left_out_used();
  if (parser_->entities.html_used()) {
    report.repaired = true;
    parser_->warn(1, "entities of HTML are used that the document does not declare");
  }
  if (parser_->entities.exhausted()) {
    parser_->warn(1, "its entities come to too much text; the rest of them is left out");
  }
  return report;
}

bool XmlEvents::stopped() const {
  return parser_->report.failed || parser_->feed.stopped();
}

}  // namespace collector
