// Lists that were put together by hand, made fit for an XML parser.
#pragma once

#include <string>
#include <string_view>

namespace collector {

/// `document` with what must not stand bare in XML escaped: ampersands, of which addresses and
/// titles are full, and in the attributes of outlines quotation marks and tags. Entities that a
/// list defines for itself are none of its business. What cannot be told apart stays.
std::string mend_outlines(std::string_view document);

}  // namespace collector
