#include "parse/document_text.h"

#include <algorithm>
#include <utility>

namespace collector {

void DocumentText::begin(Encoding encoding) {
  encoding_ = std::move(encoding);
  named_ = encoding_.name;
  if (!encoding_.is_utf8()) decoder_.emplace(encoding_);
}

void DocumentText::watch(std::string_view bytes) {
  if (decoder_) check_.push(bytes);
  if (encoding_.name == "us-ascii") damaged_ = damaged_ || !is_ascii(bytes);
}

std::string DocumentText::preview(std::string_view head) const {
  head.remove_prefix(std::min(mark(), head.size()));
  if (encoding_.is_utf8()) return std::string(head);
  return Decoder(encoding_).decode(head, Decoder::More::Follows);
}

std::string_view DocumentText::decode(std::string_view bytes, Decoder::More more) {
  if (!decoder_) return bytes;
  decoded_ = decoder_->decode(bytes, more);
  damaged_ = damaged_ || decoder_->damaged();
  return decoded_;
}

std::string_view DocumentText::whole(std::string_view bytes, std::string& mended) {
  bytes.remove_prefix(std::min(mark(), bytes.size()));
  if (encoding_.is_utf8() && is_utf8(bytes)) return bytes;
  if (encoding_.is_utf8()) {
    mended = bytes;
    damaged_ = mend_utf8(mended, encoding_) || damaged_;
  } else {
    Decoder decoder(encoding_);
    mended = decoder.decode(bytes, Decoder::More::Last);
    damaged_ = decoder.damaged() || damaged_;
  }
  return mended;
}

void DocumentText::take_as_utf8() {
  encoding_.name = "utf-8";
  encoding_.converter.clear();
  decoder_.reset();
  damaged_ = false;
}

void DocumentText::report(RawFeed& feed) const {
  feed.encoding = encoding_.name;
  feed.bozo = feed.bozo || damaged_;
  if (encoding_.name != named_) {
    feed.warnings.push_back("it is not " + named_ + " and is read as " + encoding_.name);
  } else if (damaged_) {
    feed.warnings.push_back("bytes that are no " + named_ + " are replaced");
  }
}

}  // namespace collector
