#include "parse/people.h"

#include "core/text.h"
#include "parse/limits.h"
#include "parse/mojibake.h"

namespace collector {

namespace {

bool is_email(std::string_view text) {
  const std::size_t at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find_first_of(" \t\r\n<>()") == std::string_view::npos &&
         text.find("://") == std::string_view::npos;
}

std::string_view without_mailto(std::string_view text) {
  constexpr std::string_view kScheme = "mailto:";
  return text.substr(0, kScheme.size()) == kScheme ? text.substr(kScheme.size()) : text;
}

/// As mail writes a name: "Jo Larch" <jo@larch.example>.
std::string_view without_quotes(std::string_view name) {
  const bool quoted =
      name.size() > 1 && name.front() == '"' && name.find('"', 1) + 1 == name.size();
  return quoted ? name.substr(1, name.size() - 2) : name;
}

Person person_of(std::string_view name, std::string_view email) {
  Person person;
  person.name = trimmed(without_quotes(trimmed(name)));
  person.email = without_mailto(trimmed(email));
  return person;
}

/// "before OPEN inside CLOSE" with nothing behind it.
bool split(std::string_view text, std::string_view brackets, std::string_view& before,
           std::string_view& inside) {
  if (text.empty() || text.back() != brackets[1]) return false;
  const std::size_t open = text.rfind(brackets[0]);
  if (open == std::string_view::npos) return false;
  before = trimmed(text.substr(0, open));
  inside = trimmed(text.substr(open + 1, text.size() - open - 2));
  return true;
}

}  // namespace

Person read_person(std::string_view text) {
  text = trimmed(text);
  std::string_view before;
  std::string_view inside;
  if (split(text, "()", before, inside)) {
    if (is_email(before)) return person_of(inside, before);
    if (is_email(inside)) return person_of(before, inside);
  }
  if (split(text, "<>", before, inside) && is_email(without_mailto(inside))) {
    return person_of(before, inside);
  }
  return is_email(text) ? person_of({}, text) : person_of(text, {});
}

void PersonInParts::begin(std::string_view url) {
  person_ = {};
  person_.url = url;
  text_.clear();
}

void PersonInParts::text(std::string_view piece) {
  if (text_.size() < kMaxFieldBytes) text_.append(piece);
}

void PersonInParts::store(Meaning meaning, std::string_view value) {
  const auto put = [value](std::string& target) {
    if (target.empty()) target = value;
  };
  if (meaning == Meaning::Name || meaning == Meaning::Title) put(person_.name);
  if (meaning == Meaning::Email) put(person_.email);
  if (meaning == Meaning::Url || meaning == Meaning::Id) put(person_.url);
}

Person PersonInParts::person() const {
  const bool said = !person_.name.empty() || !person_.email.empty() || !person_.url.empty();
  if (said) return person_;
  std::string text = text_;
  mend_mojibake(text);
  return read_person(text);
}

std::string_view PersonInParts::name() const {
  return person_.name.empty() ? trimmed(text_) : std::string_view(person_.name);
}

}  // namespace collector
