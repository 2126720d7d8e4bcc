#include "core/text.h"
#include "core/utf8.h"
#include "normalise/html.h"
#include "normalise/html_events.h"
#include "normalise/line.h"
#include "normalise/safe_attributes.h"
#include "normalise/tidy_html.h"

#include <algorithm>
#include <array>

namespace collector {
namespace {

// Text, structure, pictures and sound. No forms, no frames, no foreign vocabularies.
constexpr std::array<std::string_view, 80> kElements = {
    "a",      "abbr",  "acronym",  "address",    "article",    "aside",   "audio",  "b",
    "bdi",    "bdo",   "big",      "blockquote", "br",         "caption", "center", "cite",
    "code",   "col",   "colgroup", "dd",         "del",        "details", "dfn",    "dir",
    "div",    "dl",    "dt",       "em",         "figcaption", "figure",  "font",   "footer",
    "h1",     "h2",    "h3",       "h4",         "h5",         "h6",      "header", "hgroup",
    "hr",     "i",     "img",      "ins",        "kbd",        "li",      "main",   "mark",
    "nav",    "ol",    "p",        "picture",    "pre",        "q",       "rp",     "rt",
    "ruby",   "s",     "samp",     "section",    "small",      "source",  "span",   "strike",
    "strong", "sub",   "summary",  "sup",        "table",      "tbody",   "td",     "tfoot",
    "th",     "thead", "time",     "tr",         "tt",         "u",       "ul",     "var"};
constexpr std::array<std::string_view, 3> kMoreElements = {"track", "video", "wbr"};

constexpr std::array<std::string_view, 7> kVoidElements = {"br",     "col",   "hr", "img",
                                                           "source", "track", "wbr"};

static_assert(std::ranges::is_sorted(kElements));

bool is_allowed(std::string_view name) {
  return std::ranges::binary_search(kElements, name) ||
         std::ranges::find(kMoreElements, name) != kMoreElements.end();
}

bool is_void(std::string_view name) {
  return std::ranges::find(kVoidElements, name) != kVoidElements.end();
}

bool needs_escape(char c) {
  return c == '&' || c == '<' || c == '>' || c == '"';
}

void append_escaped(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const auto special = std::ranges::find_if(text, needs_escape);
    const auto plain = static_cast<std::size_t>(special - text.begin());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) {
      return;
    }
    out += markup_escape(text.front());
    text.remove_prefix(1);
  }
}

/// Writes anew what may stay. Whatever the input was, only what is written here comes out.
class SafeWriter : public HtmlEvents {
 public:
  SafeWriter(std::string_view base_url, std::size_t expected_bytes) : base_url_(base_url) {
    html_.reserve(expected_bytes);
  }

  void on_start(std::string_view name, std::span<const HtmlAttribute> attributes) override {
    if (!is_allowed(name)) {
      return;
    }
    html_.append("<").append(name);
    for (const HtmlAttribute& attribute : attributes) {
      if (const auto value = safe_value(attribute, base_url_)) {
        html_.append(" ").append(attribute.name).append("=\"");
        append_escaped(html_, *value);
        html_ += '"';
      }
    }
    html_ += '>';
  }

  void on_end(std::string_view name) override {
    if (is_allowed(name) && !is_void(name)) {
      html_.append("</").append(name).append(">");
    }
  }

  void on_text(std::string_view text) override {
    if (has_c1(text)) {  // from a reference: "&#146;"
      append_escaped(html_, without_c1(text));
    } else {
      append_escaped(html_, text);
    }
  }

  void clear() { html_.clear(); }

  std::string take() { return std::move(html_); }

 private:
  std::string_view base_url_;
  std::string html_;
};

}  // namespace

std::string sanitise_html(std::string_view html, std::string_view base_url) {
  if (has_c1(html)) {
    return sanitise_html(without_c1(html), base_url);
  }
  if (html.find('<') == std::string_view::npos) {
    return std::string(html);
  }
  SafeWriter writer(base_url, html.size());
  if (!read_tidy_html(html, writer)) {
    writer.clear();
    read_html(html, writer);
  }
  return writer.take();
}

std::string escape_html(std::string_view text) {
  std::string html;
  html.reserve(text.size());
  append_escaped(html, text);
  return html;
}

}  // namespace collector
