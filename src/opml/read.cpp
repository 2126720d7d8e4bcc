#include "core/error.h"
#include "core/owned.h"
#include "core/text.h"
#include "core/url.h"
#include "opml/mend.h"
#include "opml/opml.h"

#include <libxml/xmlreader.h>

#include <algorithm>
#include <climits>
#include <iterator>
#include <memory>
#include <string_view>

namespace collector {

namespace {

// Folders within folders: deeper than any reader shows them.
constexpr int kMaxDepth = 64;

using Reader = std::unique_ptr<xmlTextReader, Releases<xmlFreeTextReader>>;

struct FreesXml {
  void operator()(xmlChar* text) const noexcept { xmlFree(text); }
};

using XmlText = std::unique_ptr<xmlChar, FreesXml>;

/// Whatever its case: some readers write xmlurl.
bool is_named(const xmlChar* name, const char* wanted) {
  return xmlStrcasecmp(name, reinterpret_cast<const xmlChar*>(wanted)) == 0;
}

std::string attribute(xmlTextReader* reader, const char* wanted) {
  std::string value;
  for (int more = xmlTextReaderMoveToFirstAttribute(reader); more == 1;
       more = xmlTextReaderMoveToNextAttribute(reader)) {
    if (is_named(xmlTextReaderConstLocalName(reader), wanted)) {
      const XmlText text(xmlTextReaderValue(reader));
      if (text != nullptr) value = trimmed(reinterpret_cast<const char*>(text.get()));
    }
  }
  xmlTextReaderMoveToElement(reader);
  return value;
}

/// "/Boating/Ports,/Travel" → Boating, Ports
std::vector<std::string> parts_of_category(std::string_view categories) {
  return path_segments(before_any<','>(categories));
}

class OpmlReader {
 public:
  OpmlReader(std::string_view document, const std::string& path) : path_(path) {
    if (document.size() > INT_MAX) throw Error(path + ": too large for a list of feeds");
    reader_.reset(
        xmlReaderForMemory(document.data(), static_cast<int>(document.size()), nullptr, nullptr,
                           XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
    if (!reader_) throw Error(path + ": cannot be read");
  }

  std::vector<OpmlFeed> read() {
    while (xmlTextReaderRead(reader_.get()) == 1)
      take_node();
    if (!seen_opml_) refuse("this is no OPML list of feeds");
    // Half a list looks like a whole one.
    if (!closed_) refuse("the list ends too early, or is not well-formed XML here");
    return std::move(feeds_);
  }

 private:
  [[noreturn]] void refuse(const std::string& why) const {
    const int line = std::max(xmlTextReaderGetParserLineNumber(reader_.get()), 1);
    throw Error(path_ + ":" + std::to_string(line) + ": " + why);
  }

  void take_node() {
    xmlTextReader* reader = reader_.get();
    const int type = xmlTextReaderNodeType(reader);
    const xmlChar* name = xmlTextReaderConstLocalName(reader);
    if (is_named(name, "opml")) {
      seen_opml_ = true;
      closed_ = type == XML_READER_TYPE_END_ELEMENT || xmlTextReaderIsEmptyElement(reader) == 1;
    }
    if (!is_named(name, "outline")) return;
    if (type == XML_READER_TYPE_END_ELEMENT) folders_.pop_back();
    if (type == XML_READER_TYPE_ELEMENT) begin_outline();
  }

  void begin_outline() {
    xmlTextReader* reader = reader_.get();
    std::string title = attribute(reader, "title");
    if (title.empty()) title = attribute(reader, "text");
    if (std::string url = attribute(reader, "xmlUrl"); !url.empty()) {
      feeds_.push_back({title, std::move(url), attribute(reader, "htmlUrl"),
                        attribute(reader, "language"), place_of_feed()});
    }
    if (xmlTextReaderIsEmptyElement(reader) == 1) return;
    if (folders_.size() >= kMaxDepth) refuse("folders lie too deep in each other");
    folders_.push_back(std::move(title));
  }

  std::vector<std::string> place_of_feed() {
    std::vector<std::string> parts = parts_of_category(attribute(reader_.get(), "category"));
    if (!parts.empty()) return parts;
    std::copy_if(folders_.begin(), folders_.end(), std::back_inserter(parts),
                 [](const std::string& folder) { return !folder.empty(); });
    return parts;
  }

  const std::string& path_;
  Reader reader_;
  std::vector<std::string> folders_;
  std::vector<OpmlFeed> feeds_;
  bool seen_opml_ = false;
  bool closed_ = false;
};

}  // namespace

std::vector<OpmlFeed> read_opml(std::string_view document, const std::string& path) {
  // What stands before the first tag is often a blank line or a byte order mark.
  const std::size_t start = document.find('<');
  if (start == std::string_view::npos) throw Error(path + ": this is no OPML list of feeds");
  const bool utf16 = document.starts_with("\xFF\xFE") || document.starts_with("\xFE\xFF");
  if (utf16) return OpmlReader(document, path).read();
  const std::string text = mend_outlines(document.substr(start));
  return OpmlReader(text, path).read();
}

}  // namespace collector
