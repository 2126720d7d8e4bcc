// Text and attribute values of broken XML, piece by piece made fit for an XML parser.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// Appends text that stands between two tags. References stay when XML, HTML or `doctype` knows
/// them; every other "&" is escaped, control characters go. False: something was mended.
bool append_text(std::string_view text, std::string_view doctype, std::string& out);

/// The same for the value of an attribute, which goes between double quotes.
void append_attribute(std::string_view value, std::string_view doctype, std::string& out);

/// The inside of a CDATA section, as one.
void append_cdata(std::string_view text, std::string& out);

/// True when the comment at the beginning of `text` ends before another one begins, or was put
/// round that one.
bool comment_has_end(std::string_view text);

}  // namespace collector
