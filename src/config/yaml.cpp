#include "config/yaml.h"

#include "core/error.h"

#include <yaml.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

namespace collector {

namespace {

// Aliases of aliases grow without bound; no feed list comes near this.
constexpr std::size_t kMaxNodes = 2'000'000;
// A configuration has about six levels; a tree of thousands could not be walked by recursion.
constexpr std::size_t kMaxDepth = 64;

std::string text_of(const yaml_char_t* text) {
  return text == nullptr ? "" : reinterpret_cast<const char*>(text);
}

/// libyaml counts from 0.
Mark mark_of(const yaml_mark_t& mark) {
  return {static_cast<int>(mark.line) + 1, static_cast<int>(mark.column) + 1};
}

[[noreturn]] void refuse(const std::string& path, Mark mark, const std::string& why) {
  throw ConfigError(path + ":" + std::to_string(mark.line) + ":" + std::to_string(mark.column) +
                    ": " + why);
}

/// The words of YAML 1.2 for nothing; only when they stand there without quotes.
bool says_nothing(std::string_view value) {
  return value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL";
}

/// What to do about the complaints of libyaml that people meet; the first that fits counts.
std::string_view remedy(std::string_view problem) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kRemedies{{
      {"mapping values are not allowed",
       "; text with ': ' in it stands in quotes. Else the line is indented too far, or the one "
       "above lacks its colon"},
      {"cannot start any token", "; text that begins with such a sign stands in quotes"},
      {"unknown escape character", "; a pattern stands in 'single' quotes"},
      {"did not find expected key",
       "; is the indentation right? Text that begins with a quote or a bracket stands in "
       "quotes"},
      {"UTF-8", "; save the file as UTF-8"},
  }};
  for (const auto& [words, what] : kRemedies) {
    if (problem.find(words) != std::string_view::npos) return what;
  }
  return "";
}

/// One event of the parser's.
class Event {
 public:
  Event() = default;

  ~Event() { yaml_event_delete(&event_); }

  Event(const Event&) = delete;
  Event& operator=(const Event&) = delete;

  yaml_event_t* get() { return &event_; }

  const yaml_event_t* operator->() const { return &event_; }

  [[nodiscard]] Mark mark() const { return mark_of(event_.start_mark); }

 private:
  yaml_event_t event_{};
};

class Parser {
 public:
  /// Both must outlive the parser.
  Parser(std::string_view text, const std::string& path) : text_(text), path_(path) {
    if (yaml_parser_initialize(&parser_) == 0) throw std::bad_alloc();
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }

  ~Parser() { yaml_parser_delete(&parser_); }

  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Throws ConfigError where the text is no YAML.
  void read(Event& event) {
    yaml_event_delete(event.get());
    if (yaml_parser_parse(&parser_, event.get()) == 0) fail();
  }

 private:
  [[noreturn]] void fail() const {
    if (parser_.error == YAML_MEMORY_ERROR) throw std::bad_alloc();
    std::string why = "this is no YAML: " + std::string(parser_.problem);
    if (parser_.context != nullptr) why += std::string(" ") + parser_.context;
    why += remedy(parser_.problem);
    if (parser_.error == YAML_READER_ERROR)
      refuse(path_, place_of(parser_.problem_offset), why);
    if (parser_.error == YAML_SCANNER_ERROR && is_tab(parser_.problem_mark))
      refuse(path_, mark_of(parser_.problem_mark), "a tab; YAML is indented by spaces");
    if (is_open_quote())
      refuse(path_, mark_of(parser_.context_mark), "a quote without its end");
    refuse(path_, mark_of(parser_.problem_mark), why);
  }

  /// libyaml tells of it at the end of the file.
  [[nodiscard]] bool is_open_quote() const {
    return std::string_view(parser_.problem) == "found unexpected end of stream" &&
           parser_.context != nullptr &&
           std::string_view(parser_.context) == "while scanning a quoted scalar";
  }

  [[nodiscard]] bool is_tab(const yaml_mark_t& mark) const {
    std::size_t line_start = 0;
    for (std::size_t line = 0; line < mark.line; ++line)
      line_start = text_.find('\n', line_start) + 1;
    return text_.substr(line_start, mark.column + 1).ends_with('\t');
  }

  /// Of a byte that is no text at all.
  [[nodiscard]] Mark place_of(std::size_t offset) const {
    const std::string_view before = text_.substr(0, offset);
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
    return {static_cast<int>(line), static_cast<int>(before.size() - line_start) + 1};
  }

