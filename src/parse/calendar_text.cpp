#include "parse/calendar_text.h"

#include "core/text.h"
#include "core/utf8.h"

#include <algorithm>
#include <cctype>

namespace collector {

namespace {

constexpr std::size_t kLongestLine = 16 * 1024;  // unfolded; a long description has 5 KB
constexpr std::size_t kLargestBlock = 64 * 1024;
constexpr std::size_t kMostBlocks = 10'000;
constexpr std::size_t kMostZones = 500;  // libical looks each of them up from the first on
constexpr int kDeepest = 3;              // calendar, time zone, its summer

/// A content line of RFC 5545: what was folded is one line again.
std::string take_content_line(std::string_view& rest) {
  std::string line;
  bool more = true;
  while (more) {
    const std::string_view piece = without_return(take_line(rest));
    line += piece.substr(0, kLongestLine - std::min(line.size(), kLongestLine));
    more = !rest.empty() && (rest.front() == ' ' || rest.front() == '\t');
    if (more) rest.remove_prefix(1);
  }
  return line.size() < kLongestLine ? line : valid_utf8(line);
}

/// "BEGIN:VEVENT", as the standard writes what `line` may have in small letters or indented.
std::string mark_of(std::string_view line) {
  std::string mark(trimmed(line));
  std::ranges::transform(mark, mark.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return mark;
}

/// Goes through a document line by line.
class Sieve {
 public:
  void line(const std::string& line) {
    const std::string mark = line.size() < 64 ? mark_of(line) : std::string();
    if (mark.starts_with("BEGIN:")) {
      begin(mark, mark.substr(6));
    } else if (mark.starts_with("END:")) {
      end(mark);
    } else if (depth_ == 1) {
      made_.text += line + "\r\n";
    } else if (depth_ > 1) {
      keep(line);
    }
  }

  CalendarText finish() && {
    made_.cut_off = depth_ > 0;
    if (made_.cut_off) made_.text += "END:VCALENDAR\r\n";
    if (left_out_ > 0)
      made_.warnings.push_back("events that are too large or too many, and left out: " +
                               std::to_string(left_out_));
    return std::move(made_);
  }

 private:
  void begin(const std::string& mark, const std::string& name) {
    ++depth_;
    if (depth_ == 1) made_.text += mark + "\r\n";
    if (depth_ == 2) {
      block_.clear();
      name_ = name;
    }
    if (depth_ > 1) keep(mark);
  }

  void end(const std::string& mark) {
    if (depth_ == 0) return;
    if (depth_ > 1) keep(mark);
    --depth_;
    if (depth_ == 0) made_.text += "END:VCALENDAR\r\n";
    if (depth_ == 1) flush();
  }

  /// What is nested in an event, such as an alarm, says nothing of its days.
  void keep(const std::string& line) {
    const bool wanted = name_ == "VEVENT" ? depth_ == 2 : depth_ <= kDeepest;
    if (wanted && block_.size() <= kLargestBlock) block_ += line + "\r\n";
  }

  void flush() {
    if (name_ != "VEVENT" && name_ != "VTIMEZONE") return;
    const bool is_zone = name_ == "VTIMEZONE";
    if (block_.size() > kLargestBlock || blocks_ == kMostBlocks ||
        (is_zone && zones_ == kMostZones)) {
      ++left_out_;
      return;
    }
    ++blocks_;
    zones_ += is_zone ? 1 : 0;
    made_.text += block_;
  }

  CalendarText made_;
  int depth_ = 0;
  std::string name_;   // of the block that is open
  std::string block_;  // what of it has come
  std::size_t blocks_ = 0;
  std::size_t zones_ = 0;
  std::size_t left_out_ = 0;
};

}  // namespace

std::string unfolded(std::string_view document) {
  std::string lines;
  lines.reserve(document.size());
  while (!document.empty())
    lines.append(take_content_line(document)).append("\r\n");
  return lines;
}

CalendarText calendar_text(std::string_view document) {
  Sieve sieve;
  while (!document.empty())
    sieve.line(take_content_line(document));
  return std::move(sieve).finish();
}

}  // namespace collector
