#include "parse/xml_entities.h"

#include "parse/html_names.h"
#include "parse/limits.h"

#include <libxml/entities.h>

#include <utility>

namespace collector {

struct XmlEntities::Owned {
  Owned(std::string_view its_name, std::string its_text, bool its_own)
      : name(its_name), text(std::move(its_text)), declared(its_own) {
    auto* bytes = reinterpret_cast<xmlChar*>(text.data());
    entity.type = XML_ENTITY_DECL;
    entity.etype = XML_INTERNAL_GENERAL_ENTITY;
    entity.name = reinterpret_cast<const xmlChar*>(name.c_str());
    entity.content = bytes;
    entity.orig = bytes;  // else libxml2 stores a copy here that nobody would free
    entity.length = static_cast<int>(text.size());
  }

  std::string name;
  std::string text;
  bool declared;
  xmlEntity entity{};
};

XmlEntities::XmlEntities()
    : nothing_(std::make_unique<Owned>("", "", false)),
      no_parameter_(std::make_unique<Owned>("", "", false)) {
  no_parameter_->entity.etype = XML_INTERNAL_PARAMETER_ENTITY;
}

XmlEntities::~XmlEntities() = default;

bool XmlEntities::declare(std::string_view name, std::string_view text) {
  const bool believed =
      text.size() <= kMaxEntityBytes && text.find_first_of("<&%") == std::string_view::npos;
  known_.try_emplace(std::string(name),
                     std::make_unique<Owned>(name, std::string(believed ? text : ""), true));
  return believed;
}

_xmlEntity* XmlEntities::find(const unsigned char* name) {
  if (xmlEntity* predefined = xmlGetPredefinedEntity(name)) return predefined;
  const std::string_view key = reinterpret_cast<const char*>(name);
  auto found = known_.find(key);
  if (found == known_.end()) {
    std::string text = html_entity(key);
    if (text.empty()) return nullptr;
    found = known_.emplace(key, std::make_unique<Owned>(key, std::move(text), false)).first;
  }
  Owned& entity = *found->second;
  if (!entity.declared) html_used_ = true;
  if (entity.text.empty()) left_out_used_ = true;
  return &spend(entity)->entity;
}

_xmlEntity* XmlEntities::find_parameter() {
  return &no_parameter_->entity;
}

XmlEntities::Owned* XmlEntities::spend(Owned& entity) {
  if (!entity.declared) return &entity;
  if (expanded_ + entity.text.size() > kMaxExpandedBytes) {
    exhausted_ = true;
    return nothing_.get();
  }
  expanded_ += entity.text.size();
  return &entity;
}

}  // namespace collector
