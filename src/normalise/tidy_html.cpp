#include "normalise/tidy_html.h"

#include "core/text.h"
#include "normalise/entities.h"

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <vector>

namespace collector {
namespace {

// Deeper markup is no longer tidy.
constexpr std::size_t kMaxDepth = 100;

// What stands in them is not read as markup by browsers, or as markup of another kind.
constexpr std::array<std::string_view, 16> kForeign = {
    "iframe", "math",  "noembed", "noframes", "noscript", "option", "plaintext", "script",
    "select", "style", "svg",     "template", "textarea", "title",  "xml",       "xmp"};

constexpr std::array<std::string_view, 14> kVoid = {"area",  "base",   "br",    "col",  "embed",
                                                    "hr",    "img",    "input", "link", "meta",
                                                    "param", "source", "track", "wbr"};

bool contains(std::span<const std::string_view> names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

/// An attribute's value: a reference counts only with its semicolon, "?a=1&copy=2" has none.
std::string decode_value(std::string_view value) {
  std::string decoded;
  while (!value.empty()) {
    const std::size_t plain = std::min(value.find('&'), value.size());
    decoded.append(value.substr(0, plain));
    value.remove_prefix(plain);
    if (value.empty()) {
      break;
    }
    const Entity entity = read_entity(value);
    const bool is_reference = value[entity.length - 1] == ';';
    decoded += is_reference ? entity.text : "&";
    value.remove_prefix(is_reference ? entity.length : 1);
  }
  return decoded;
}

class TidyReader {
 public:
  TidyReader(std::string_view html, HtmlEvents& events) : rest_(html), events_(events) {}

  bool run() {
    while (!rest_.empty()) {
      const char* const special =
          std::ranges::find_if(rest_.data(), rest_.data() + rest_.size(),
                               [](char c) { return c == '<' || c == '&'; });
      pass_text(static_cast<std::size_t>(special - rest_.data()));
      if (!rest_.empty() && !(rest_.front() == '&' ? reference() : markup())) {
        return false;
      }
    }
    return open_.empty();
  }

 private:
  void pass_text(std::size_t length) {
    if (length > 0) {
      events_.on_text(rest_.substr(0, length));
      rest_.remove_prefix(length);
    }
  }

  bool reference() {
    const Entity entity = read_entity(rest_);
    events_.on_text(entity.text);
    rest_.remove_prefix(entity.length);
    return true;
  }

  bool markup() {
    if (rest_.starts_with("<!--")) {
      return comment();
    }
    rest_.remove_prefix(1);
    if (rest_.starts_with('/')) {
      return end_tag();
    }
    return !rest_.empty() && rest_.front() >= 'a' && rest_.front() <= 'z' && start_tag();
  }

  bool comment() {
    const auto end = rest_.find("-->", 4);
    if (end == std::string_view::npos ||
        rest_.substr(0, end).find("--!>") != std::string_view::npos ||
        rest_.starts_with("<!-->") || rest_.starts_with("<!--->")) {
      return false;
    }
    rest_.remove_prefix(end + 3);
    return true;
  }

  std::string_view name() {
    const auto end = std::ranges::find_if_not(rest_, is_name_character);
    const std::string_view found =
        rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(found.size());
    return found;
  }

  void skip_space() {
    while (!rest_.empty() && is_space(rest_.front())) {
      rest_.remove_prefix(1);
    }
  }

  bool skip(char c) {
    const bool there = rest_.starts_with(c);
    rest_.remove_prefix(there ? 1 : 0);
    return there;
  }

  bool end_tag() {
    rest_.remove_prefix(1);
    const std::string_view ended = name();
    skip_space();
    if (!skip('>') || open_.empty() || open_.back() != ended) {
      return false;
    }
    open_.pop_back();
    events_.on_end(ended);
    return true;
  }

  bool start_tag() {
    const std::string_view started = name();
    attributes_.clear();
    decoded_.clear();
    skip_space();
    while (!rest_.empty() && is_name_character(rest_.front())) {
      if (!attribute()) {
        return false;
      }
      skip_space();
    }
    const bool is_closed = skip('/');
    if (!skip('>') || contains(kForeign, started) || open_.size() >= kMaxDepth) {
      return false;
    }
    events_.on_start(started, attributes_);
    if (is_closed || contains(kVoid, started)) {
      events_.on_end(started);
    } else {
      open_.push_back(started);
    }
    return true;
  }

  bool attribute() {
    const std::string_view named = name();
    std::string_view value;
    if (skip('=')) {
      const char quote = rest_.empty() ? '\0' : rest_.front();
      const auto end = rest_.find(quote, 1);
      if ((quote != '"' && quote != '\'') || end == std::string_view::npos) {
        return false;
      }
      value = rest_.substr(1, end - 1);
      rest_.remove_prefix(end + 1);
    }
    attributes_.push_back({named, keep_decoded(value)});
    return true;
  }

  /// The value itself, or its decoded form, which lives as long as the tag is read.
  std::string_view keep_decoded(std::string_view value) {
    if (value.find('&') == std::string_view::npos) {
      return value;
    }
    return decoded_.emplace_back(decode_value(value));
  }

  std::string_view rest_;
  HtmlEvents& events_;
  std::vector<std::string_view> open_;
  std::vector<HtmlAttribute> attributes_;
  std::deque<std::string> decoded_;
};

}  // namespace

bool read_tidy_html(std::string_view html, HtmlEvents& events) {
  return TidyReader(html, events).run();
}

}  // namespace collector
