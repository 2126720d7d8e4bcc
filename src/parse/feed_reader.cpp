#include "parse/feed_reader.h"

#include "core/error.h"
#include "core/text.h"
#include "parse/calendar_text.h"
#include "parse/document_text.h"
#include "parse/html_names.h"
#include "parse/icalendar.h"
#include "parse/json_feed.h"
#include "parse/refusal.h"
#include "parse/repair.h"
#include "parse/xml_reading.h"

#include <algorithm>
#include <utility>

namespace collector {

namespace {

enum class Syntax { Xml, Json, Calendar };

Syntax syntax_of(std::string_view head) {
  const std::string_view start = trimmed(head).substr(0, 1);
  if (start == "{" || start == "[") return Syntax::Json;
  return looks_like_icalendar(head) ? Syntax::Calendar : Syntax::Xml;
}

std::string place_and(int line, int column, const std::string& what) {
  return std::to_string(line) + ":" + std::to_string(column) + ": " + what;
}

}  // namespace

class FeedReader::Impl {
 public:
  Impl(std::string_view content_type, Again again)
      : content_type_(content_type), again_(std::move(again)) {}

  void feed(std::string_view bytes);
  std::vector<RawEntry> take_entries();
  RawFeed finish();

  [[nodiscard]] bool taken_are_void() const { return taken_ && anew_; }

 private:
  void begin();
  [[nodiscard]] bool keeps_nothing() const;
  void push_pending(std::size_t least);
  std::size_t push_chunks(std::string_view bytes, std::size_t least);
  void drop_pushed();
  void begin_as_utf8();
  void have_bytes();
  std::string_view as_utf8(std::string& mended);
  RawFeed finish_document();
  RawFeed finish_json();
  RawFeed finish_xml();
  RawFeed read_anew();
  RawFeed read_repaired(const XmlReport& first, const std::string& root);
  [[noreturn]] static void refuse(std::string_view document, const XmlReport& report,
                                  const std::string& root);

