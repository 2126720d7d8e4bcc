#include "parse/repair.h"

#include "core/text.h"
#include "parse/html_names.h"
#include "parse/limits.h"
#include "parse/markup_cursor.h"
#include "parse/repair_text.h"
#include "parse/xml_chars.h"

#include <algorithm>
#include <utility>

namespace collector {

namespace {

constexpr std::size_t kNowhere = std::string_view::npos;
constexpr std::string_view kCdataStart = "<![CDATA[";  // in any case

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == kNowhere ? name : name.substr(colon + 1);
}

/// The elements that feeds begin with.
bool is_feed_root(std::string_view name) {
  const std::string_view local = local_name(name);
  return equal_ignoring_case(local, "rss") || equal_ignoring_case(local, "rdf") ||
         equal_ignoring_case(local, "feed") || equal_ignoring_case(local, "xep-infos");
}

bool holds_items(std::string_view name) {
  const std::string_view local = local_name(name);
  return is_feed_root(name) || equal_ignoring_case(local, "channel") ||
         equal_ignoring_case(local, "items");
}

/// In one that holds them; the other name may stand in what an item says.
std::string_view name_of_items(std::string_view holder) {
  return equal_ignoring_case(local_name(holder), "feed") ? "entry" : "item";
}

/// A prolog of its own is kept; before anything else the feed's first element is looked for.
std::size_t start_of_feed(std::string_view in) {
  const std::size_t first = in.find_first_not_of(" \t\r\n\f\v");
  if (first == kNowhere) return in.size();
  const std::string_view start = in.substr(first, 2);
  if (start == "<?" || start == "<!") return first;
  for (std::size_t tag = in.find('<'); tag != kNowhere; tag = in.find('<', tag + 1)) {
    const std::string_view rest = in.substr(tag + 1, 64);
    if (rest.substr(0, 5) == "?xml ") return tag;
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_name_char);
    if (is_feed_root({rest.begin(), end})) return tag;
  }
  return first;
}

class Repairer {
 public:
  explicit Repairer(std::string_view document) : in_(document) {
    out_.reserve(document.size());
  }

  Repaired run();

 private:
  // what stands at the cursor
  [[nodiscard]] bool declaration_is_open() const;
  void step();
  void text();
  void cdata();
  void comment();
  void pass_over(std::string_view start, std::string_view end);
  void doctype();
  void start_tag();
  void end_tag();
  void stray_end_tag(std::string_view name);

  /// Copies the attributes, each once. True: the tag closes itself.
  bool attributes();
  void close_before_item(std::string_view tag);
  void open(std::string_view name);
  void close_down_to(std::size_t level);
  [[nodiscard]] std::size_t level_of(std::string_view name) const;
  void warn(std::string_view words);

  MarkupCursor in_;
  std::string out_;
  std::string_view doctype_;
  std::vector<std::string_view> open_;  // names of the elements that are open
  bool leaf_ = false;                   // the innermost one has held nothing but text so far
  bool done_ = false;                   // the first element has ended
  bool cut_off_ = false;
  std::vector<std::string> warnings_;
};

Repaired Repairer::run() {
  const std::size_t start = start_of_feed(in_.rest());
  in_.advance(start);
  if (start != 0) warn("what stands before the feed is left out");
  if (declaration_is_open()) in_.take_past(">");
  while (!in_.at_end() && !done_ && open_.size() <= kMaxDepth)
    step();
  cut_off_ = cut_off_ || !open_.empty();
  const std::string_view rest = in_.rest();
  if (done_ && !std::all_of(rest.begin(), rest.end(), is_xml_space)) {
    warn("what stands after the end is left out");
  }
  if (cut_off_) warn("the document ends too early");
  return {std::move(out_), std::move(warnings_), cut_off_};
}

bool Repairer::declaration_is_open() const {
  const std::string_view tag = in_.rest().substr(0, in_.rest().find('>'));
  return in_.at("<?xml ") && !tag.ends_with('?');
}

void Repairer::step() {
  if (!in_.at("<")) return text();
  if (starts_ignoring_case(in_.rest(), kCdataStart)) return cdata();
  if (in_.at("<!--")) return comment();
  if (in_.at("<!")) return doctype();
  if (in_.at("<?")) return pass_over("<?", "?>");
  const bool ends = in_.at("</");
  if (is_name_start(in_.peek(ends ? 2 : 1))) return ends ? end_tag() : start_tag();
  if (!open_.empty()) out_ += "&lt;";
  warn("a \"<\" that opens no tag is taken as text");
  in_.advance(1);
}

void Repairer::text() {
  const std::string_view rest = in_.rest();
  const std::string_view piece = rest.substr(0, rest.find('<'));
  if (!open_.empty() && !append_text(piece, doctype_, out_)) {
    warn("stray \"&\" or control characters are mended");
  }
  in_.advance(piece.size());
}