  const std::string_view text_;
  const std::string& path_;
  yaml_parser_t parser_{};
};

/// Builds the tree from the parser's events.
class TreeBuilder {
 public:
  explicit TreeBuilder(const std::string& path) : path_(path) {}

  void take(const Event& event) {
    switch (event->type) {
      case YAML_ALIAS_EVENT:
        return add(meant_by(text_of(event->data.alias.anchor), event.mark()), "");
      case YAML_SCALAR_EVENT:
        return add(scalar(event), text_of(event->data.scalar.anchor));
      case YAML_SEQUENCE_START_EVENT:
        return open(YamlNode::Kind::List, event, event->data.sequence_start.anchor);
      case YAML_MAPPING_START_EVENT:
        return open(YamlNode::Kind::Map, event, event->data.mapping_start.anchor);
      case YAML_SEQUENCE_END_EVENT:
      case YAML_MAPPING_END_EVENT:
        return close();
      default:
        return;
    }
  }

  YamlDocument finish() {
    return {std::move(memory_), loose_.empty() ? YamlNode{} : loose_[0]};
  }

 private:
  /// A list or map whose end has not come.
  struct Open {
    YamlNode node;
    std::string anchor;
    std::size_t first;  // of its parts among the loose nodes
  };

  YamlNode scalar(const Event& event) {
    const auto& scalar = event->data.scalar;
    const std::string_view value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    const bool nothing = scalar.style == YAML_PLAIN_SCALAR_STYLE && says_nothing(value);
    auto* text = static_cast<char*>(memory_->allocate(value.size(), 1));
    std::ranges::copy(value, text);
    return {.kind = nothing ? YamlNode::Kind::Null : YamlNode::Kind::Text,
            .mark = event.mark(),
            .text = {text, value.size()}};
  }

  /// The anchored node at another place: it shares what it names.
  YamlNode meant_by(const std::string& anchor, Mark mark) {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) {
      const bool inside = std::any_of(open_.begin(), open_.end(),
                                      [&](const Open& open) { return open.anchor == anchor; });
      refuse(path_, mark,
             inside ? "this alias contains itself" : "there is no anchor \"" + anchor + "\"");
    }
    YamlNode node = found->second;
    nodes_ += count(node);
    node.mark = mark;
    return node;
  }

  static std::size_t count(const YamlNode& node) {
    std::size_t total = 1 + node.keys().size();
    for (const YamlNode& value : node.values())
      total += count(value);
    return total;
  }

  void open(YamlNode::Kind kind, const Event& event, const yaml_char_t* anchor) {
    if (open_.size() == kMaxDepth) refuse(path_, event.mark(), "this is nested too deeply");
    open_.push_back({{.kind = kind, .mark = event.mark()}, text_of(anchor), loose_.size()});
  }

  void close() {
    Open closed = std::move(open_.back());
    open_.pop_back();
    take_parts(closed);
    add(closed.node, closed.anchor);
  }

  /// Of a map, the loose nodes are its keys and values in turn.
  void take_parts(Open& closed) {
    const std::span parts = std::span(loose_).subspan(closed.first);
    const bool is_map = closed.node.kind == YamlNode::Kind::Map;
    closed.node.size = is_map ? parts.size() / 2 : parts.size();
    std::pmr::polymorphic_allocator<YamlNode> allocator(memory_.get());
    YamlNode* kept = allocator.allocate(parts.size());
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::size_t place = is_map ? i / 2 + (i % 2) * closed.node.size : i;
      std::construct_at(kept + place, parts[i]);
    }
    closed.node.parts = kept;
    loose_.resize(closed.first);
  }

  void add(const YamlNode& node, const std::string& anchor) {
    if (++nodes_ > kMaxNodes) refuse(path_, node.mark, "the file is too large");
    if (!anchor.empty()) anchors_[anchor] = node;
    loose_.push_back(node);
  }

  const std::string& path_;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>();
  std::vector<YamlNode> loose_;  // those whose list or map is still open; in the end the root
  std::vector<Open> open_;
  std::map<std::string, YamlNode, std::less<>> anchors_;
  std::size_t nodes_ = 0;
};

}  // namespace

YamlDocument read_yaml(std::string_view text, const std::string& path) {
  Parser parser(text, path);
  TreeBuilder tree(path);
  Event event;
  int documents = 0;
  for (parser.read(event); event->type != YAML_STREAM_END_EVENT; parser.read(event)) {
    if (event->type == YAML_DOCUMENT_START_EVENT && ++documents > 1) {
      refuse(path, event.mark(), "a second document; one file holds one configuration");
    }
    tree.take(event);
  }
  return tree.finish();
}

}  // namespace collector
