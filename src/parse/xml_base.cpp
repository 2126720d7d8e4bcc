#include "parse/xml_base.h"

#include <libxml/uri.h>
#include <libxml/xmlmemory.h>

#include <memory>

namespace collector {

namespace {

struct FreeXml {
  void operator()(xmlChar* text) const noexcept { xmlFree(text); }
};

}  // namespace

std::string join_base(const std::string& base, std::string_view reference) {
  std::string own(reference);
  if (base.empty()) return own;
  const std::unique_ptr<xmlChar, FreeXml> joined(
      xmlBuildURI(reinterpret_cast<const xmlChar*>(own.c_str()),
                  reinterpret_cast<const xmlChar*>(base.c_str())));
  if (joined == nullptr) return own;
  return reinterpret_cast<const char*>(joined.get());
}

}  // namespace collector
