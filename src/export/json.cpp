#include "export/json.h"

#include "core/json.h"

namespace collector {

namespace {

Json entry_json(const DigestEntry& entry) {
  Json entries = Json::array();
  for (const DigestEntry& inner : entry.entries)
    entries.push_back(entry_json(inner));
  return {{"ids", entry.ids},           {"markdown", entry.markdown},
          {"title", entry.title},       {"url", entry.url},
          {"urls", entry.urls},         {"project", entry.project},
          {"versions", entry.versions}, {"group", entry.group},
          {"language", entry.language}, {"entries", std::move(entries)}};
}

Json entries_json(const std::vector<DigestEntry>& entries) {
  Json array = Json::array();
  for (const DigestEntry& entry : entries)
    array.push_back(entry_json(entry));
  return array;
}

Json section_json(const DigestSection& section) {
  Json json = {{"section", section.section}};
  if (!section.subsection.empty()) json["subsection"] = section.subsection;
  json["heading"] = section.heading;
  json["entries"] = entries_json(section.entries);
  return json;
}

/// An entry and where it would stand.
Json offered_json(const DigestSection& section, const DigestEntry& entry) {
  Json json = entry_json(entry);
  json["section"] = section.section;
  if (!section.subsection.empty()) json["subsection"] = section.subsection;
  json["hints"] = entry.hints;
  return json;
}

}  // namespace

std::string to_json(const Digest& digest) {
  Json json = Json::object();
  if (digest.month.empty()) {
    json["from"] = digest.from;
    json["to"] = digest.to;
  } else {
    json["month"] = digest.month;
  }
  json["sections"] = Json::array();
  for (const DigestSection& section : digest.sections)
    json["sections"].push_back(section_json(section));
  json["offered"] = Json::array();
  for (const DigestSection& section : digest.offered) {
    for (const DigestEntry& entry : section.entries)
      json["offered"].push_back(offered_json(section, entry));
  }
  return json_text(json);
}

}  // namespace collector
