#include "cli/json_writer.h"

#include "core/json.h"
#include "support/catch.h"

#include <sstream>
#include <string>

using namespace collector;

namespace {

std::string printed(const HeldText& text) {
  std::ostringstream out;
  text.write_to(out);
  return out.str();
}

std::string as_json(std::string_view text) {
  HeldText held;
  JsonWriter(held).text(text);
  return printed(held);
}

}  // namespace

TEST_CASE("text is escaped wherever the special byte stands") {
  for (const char special : {'"', '\\', '\n', '\t', '\0', '\x1f', ' ', '~', '\x7f'}) {
    for (std::size_t at = 0; at < 40; ++at) {
      std::string text = "forty bytes of text, and one of another ";
      text[at] = special;
      CHECK(parse_json(as_json(text)).value().text() == text);
    }
  }
}

TEST_CASE("text of any length comes out whole") {
  std::string text = "d\xc3\xa9j\xc3\xa0 \"vu\"\n";
  while (text.size() < 5'000'000)
    text += text;

  CHECK(parse_json(as_json(text)).value().text() == text);
}

TEST_CASE("held text begins anew when it is cleared") {
  HeldText held;
  JsonWriter json(held);
  json.begin_array();
  json.text(std::string(3'000'000, 'a'));
  held.clear();
  json.text("b");
  json.end_array();

  CHECK(printed(held) == ",\"b\"]");
}
