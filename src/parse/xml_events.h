// libxml2's push parser in our words: UTF-8 goes in, the walk (XmlFeed) is told of elements and
// text. Nothing outside the document is ever read; which entities exist is decided here.
#pragma once

#include "parse/xml_feed.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace collector {

/// What the XML parser has to say of a document.
struct XmlReport {
  bool failed = false;    // not well-formed: what follows the place was not read
  bool repaired = false;  // read, though something in it is wrong
  int line = 0;           // of the failure
  int column = 0;
  std::string failure;
  std::vector<std::string> warnings;  // "line 3: …"
};

class XmlEvents {
 public:
  explicit XmlEvents(XmlFeed& feed);
  ~XmlEvents();
  XmlEvents(const XmlEvents&) = delete;
  XmlEvents& operator=(const XmlEvents&) = delete;

  /// The next bytes. Once reading has stopped, more of them do nothing.
  void push(std::string_view utf8);

  /// The document has ended.
  const XmlReport& finish();

  /// The parser failed or the feed wants no more.
  [[nodiscard]] bool stopped() const;

 private:
  struct Parser;
  struct Handlers;
  std::unique_ptr<Parser> parser_;
};

}  // namespace collector