  std::string content_type_;
  Again again_;
  std::string bytes_;     // of the document: all of it, or after drop_pushed() its rest
  bool dropped_ = false;  // bytes_ lacks the beginning
  bool begun_ = false;
  Syntax syntax_ = Syntax::Xml;
  DocumentText text_;
  std::size_t pushed_ = 0;  // bytes that strict_ has seen
  std::unique_ptr<XmlReading> strict_;
  bool taken_ = false;  // entries, by the caller
  bool anew_ = false;   // the document was read a second time
};

void FeedReader::Impl::feed(std::string_view bytes) {
  if (begun_) text_.watch(bytes);
  if (keeps_nothing() && bytes_.empty()) {
    const std::size_t pushed = push_chunks(bytes, kChunkBytes);
    dropped_ = dropped_ || pushed > 0;
    bytes.remove_prefix(pushed);
  }
  bytes_.append(bytes);
  if (!begun_ && bytes_.size() >= kHeadBytes) begin();
  if (!begun_) return;
  push_pending(kChunkBytes);
  if (keeps_nothing()) drop_pushed();
}

std::vector<RawEntry> FeedReader::Impl::take_entries() {
  if (strict_ == nullptr) return {};
  std::vector<RawEntry> entries = strict_->take_ended();
  taken_ = taken_ || !entries.empty();
  return entries;
}

/// What was pushed can be had again.
bool FeedReader::Impl::keeps_nothing() const {
  return begun_ && again_ != nullptr;
}

void FeedReader::Impl::drop_pushed() {
  bytes_.erase(0, pushed_);
  dropped_ = dropped_ || pushed_ > 0;
  pushed_ = 0;
}

/// Enough has come to know what this is.
void FeedReader::Impl::begin() {
  begun_ = true;
  const std::string_view head = std::string_view(bytes_).substr(0, kHeadBytes);
  text_.begin(detect_encoding(head, content_type_));
  text_.watch(bytes_);
  pushed_ = text_.mark();
  syntax_ = syntax_of(text_.preview(head));
  if (syntax_ == Syntax::Xml) strict_ = std::make_unique<XmlReading>();
}

/// Hands on what waits, in whole chunks, so that the caller's own pieces make no difference.
void FeedReader::Impl::push_pending(std::size_t least) {
  pushed_ += push_chunks(std::string_view(bytes_).substr(pushed_), least);
}

/// Gives back how many bytes are done with: all that nobody reads before the document's end.
/// `least` is that of a chunk; 0: these are the last.
std::size_t FeedReader::Impl::push_chunks(std::string_view bytes, std::size_t least) {
  std::size_t pushed = 0;
  while (pushed < bytes.size() && bytes.size() - pushed >= least) {
    if (strict_ == nullptr || strict_->stopped()) return bytes.size();
    const std::string_view chunk = bytes.substr(pushed, kChunkBytes);
    pushed += chunk.size();
    const bool last = least == 0 && pushed == bytes.size();
    strict_->push(text_.decode(chunk, last ? Decoder::More::Last : Decoder::More::Follows));
  }
  return pushed;
}

RawFeed FeedReader::Impl::finish() {
  if (!begun_) begin();
  push_pending(0);
  if (text_.is_misnamed()) begin_as_utf8();
  RawFeed feed = finish_document();
  text_.report(feed);
  return feed;
}

/// The encoding that was named is not the one that the bytes are in.
void FeedReader::Impl::begin_as_utf8() {
  text_.take_as_utf8();
  if (syntax_ != Syntax::Xml) return;
  anew_ = true;
  std::string mended;
  strict_ = std::make_unique<XmlReading>();
  strict_->push_whole(as_utf8(mended));
}

RawFeed FeedReader::Impl::finish_document() {
  if (syntax_ == Syntax::Xml) return finish_xml();
  if (syntax_ == Syntax::Json) return finish_json();
  RawFeed feed;
  have_bytes();
  if (text_.claims_utf8()) bytes_ = unfolded(bytes_);
  std::string mended;
  read_icalendar(as_utf8(mended), feed);
  return feed;
}

void FeedReader::Impl::have_bytes() {
  if (std::exchange(dropped_, false)) bytes_ = again_();
}

/// The whole document as valid UTF-8: itself where it is that already, else what becomes of it
/// in `mended`, and the bytes are given up.
std::string_view FeedReader::Impl::as_utf8(std::string& mended) {
  have_bytes();
  const std::string_view text = text_.whole(bytes_, mended);
  if (text.data() == mended.data()) std::string().swap(bytes_);
  return text;
}

RawFeed FeedReader::Impl::finish_json() {
  std::string mended;
  const std::string_view text = as_utf8(mended);
  RawFeed feed;
  const JsonReport report = read_json_feed(text, feed);
  const std::string_view read = text.substr(0, report.offset);
  const auto line = 1 + std::count(read.begin(), read.end(), '\n');
  const std::size_t line_start = read.rfind('\n') + 1;  // npos + 1 is 0
  const auto column = std::max<std::size_t>(read.size() - line_start, 1);
  if (!report.is_feed) {
    throw ParseError(place_and(static_cast<int>(line), static_cast<int>(column),
                               report.failed ? report.failure : describe_refused(text, {})));
  }
  if (report.failed) {
    feed.bozo = feed.truncated = true;
    feed.warnings.push_back("line " + std::to_string(line) + ": " + report.failure);
  }
  return feed;
}

RawFeed FeedReader::Impl::finish_xml() {
  const XmlReport report = strict_->end();
  const std::string root = strict_->root();
  if (!report.failed && strict_->is_feed()) {
    RawFeed feed = strict_->conclude();
    if (taken_ && strict_->outdated()) return read_anew();
    return feed;
  }
  // Pieces of HTML may stand before the feed: messages of a server that was not well.
  std::string mended;
  if (!report.failed && !is_html_element(root)) refuse(as_utf8(mended), report, root);
  strict_.reset();
  return read_repaired(report, root);
}

/// A well-formed document that says at its end what its entries should have known.
RawFeed FeedReader::Impl::read_anew() {
  anew_ = true;
  std::string mended;
  XmlReading second;
  second.push_whole(as_utf8(mended));
  return second.conclude();
}

RawFeed FeedReader::Impl::read_repaired(const XmlReport& first, const std::string& root) {
  std::string mended;
  const std::string_view document = as_utf8(mended);
  Repaired repaired = repair_xml(document);
  anew_ = true;
  XmlReading second;
  second.push_whole(repaired.xml);
  RawFeed feed = second.conclude();
  if (!second.is_feed()) refuse(document, first, root);
  feed.bozo = true;
  feed.truncated =
      feed.truncated || repaired.cut_off || (second.end().failed && !repaired.cut_off);
  std::vector<std::string> warnings;
  if (first.failed) {
    warnings.push_back("line " + std::to_string(first.line) + ": " + first.failure);
  }
  add_warnings(warnings, repaired.warnings);
  add_warnings(warnings, feed.warnings);
  feed.warnings = std::move(warnings);
  return feed;
}

void FeedReader::Impl::refuse(std::string_view document, const XmlReport& report,
                              const std::string& root) {
  throw ParseError(place_and(std::max(report.line, 1), std::max(report.column, 1),
                             describe_refused(document, root)));
}

FeedReader::FeedReader(std::string_view content_type, Again again)
    : impl_(std::make_unique<Impl>(content_type, std::move(again))) {}

FeedReader::~FeedReader() = default;
FeedReader::FeedReader(FeedReader&&) noexcept = default;
FeedReader& FeedReader::operator=(FeedReader&&) noexcept = default;

void FeedReader::feed(std::string_view bytes) {
  impl_->feed(bytes);
}

std::vector<RawEntry> FeedReader::take_entries() {
  return impl_->take_entries();
}

bool FeedReader::taken_are_void() const {
  return impl_->taken_are_void();
}

RawFeed FeedReader::finish() {
  return impl_->finish();
}

RawFeed read_feed(std::string_view document, std::string_view content_type) {
  FeedReader reader(content_type);
  reader.feed(document);
  return reader.finish();
}

}  // namespace collector
