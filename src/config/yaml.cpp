#include "config/yaml.h"

#include "core/error.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <map>
#include <sstream>
#include <utility>

namespace collector {

namespace {

// Aliases of aliases grow without bound; no feed list comes near this.
constexpr std::size_t kMaxNodes = 2'000'000;

/// yaml-cpp counts from 0.
Mark mark_of(const YAML::Mark& mark) {
  return {mark.line + 1, mark.column + 1};
}

[[noreturn]] void refuse(const std::string& path, Mark mark, const std::string& why) {
  throw ConfigError(path + ":" + std::to_string(mark.line) + ":" + std::to_string(mark.column) +
                    ": " + why);
}

/// The words of YAML 1.2 for nothing; only when they stand there without quotes.
bool says_nothing(const std::string& value) {
  return value.empty() || value == "~" || value == "null" || value == "Null" || value == "NULL";
}

/// Builds the tree from the parser's events.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(const std::string& path) : path_(path) {}

  YamlNode root;

  void OnDocumentStart(const YAML::Mark&) override {}

  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    add(leaf(YamlNode::Kind::Null, mark, {}), anchor);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    const auto found = anchors_.find(anchor);
    if (found == anchors_.end()) refuse(path_, mark_of(mark), "this alias contains itself");
    YamlNode copy = found->second;
    nodes_ += count(copy);
    copy.mark = mark_of(mark);
    add(std::move(copy), YAML::NullAnchor);
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    // The tag "!" stands for a quoted scalar, "?" for a plain one.
    const bool nothing = tag != "!" && says_nothing(value);
    add(leaf(nothing ? YamlNode::Kind::Null : YamlNode::Kind::Text, mark, value), anchor);
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open_.push_back({leaf(YamlNode::Kind::List, mark, {}), anchor});
  }

  void OnSequenceEnd() override { close(); }

  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open_.push_back({leaf(YamlNode::Kind::Map, mark, {}), anchor});
  }

  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlNode node;
    YAML::anchor_t anchor;
  };

  static YamlNode leaf(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& text) {
    YamlNode node;
    node.kind = kind;
    node.mark = mark_of(mark);
    node.text = text;
    return node;
  }

  static std::size_t count(const YamlNode& node) {
    std::size_t total = 1 + node.keys.size();
    for (const YamlNode& value : node.values)
      total += count(value);
    return total;
  }

  void close() {
    Open closed = std::move(open_.back());
    open_.pop_back();
    add(std::move(closed.node), closed.anchor);
  }

  void add(YamlNode node, YAML::anchor_t anchor) {
    if (++nodes_ > kMaxNodes) refuse(path_, node.mark, "the file is too large");
    if (anchor != YAML::NullAnchor) anchors_[anchor] = node;
    if (open_.empty()) {
      root = std::move(node);
      return;
    }
    YamlNode& parent = open_.back().node;
    const bool is_key =
        parent.kind == YamlNode::Kind::Map && parent.keys.size() == parent.values.size();
    (is_key ? parent.keys : parent.values).push_back(std::move(node));
  }

  const std::string& path_;
  std::vector<Open> open_;
  std::map<YAML::anchor_t, YamlNode> anchors_;
  std::size_t nodes_ = 0;
};

}  // namespace

YamlNode read_yaml(const std::string& text, const std::string& path) {
  try {
    std::istringstream in(text);
    YAML::Parser parser(in);
    TreeBuilder tree(path);
    if (!parser.HandleNextDocument(tree)) return {};
    TreeBuilder second(path);
    if (parser.HandleNextDocument(second)) {
      refuse(path, second.root.mark, "a second document; one file holds one configuration");
    }
    return std::move(tree.root);
  } catch (const YAML::Exception& error) {
    refuse(path, mark_of(error.mark), "this is no YAML: " + error.msg);
  }
}

}  // namespace collector
