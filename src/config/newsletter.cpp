#include "config/readers.h"
#include "config/timezone.h"
#include "core/sections.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace collector {

namespace {

constexpr int kMostGraceDays = 31;
constexpr int kLongestHorizon = 366;
constexpr const char* kNowhere = "none";

/// Read elsewhere: the preset before everything else, sections before what names them.
template <typename T>
void read_elsewhere(const ConfigField&, T&) {}

using NewsletterKey = ConfigKey<Newsletter>;
using SectionKey = ConfigKey<Section>;
using SubsectionKey = ConfigKey<Subsection>;

void read_timezone(const ConfigField& field, Newsletter& newsletter) {
  read_value(field, newsletter.timezone);
  if (!is_timezone(newsletter.timezone)) {
    complain(field, "a time zone such as UTC or Europe/Berlin");
  }
}

/// `none` undoes what the preset says.
void read_site(const ConfigField& field, Newsletter& newsletter) {
  if (field.node.text == kNowhere) {
    newsletter.site.clear();
  } else {
    read_url(field, newsletter.site);
  }
}

void read_releases(const ConfigField& field, Newsletter& newsletter) {
  if (field.node.text == "sentence") {
    newsletter.releases = ReleaseForm::Sentence;
  } else if (field.node.text == "title") {
    newsletter.releases = ReleaseForm::Title;
  } else {
    complain(field, "sentence or title");
  }
}

std::span<const NewsletterKey> keys() {
  static const std::array table{
      NewsletterKey{"preset", read_elsewhere<Newsletter>},
      NewsletterKey{"title", into<&Newsletter::title>},
      NewsletterKey{"topic", into<&Newsletter::topic>},
      NewsletterKey{"timezone", read_timezone},
      NewsletterKey{"language", into<&Newsletter::language>},
      NewsletterKey{"grace_days",
                    [](const ConfigField& field, Newsletter& n) {
                      n.grace_days = read_number(field, 0, kMostGraceDays);
                    }},
      NewsletterKey{"events_horizon",
                    [](const ConfigField& field, Newsletter& n) {
                      n.events_horizon = read_number(field, 0, kLongestHorizon);
                    }},
      NewsletterKey{"releases", read_releases},
      NewsletterKey{"site", read_site},
      NewsletterKey{"wording", read_elsewhere<Newsletter>},
      NewsletterKey{"sections", read_elsewhere<Newsletter>},
      NewsletterKey{"standing", read_elsewhere<Newsletter>},
      NewsletterKey{"rules", read_elsewhere<Newsletter>},
  };
  return table;
}

std::span<const SubsectionKey> subsection_keys() {
  static const std::array table{
      SubsectionKey{"name", into<&Subsection::name>},
      SubsectionKey{"empty", into<&Subsection::empty>},
  };
  return table;
}

void read_subsections(const ConfigField& field, Section& section) {
  section.subsections.clear();
  for (const YamlNode& entry : entries_of(field.source, field.node, field.key)) {
    Subsection& part = section.subsections.emplace_back();
    read_map(field.source, entry, subsection_keys(), part);
    if (part.name.empty()) complain(field.source, entry.mark, "\"name\" is wanted");
  }
}

std::span<const SectionKey> section_keys() {
  static const std::array table{
      SectionKey{"name", into<&Section::name>},
      SectionKey{"heading", into<&Section::heading>},
      SectionKey{"parent", into<&Section::parent>},
      SectionKey{"empty", into<&Section::empty>},
      SectionKey{"subsections", read_subsections},
  };
  return table;
}

/// The section of that name. A new one goes before `next`: after the section that stands above
/// it in the file.
std::size_t section_named(std::string_view name, std::size_t next,
                          std::vector<Section>& sections) {
  const std::size_t known = place_of_section(name, sections);
  if (known < sections.size()) return known;
  sections.insert(sections.begin() + static_cast<std::ptrdiff_t>(next), Section{});
  return next;
}

void read_sections(const ConfigSource& file, const YamlNode& node,
                   std::vector<Section>& sections) {
  std::size_t next = sections.size();
  for (const YamlNode& entry : entries_of(file, node, "sections")) {
    const YamlNode* name = value_of(entry, "name");
    const ConfigSource source = file.of(owner_of(entry, "section"));
    check_keys(source, entry, section_keys());
    if (name == nullptr) complain(source, entry.mark, "\"name\" is wanted");
    if (name->text == kNoise) complain(source, name->mark, "\"noise\" is no section");
    const std::size_t place = section_named(name->text, next, sections);
    Section& section = sections[place];
    read_map(source, entry, section_keys(), section);
    if (section.heading.empty()) section.heading = section.name;
    next = place + 1;
  }
}

}  // namespace

void read_newsletter(const ConfigSource& source, const YamlNode& node, Newsletter& newsletter) {
  read_map(source, node, keys(), newsletter);
  if (value_of(node, "language") != nullptr)
    newsletter.wording = wording_in(newsletter.language);
  if (const YamlNode* wording = value_of(node, "wording")) {
    read_wording(source.of("wording"), *wording, newsletter.wording);
  }
  if (const YamlNode* sections = value_of(node, "sections")) {
    read_sections(source, *sections, newsletter.sections);
  }
  if (const YamlNode* standing = value_of(node, "standing")) {
    newsletter.standing = read_standing(source, *standing, newsletter.sections);
  }
  if (const YamlNode* rules = value_of(node, "rules")) {
    std::vector<Rule> given = read_rules(source, *rules, newsletter.sections);
    newsletter.rules.insert(newsletter.rules.begin(), std::make_move_iterator(given.begin()),
                            std::make_move_iterator(given.end()));
  }
}

std::vector<KeyTable> newsletter_keys() {
  return {{"newsletter", names_of(keys())},
          {"newsletter.sections[]", names_of(section_keys())},
          {"newsletter.sections[].subsections[]", names_of(subsection_keys())},
          wording_keys(),
          standing_keys()};
}

}  // namespace collector