void Repairer::cdata() {
  in_.advance(kCdataStart.size());
  if (in_.rest().find("]]>") == kNowhere) {
    in_.advance(in_.rest().size());
    cut_off_ = true;
    return;
  }
  const std::string_view piece = in_.take_past("]]>");
  if (!open_.empty()) append_cdata(piece, out_);
}

/// One that has no end hides no more than its own words; the last one hides all, should the
/// document break off in it.
void Repairer::comment() {
  const std::string_view rest = in_.rest();
  const bool is_cut_off = !contains(rest.substr(1), "<!--") &&
                          (open_.empty() || !contains(rest, "</" + std::string(open_.front())));
  if (comment_has_end(rest) || is_cut_off) return pass_over("<!--", "-->");
  in_.advance(1);
  in_.take_until("<>");
}

void Repairer::pass_over(std::string_view start, std::string_view end) {
  in_.advance(start.size());
  in_.take_past(end);
}

/// Kept before the feed, for the entities it declares.
void Repairer::doctype() {
  const std::string_view start = in_.rest();
  const bool is_first = open_.empty() && doctype_.empty() && in_.at("<!DOCTYPE");
  in_.take_until("[>");
  const bool has_subset = in_.at("[");
  if (has_subset) in_.take_past("]");
  in_.take_past(">");
  if (!is_first || in_.at_end()) return;
  doctype_ = start.substr(0, start.size() - in_.rest().size());
  if (has_subset) out_ += doctype_;
}

void Repairer::start_tag() {
  in_.advance(1);
  const std::string_view tag = in_.take_name();
  close_before_item(tag);
  const std::size_t start = out_.size();
  out_ += '<';
  out_ += tag;
  const bool closes_itself = attributes();
  if (in_.at_end() && !in_.ends_with('>')) {
    out_.resize(start);
    cut_off_ = true;
    return;
  }
  out_ += '>';
  open(tag);
  // Nothing ever stands inside these, whether they are closed or not.
  const bool is_void = is_void_html(tag) || tag == "enclosure";
  if (closes_itself || is_void) close_down_to(open_.size() - 1);
}

/// An item that begins inside another one, or inside anything else that holds no items: the end
/// of that is missing.
void Repairer::close_before_item(std::string_view tag) {
  const auto holder = std::find_if(open_.rbegin(), open_.rend(), holds_items);
  if (holder == open_.rend() || tag != name_of_items(*holder)) return;
  const auto level = static_cast<std::size_t>(open_.rend() - holder);
  if (level == open_.size()) return;
  warn("the end of <" + std::string(open_[level]) + "> is missing");
  close_down_to(level);
}

void Repairer::open(std::string_view name) {
  open_.push_back(name);
  leaf_ = true;
}

void Repairer::close_down_to(std::size_t level) {
  while (open_.size() > level) {
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
    open_.pop_back();
  }
  leaf_ = false;
  done_ = open_.empty();
}

bool Repairer::attributes() {
  std::vector<std::string_view> seen;
  bool closes_itself = false;
  for (;;) {
    in_.skip_space();
    if (in_.at_end() || in_.at("<")) return closes_itself;
    if (in_.at(">")) {
      in_.advance(1);
      return closes_itself;
    }
    if (!is_name_start(in_.peek())) {
      closes_itself = in_.at("/>");
      in_.advance(1);
      continue;
    }
    const std::string_view key = in_.take_name();
    in_.skip_space();
    const std::string_view value = in_.at("=") ? in_.take_attribute_value() : key;
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
    if (seen.size() < kMaxListLength) seen.push_back(key);
    out_ += ' ';
    out_ += key;
    out_ += "=\"";
    append_attribute(value, doctype_, out_);
    out_ += '"';
  }
}

std::size_t Repairer::level_of(std::string_view name) const {
  for (std::size_t level = open_.size(); level-- > 0;)
    if (equal_ignoring_case(open_[level], name)) return level;
  return kNowhere;
}

void Repairer::end_tag() {
  in_.advance(2);
  const std::string_view tag = in_.take_name();
  in_.take_until("<>");
  if (in_.at(">")) in_.advance(1);
  const std::size_t level = level_of(tag);
  if (level == kNowhere) return stray_end_tag(tag);
  if (level + 1 != open_.size() || tag != open_.back()) {
    warn("the end tags before </" + std::string(tag) + "> do not fit");
  }
  close_down_to(level);
}

/// A misspelt end tag closes the text it stands after; one of HTML, or one with nothing to
/// close, is passed over.
void Repairer::stray_end_tag(std::string_view name) {
  warn("</" + std::string(name) + "> ends nothing");
  if (leaf_ && open_.size() > 2 && !is_html_element(name)) close_down_to(open_.size() - 1);
}

void Repairer::warn(std::string_view words) {
  if (warnings_.size() >= kMaxWarnings) return;
  warnings_.push_back("line " + std::to_string(in_.line()) + ": " + std::string(words));
}

}  // namespace

Repaired repair_xml(std::string_view document) {
  return Repairer(document).run();
}

}  // namespace collector
