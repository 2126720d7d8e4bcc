#include "core/text.h"
#include "core/utf8.h"
#include "normalise/entities.h"
#include "normalise/html.h"
#include "normalise/html_elements.h"
#include "normalise/line.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>

namespace collector {
namespace {

// Elements that stand on lines of their own: their borders part words.
constexpr std::array<std::string_view, 40> kBlocks = {
    "address", "article", "aside", "blockquote", "br",       "caption",    "center", "dd",
    "details", "div",     "dl",    "dt",         "fieldset", "figcaption", "figure", "footer",
    "form",    "h1",      "h2",    "h3",         "h4",       "h5",         "h6",     "header",
    "hr",      "li",      "main",  "nav",        "ol",       "option",     "p",      "pre",
    "section", "summary", "table", "tbody",      "td",       "th",         "tr",     "ul"};

static_assert(std::ranges::is_sorted(kBlocks));

// No element's name is longer; what is, is none that matters here.
constexpr std::size_t kMaxNameBytes = 16;

/// How far it is to the next tag or reference.
std::size_t plain_length(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && text[length] != '<' && text[length] != '&') {
    ++length;
  }
  return length;
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// Walks over markup once and keeps the text: what the HTML standard's tokeniser would call
/// character tokens. Plain text needs no tree, and every entry of every feed passes here, so
/// this is not libxml2's parser, which takes ten times as long.
class TextScanner {
 public:
  /// What tags that HTML does not know are: nothing, or text that nobody escaped.
  enum class ForeignTags { Skipped, Text };

  TextScanner(std::string_view html, std::size_t max_bytes,
              ForeignTags foreign = ForeignTags::Skipped)
      : rest_(html), line_(max_bytes), foreign_(foreign) {}

  /// Writes each line to `lines` instead of joining them.
  TextScanner(std::string_view html, std::vector<HtmlLine>& lines)
      : rest_(html), line_(SIZE_MAX), lines_(&lines) {}

  std::string run() {
    scan();
    return line_.take();
  }

  void run_lines() {
    scan();
    finish_line();
  }

 private:
  void scan() {
    while (!rest_.empty() && !line_.is_full()) {
      const std::size_t plain = plain_length(rest_);
      append_plain(rest_.substr(0, plain));
      rest_.remove_prefix(plain);
      if (rest_.starts_with('&')) {
        append_entity();
      } else if (!rest_.empty()) {
        markup();
      }
    }
  }

  void finish_line() {
    std::string text = line_.take();
    if (!text.empty()) {
      lines_->push_back({kind_, std::move(text)});
    }
    line_ = Line(SIZE_MAX);
  }

  void append_plain(std::string_view text) {
    const auto end = in_cdata_ ? text.find("]]>") : std::string_view::npos;
    line_.append(text.substr(0, end));
    if (end != std::string_view::npos) {
      in_cdata_ = false;
      line_.append(text.substr(end + 3));
    }
  }

  void append_entity() {
    const Entity entity = read_entity(rest_);
    line_.append(entity.text);
    rest_.remove_prefix(entity.length);
  }

  void markup() {
    const char next = rest_.size() > 1 ? rest_[1] : '\0';
    constexpr std::string_view kCdata = "<![CDATA[";  // that was escaped on its way
    if (rest_.starts_with("<!--")) {
      comment();
    } else if (rest_.starts_with(kCdata)) {
      rest_.remove_prefix(kCdata.size());
      in_cdata_ = true;
    } else if (next == '!' || next == '?') {
      skip_behind(">", 2);
    } else if (is_letter(next) || (next == '/' && rest_.size() > 2 && is_letter(rest_[2]))) {
      tag();
    } else {
      line_.append("<");
      rest_.remove_prefix(1);
    }
  }

  /// One that never ends hides no more than up to the next ">".
  void comment() {
    const auto end = comments_end_ ? rest_.find("-->", 2) : std::string_view::npos;
    comments_end_ = end != std::string_view::npos;
    if (comments_end_) {
      rest_.remove_prefix(end + 3);
    } else {
      skip_behind(">", 4);
    }
  }

  void skip_behind(std::string_view mark, std::size_t from) {
    const auto found = rest_.find(mark, from);
    rest_.remove_prefix(found == std::string_view::npos ? rest_.size() : found + mark.size());
  }

