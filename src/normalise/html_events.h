// libxml2's HTML parser in our words: elements and text, one by one, as browsers would find
// them.
#pragma once

#include <span>
#include <string_view>

namespace collector {

struct HtmlAttribute {
  std::string_view name;  // lower case
  std::string_view value;
};

/// Receives what a fragment or a page holds. Comments and declarations are not passed on.
class HtmlEvents {
 public:
  virtual ~HtmlEvents() = default;

  /// `name` is in lower case.
  virtual void on_start(std::string_view name, std::span<const HtmlAttribute> attributes) = 0;
  virtual void on_end(std::string_view name) = 0;
  /// A piece of text, entities decoded; neighbouring pieces belong together.
  virtual void on_text(std::string_view text) = 0;

  /// The insides of script and style, which are no text of the page.
  virtual void on_code(std::string_view /*code*/) {}

  /// True once nothing more is needed.
  [[nodiscard]] virtual bool is_done() const { return false; }
};

/// Reads `html` (UTF-8) to its end, or until `events` is done, or until elements lie deeper
/// than anybody means them to. Iterative; one parser a thread, kept.
void read_html(std::string_view html, HtmlEvents& events);

/// The same for a whole page: its <html>, <head> and <body> are elements like all others.
void read_html_page(std::string_view html, HtmlEvents& events);

/// The character that HTML calls `name` ("eacute"); 0 when there is none.
char32_t find_html_entity(std::string_view name);

}  // namespace collector
