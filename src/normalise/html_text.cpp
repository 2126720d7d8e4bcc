#include "normalise/html.h"
#include "normalise/html_events.h"
#include "normalise/line.h"

#include <algorithm>
#include <array>
#include <optional>

namespace collector {
namespace {

// Longer names than "thetasym" do not exist in HTML 4; the margin is for later ones.
constexpr std::size_t kMaxEntityBytes = 32;

// Elements that stand on lines of their own: their borders part words.
constexpr std::array<std::string_view, 40> kBlocks = {
    "address", "article", "aside", "blockquote", "br",       "caption",    "center", "dd",
    "details", "div",     "dl",    "dt",         "fieldset", "figcaption", "figure", "footer",
    "form",    "h1",      "h2",    "h3",         "h4",       "h5",         "h6",     "header",
    "hr",      "li",      "main",  "nav",        "ol",       "option",     "p",      "pre",
    "section", "summary", "table", "tbody",      "td",       "th",         "tr",     "ul"};

static_assert(std::ranges::is_sorted(kBlocks));

bool is_block(std::string_view name) {
  return std::ranges::binary_search(kBlocks, name);
}

class TextEvents : public HtmlEvents {
 public:
  explicit TextEvents(std::size_t max_bytes) : line_(max_bytes) {}

  void on_start(std::string_view name, std::span<const HtmlAttribute> /*attributes*/) override {
    part_words(name);
  }

  void on_end(std::string_view name) override { part_words(name); }

  void on_text(std::string_view text) override { line_.append(text); }

  [[nodiscard]] bool is_done() const override { return line_.is_full(); }

  std::string take() { return line_.take(); }

 private:
  void part_words(std::string_view name) {
    if (is_block(name)) {
      line_.append(" ");
    }
  }

  Line line_;
};

std::optional<char32_t> read_number(std::string_view digits) {
  const bool is_hex = digits.starts_with('x') || digits.starts_with('X');
  digits.remove_prefix(is_hex ? 1 : 0);
  char32_t value = 0;
  for (const char c : digits) {
    const bool is_digit = c >= '0' && c <= '9';
    const char letter = static_cast<char>(c | 0x20);
    if (!is_digit && !(is_hex && letter >= 'a' && letter <= 'f')) {
      return std::nullopt;
    }
    value = value * (is_hex ? 16 : 10) +
            static_cast<char32_t>(is_digit ? c - '0' : letter - 'a' + 10);
    if (value > 0x10FFFF) {
      return std::nullopt;
    }
  }
  return digits.empty() ? std::nullopt : std::optional(value);
}

/// The character behind "&…;", given what stands between the two.
std::optional<char32_t> read_entity(std::string_view name) {
  if (name.starts_with('#')) {
    return read_number(name.substr(1));
  }
  const char32_t found = find_html_entity(name);
  return found == 0 ? std::nullopt : std::optional(found);
}

/// Text without any tag: only entities to decode.
std::string decode_text(std::string_view text, std::size_t max_bytes) {
  Line line(max_bytes);
  while (!text.empty() && !line.is_full()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    line.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) {
      break;
    }
    const std::size_t end = text.substr(0, kMaxEntityBytes).find(';');
    const auto character =
        end == std::string_view::npos ? std::nullopt : read_entity(text.substr(1, end - 1));
    if (character) {
      line.append(to_utf8(*character));
      text.remove_prefix(end + 1);
    } else {
      line.append("&");
      text.remove_prefix(1);
    }
  }
  return line.take();
}

}  // namespace

std::string html_to_text(std::string_view html, std::size_t max_bytes) {
  if (html.find('<') == std::string_view::npos) {
    return decode_text(html, max_bytes);
  }
  TextEvents events(max_bytes);
  read_html(html, events);
  return events.take();
}

std::string decode_entities(std::string_view text) {
  return decode_text(text, SIZE_MAX);
}

std::string squeeze(std::string_view text, std::size_t max_bytes) {
  Line line(max_bytes);
  line.append(text);
  return line.take();
}

}  // namespace collector
