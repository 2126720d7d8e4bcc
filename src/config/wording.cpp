#include "config/presets/presets.h"
#include "config/readers.h"
#include "core/languages.h"
#include "core/text.h"

#include <re2/re2.h>

#include <array>
#include <set>

namespace collector {

namespace {

using WordingKey = ConfigKey<Wording>;

/// What a phrase puts in, "{project}", and the link it makes, "[]".
std::set<std::string> parts_of(std::string_view phrase) {
  static const RE2 kPart(R"((\{[^{}]*\}|\[[^\[\]]+\]))");
  std::set<std::string> parts;
  re2::StringPiece rest(phrase.data(), phrase.size());
  std::string part;
  while (RE2::FindAndConsume(&rest, kPart, &part))
    parts.insert(part.front() == '[' ? "[…]" : part);
  return parts;
}

/// A phrase of one's own has all that the English one has, or news would be lost.
template <auto Member>
void read_phrase(const ConfigField& field, Wording& wording) {
  static const std::set<std::string> kWanted = parts_of(Wording().*Member);
  read_line(field, wording.*Member);
  if (parts_of(wording.*Member) == kWanted) return;
  std::string wanted;
  for (const std::string& part : kWanted)
    wanted += (wanted.empty() ? "a phrase with " : " and ") + part;
  complain(field, wanted.empty() ? "words without braces and brackets" : wanted);
}

std::span<const WordingKey> keys() {
  static const std::array table{
      WordingKey{"conjunction", read_phrase<&Wording::conjunction>},
      WordingKey{"comma", read_phrase<&Wording::comma>},
      WordingKey{"stop", read_phrase<&Wording::stop>},
      WordingKey{"version", read_phrase<&Wording::version>},
      WordingKey{"versions", read_phrase<&Wording::versions>},
      WordingKey{"product", read_phrase<&Wording::product>},
      WordingKey{"described_product", read_phrase<&Wording::described_product>},
      WordingKey{"release", read_phrase<&Wording::release>},
      WordingKey{"releases", read_phrase<&Wording::releases>},
      WordingKey{"described_release", read_phrase<&Wording::described_release>},
      WordingKey{"described_releases", read_phrase<&Wording::described_releases>},
      WordingKey{"title", read_phrase<&Wording::title>},
      WordingKey{"changelog", read_phrase<&Wording::changelog>},
      WordingKey{"changes", read_phrase<&Wording::changes>},
      WordingKey{"span", read_phrase<&Wording::span>},
      WordingKey{"sources", read_phrase<&Wording::sources>},
      WordingKey{"more", read_phrase<&Wording::more>},
      WordingKey{"author", read_phrase<&Wording::author>},
      WordingKey{"author_and_blog", read_phrase<&Wording::author_and_blog>},
      WordingKey{"blog", read_phrase<&Wording::blog>},
      WordingKey{"article", read_phrase<&Wording::article>},
      WordingKey{"opening", read_phrase<&Wording::opening>},
      WordingKey{"summary", read_phrase<&Wording::summary>},
      WordingKey{"others", read_phrase<&Wording::others>},
  };
  return table;
}

}  // namespace

void read_wording(const ConfigSource& source, const YamlNode& node, Wording& wording) {
  read_map(source, node, keys(), wording);
}

Wording wording_in(std::string_view language) {
  Wording wording;
  const std::string primary = lower(before_any<'-'>(language));
  if (primary == "en" || likely_script(language) == "Hant") return wording;
  const YamlDocument yaml = read_yaml(kWordings, "wordings.yaml");
  if (const YamlNode* phrases = value_of(yaml.root, primary))
    read_wording({"wordings.yaml", primary}, *phrases, wording);
  return wording;
}

KeyTable wording_keys() {
  return {"newsletter.wording", names_of(keys())};
}

}  // namespace collector
