#include "parse/repair.h"

#include "parse/html_names.h"
#include "parse/limits.h"
#include "parse/repair_text.h"
#include "parse/xml_chars.h"

#include <algorithm>
#include <utility>

namespace collector {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool same_letters(std::string_view a, std::string_view b) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](char x, char y) { return lower(x) == lower(y); });
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.rfind(':');
  return colon == npos ? name : name.substr(colon + 1);
}

/// The elements that feeds begin with.
bool is_feed_root(std::string_view name) {
  const std::string_view local = local_name(name);
  return same_letters(local, "rss") || same_letters(local, "rdf") ||
         same_letters(local, "feed") || same_letters(local, "xep-infos");
}

class Repairer {
 public:
  explicit Repairer(std::string_view document) : in_(document) { out_.reserve(in_.size()); }

  Repaired run();

 private:
  // what stands at pos_
  void step();
  void text();
  void cdata();
  void comment();
  void doctype();
  void instruction();
  void start_tag();
  void end_tag();
  void stray_end_tag(std::string_view name);

  void attributes(bool& empty_element);
  std::string_view attribute_value();
  std::string_view name();
  void open(std::string_view name);
  void close_down_to(std::size_t level);
  [[nodiscard]] std::size_t level_of(std::string_view name) const;

  [[nodiscard]] std::size_t start_of_feed() const;

  [[nodiscard]] bool at(std::string_view start) const {
    return in_.substr(pos_, start.size()) == start;
  }

  [[nodiscard]] bool at_end() const { return pos_ >= in_.size(); }

  std::size_t past(std::string_view end, std::size_t from) const;
  void skip_space();
  void warn(std::string_view words);

  std::string_view in_;
  std::size_t pos_ = 0;
  std::string out_;
  std::string_view doctype_;
  std::vector<std::string_view> open_;  // names of the elements that are open
  bool leaf_ = false;                   // the innermost one has held nothing but text so far
  bool done_ = false;                   // the first element has ended
  bool cut_off_ = false;
  std::vector<std::string> warnings_;
  std::size_t line_ = 1;
  std::size_t counted_to_ = 0;
};

Repaired Repairer::run() {
  pos_ = start_of_feed();
  if (pos_ != 0) warn("what stands before the feed is left out");
  while (!at_end() && !done_ && open_.size() <= kMaxDepth)
    step();
  cut_off_ = cut_off_ || !open_.empty();
  if (done_ &&
      !std::all_of(in_.begin() + static_cast<std::ptrdiff_t>(pos_), in_.end(), is_xml_space)) {
    warn("what stands after the end is left out");
  }
  if (cut_off_) warn("the document ends too early");
  return {std::move(out_), std::move(warnings_), cut_off_};
}

/// A prolog of its own is kept; before anything else the feed's first element is looked for.
std::size_t Repairer::start_of_feed() const {
  const std::size_t first = in_.find_first_not_of(" \t\r\n\f\v");
  if (first == npos) return in_.size();
  const std::string_view start = in_.substr(first, 2);
  if (start == "<?" || start == "<!") return first;
  for (std::size_t tag = in_.find('<'); tag != npos; tag = in_.find('<', tag + 1)) {
    const std::string_view rest = in_.substr(tag + 1, 64);
    if (rest.substr(0, 5) == "?xml ") return tag;
    const auto end = std::find_if_not(rest.begin(), rest.end(), is_name_char);
    if (is_feed_root({rest.begin(), end})) return tag;
  }
  return first;
}

void Repairer::step() {
  if (in_[pos_] != '<') return text();
  if (at("<![CDATA[")) return cdata();
  if (at("<!--")) return comment();
  if (at("<!")) return doctype();
  if (at("<?")) return instruction();
  const bool ends = at("</");
  const std::size_t letter = pos_ + (ends ? 2 : 1);
  if (letter < in_.size() && is_name_start(in_[letter])) return ends ? end_tag() : start_tag();
  if (!open_.empty()) out_ += "&lt;";
  warn("a \"<\" that opens no tag is taken as text");
  ++pos_;
}

// ---- text ----

void Repairer::text() {
  const std::size_t end = std::min(in_.find('<', pos_), in_.size());
  if (!open_.empty() && !append_text(in_.substr(pos_, end - pos_), doctype_, out_)) {
    warn("stray \"&\" or control characters are mended");
  }
  pos_ = end;
}

void Repairer::cdata() {
  const std::size_t start = pos_ + 9;
  const std::size_t end = in_.find("]]>", start);
  if (end == npos) {
    pos_ = in_.size();
    cut_off_ = true;
    return;
  }
  if (!open_.empty()) append_cdata(in_.substr(start, end - start), out_);
  pos_ = end + 3;
}

// ---- what says nothing ----

std::size_t Repairer::past(std::string_view end, std::size_t from) const {
  const std::size_t found = in_.find(end, from);
  return found == npos ? in_.size() : found + end.size();
}

