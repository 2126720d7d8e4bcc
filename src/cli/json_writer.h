// JSON, written straight into memory. Reading JSON is left to a library; this one shape is
// written by hand because a tree of every feed would cost more than reading the feed does.
#pragma once

#include "cli/held_text.h"

#include <cstdint>
#include <string_view>

namespace collector {

/// Commas are placed as members and elements follow each other. Text has to be UTF-8.
class JsonWriter {
 public:
  /// `out` outlives the writer; between two calls it may be printed and cleared.
  explicit JsonWriter(HeldText& out) : out_(out) {}

  void begin_object() { open('{'); }

  void end_object() { close('}'); }

  void begin_array() { open('['); }

  void end_array() { close(']'); }

  void key(std::string_view name);
  void text(std::string_view value);
  void number(std::int64_t value);
  void boolean(bool value);
  void null();

  /// Null when `value` is empty.
  void text_or_null(std::string_view value);

  void member(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }

  void member_or_null(std::string_view name, std::string_view value) {
    key(name);
    text_or_null(value);
  }

  /// Ends a document with a line break.
  void end_line();

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();
  void append(std::string_view short_text);
  void append_escaped(std::string_view value);

  HeldText& out_;
  bool first_ = true;  // nothing stands before the next value in its bracket
};

}  // namespace collector