  void tag() {
    const bool is_end = rest_[1] == '/';
    rest_.remove_prefix(is_end ? 2 : 1);
    std::array<char, kMaxNameBytes> buffer{};
    std::size_t length = 0;
    for (; length < std::min(buffer.size(), rest_.size()); ++length) {
      const char c = rest_[length];
      if (is_space(c) || c == '/' || c == '>') {
        break;
      }
      buffer[length] = lower(c);
    }
    if (length == rest_.size()) {  // no tag was begun: "A<B"
      line_.append(is_end ? "</" : "<");
      line_.append(rest_);
      rest_ = {};
      return;
    }
    const std::string_view name(buffer.data(), length);
    if (is_text(is_end ? TagKind::End : TagKind::Start, name, rest_.substr(length))) {
      line_.append(is_end ? "</" : "<");
      return;
    }
    skip_attributes();
    if (std::ranges::binary_search(kBlocks, name)) {
      end_line(name, is_end);
    }
    if (!is_end && (name == "script" || name == "style")) {
      skip_to_end_of(name);
    }
  }

  /// Of a tag with this name, and of what stands behind that.
  bool is_text(TagKind kind, std::string_view name, std::string_view behind) {
    if (foreign_ == ForeignTags::Skipped) {
      return false;
    }
    if (name == "math" || name == "svg") {
      foreign_ = ForeignTags::Skipped;  // they bring elements of their own
    }
    if (known_to_html(name)) {
      return false;
    }
    if (is_made_up(kind, name, behind)) {
      made_up_.emplace(name);
    }
    return !made_up_.contains(name);
  }

  /// At the tag of a block: what follows stands on a line of its own.
  void end_line(std::string_view name, bool is_end) {
    if (lines_ == nullptr) {
      line_.append(" ");
      return;
    }
    finish_line();
    if (is_heading(name) || name == "li") {
      kind_ = is_end         ? HtmlLine::Kind::Text
              : name == "li" ? HtmlLine::Kind::ListItem
                             : HtmlLine::Kind::Heading;
    }
  }

  /// To behind the tag's ">". Quotes hide it, but only where a value begins.
  void skip_attributes() {
    char previous = '\0';
    std::size_t at = 0;
    while (at < rest_.size() && rest_[at] != '>') {
      const char c = rest_[at];
      if ((c == '"' || c == '\'') && previous == '=') {
        at = std::min(rest_.find(c, at + 1), rest_.size() - 1);
      }
      previous = is_space(c) ? previous : c;
      ++at;
    }
    rest_.remove_prefix(std::min(at + 1, rest_.size()));
  }

  void skip_to_end_of(std::string_view name) {
    while (!rest_.empty()) {
      skip_behind("</", 0);
      if (starts_ignoring_case(rest_, name)) {
        skip_behind(">", 0);
        return;
      }
    }
  }

  std::string_view rest_;
  Line line_;
  ForeignTags foreign_ = ForeignTags::Skipped;
  std::set<std::string, std::less<>> made_up_;  // names whose end tags are markup as well
  std::vector<HtmlLine>* lines_ = nullptr;      // nothing: all is one line
  HtmlLine::Kind kind_ = HtmlLine::Kind::Text;
  bool in_cdata_ = false;
  bool comments_end_ = true;  // false once the rest was searched in vain
};

}  // namespace

std::string html_to_text(std::string_view html, std::size_t max_bytes) {
  if (has_c1(html)) {
    return html_to_text(without_c1(html), max_bytes);
  }
  return TextScanner(html, max_bytes).run();
}

std::string html_title(std::string_view html, std::size_t max_bytes) {
  if (has_c1(html)) {
    return html_title(without_c1(html), max_bytes);
  }
  return TextScanner(html, max_bytes, TextScanner::ForeignTags::Text).run();
}

std::vector<HtmlLine> html_lines(std::string_view html, std::size_t max_bytes) {
  if (has_c1(html)) {
    return html_lines(without_c1(html), max_bytes);
  }
  std::vector<HtmlLine> lines;
  TextScanner scanner(html.substr(0, cut_between_characters(html, max_bytes)), lines);
  scanner.run_lines();
  return lines;
}

std::string squeeze(std::string_view text, std::size_t max_bytes) {
  Line line(max_bytes);
  line.append(text);
  return line.take();
}

std::string decode_entities(std::string_view text) {
  std::string decoded;
  while (!text.empty()) {
    const std::size_t plain = std::min(text.find('&'), text.size());
    decoded.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (!text.empty()) {
      const Entity entity = read_entity(text);
      decoded += entity.text;
      text.remove_prefix(entity.length);
    }
  }
  return decoded;
}

}  // namespace collector