void Repairer::comment() {
  pos_ = past("-->", pos_ + 4);
}

void Repairer::instruction() {
  pos_ = past("?>", pos_ + 2);
}

/// Kept before the feed, for the entities it declares.
void Repairer::doctype() {
  const std::size_t bracket = in_.find_first_of("[>", pos_);
  const bool has_subset = bracket != npos && in_[bracket] == '[';
  const std::size_t end = has_subset ? past("]", bracket) : pos_;
  const std::size_t after = past(">", end);
  const bool is_first = open_.empty() && doctype_.empty() && at("<!DOCTYPE");
  if (is_first && after < in_.size()) {
    doctype_ = in_.substr(pos_, after - pos_);
    if (has_subset) out_ += doctype_;
  }
  pos_ = after;
}

// ---- tags ----

std::string_view Repairer::name() {
  const std::size_t start = pos_;
  while (!at_end() && is_name_char(in_[pos_]))
    ++pos_;
  return in_.substr(start, pos_ - start);
}

void Repairer::skip_space() {
  while (!at_end() && (is_xml_space(in_[pos_]) || is_control(in_[pos_])))
    ++pos_;
}

void Repairer::start_tag() {
  const std::size_t tag_start = out_.size();
  ++pos_;
  const std::string_view tag = name();
  // An item that begins inside another one: the end of the first is missing.
  const bool is_entry = tag == "item" || tag == "entry";
  const std::size_t twin = is_entry ? level_of(tag) : npos;
  if (twin != npos) {
    warn("the end of <" + std::string(tag) + "> is missing");
    close_down_to(twin);
  }
  const std::size_t body = twin == npos ? tag_start : out_.size();
  out_ += '<';
  out_ += tag;
  bool empty_element = false;
  attributes(empty_element);
  if (at_end() && in_.back() != '>') {
    out_.resize(body);
    cut_off_ = true;
    return;
  }
  out_ += '>';
  open(tag);
  // Nothing ever stands inside these, whether they are closed or not.
  const bool is_void = is_void_html(tag) || tag == "enclosure";
  if (empty_element || is_void) close_down_to(open_.size() - 1);
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

void Repairer::attributes(bool& empty_element) {
  std::vector<std::string_view> seen;
  for (;;) {
    skip_space();
    if (at_end() || in_[pos_] == '<') return;
    if (in_[pos_] == '>') {
      ++pos_;
      return;
    }
    if (!is_name_start(in_[pos_])) {
      empty_element = in_[pos_] == '/' && at("/>");
      ++pos_;
      continue;
    }
    const std::string_view key = name();
    skip_space();
    const bool has_value = !at_end() && in_[pos_] == '=';
    const std::string_view value = has_value ? attribute_value() : key;
    if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
    if (seen.size() < kMaxListLength) seen.push_back(key);
    out_ += ' ';
    out_ += key;
    out_ += "=\"";
    append_attribute(value, doctype_, out_);
    out_ += '"';
  }
}

std::string_view Repairer::attribute_value() {
  ++pos_;
  skip_space();
  if (at_end()) return {};
  const char quote = in_[pos_];
  if (quote == '"' || quote == '\'') {
    const std::size_t start = pos_ + 1;
    const std::size_t end = in_.find(quote, start);
    if (end != npos) {
      pos_ = end + 1;
      return in_.substr(start, end - start);
    }
    ++pos_;
  }
  const std::size_t start = pos_;
  pos_ = std::min(in_.find_first_of(" \t\r\n>", pos_), in_.size());
  if (pos_ > start && at(">") && in_[pos_ - 1] == '/') --pos_;
  return in_.substr(start, pos_ - start);
}

std::size_t Repairer::level_of(std::string_view name) const {
  for (std::size_t level = open_.size(); level-- > 0;)
    if (same_letters(open_[level], name)) return level;
  return npos;
}

void Repairer::end_tag() {
  pos_ += 2;
  const std::string_view tag = name();
  const std::size_t end = in_.find_first_of("<>", pos_);
  pos_ = end == npos ? in_.size() : end + (in_[end] == '>' ? 1 : 0);
  const std::size_t level = level_of(tag);
  if (level == npos) return stray_end_tag(tag);
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
  const auto from =
      in_.begin() + static_cast<std::ptrdiff_t>(std::min(counted_to_, in_.size()));
  const auto to = in_.begin() + static_cast<std::ptrdiff_t>(std::min(pos_, in_.size()));
  if (from < to) {
    line_ += static_cast<std::size_t>(std::count(from, to, '\n'));
    counted_to_ = pos_;
  }
  warnings_.push_back("line " + std::to_string(line_) + ": " + std::string(words));
}

}  // namespace

Repaired repair_xml(std::string_view document) {
  return Repairer(document).run();
}

}  // namespace collector
