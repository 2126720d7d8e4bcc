#include "normalise/date_pieces.h"

#include "core/text.h"
#include "core/utf8.h"
#include "normalise/date_words.h"

#include <algorithm>

namespace collector {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

// Korean has no other zone, and its sites leave it out.
constexpr minutes kKoreanZone = hours{9};
// RFC 5322 section 4.3: a zone that nobody knows counts as UTC; longer words are no zones.
constexpr std::size_t kMaxZoneLetters = 5;

bool is_hangul(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return first >= 0xEA && first <= 0xED;
}

class Lexer {
 public:
  explicit Lexer(std::string_view text) : text_(text) {}

  std::optional<DatePieces> run() {
    while (at_ < text_.size()) {
      if (!step()) {
        return std::nullopt;
      }
    }
    if (korean_ && !found_.offset) {
      found_.offset = kKoreanZone;
    }
    return std::move(found_);
  }

 private:
  enum class Last { Start, Day, Time, Zone };

  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  [[nodiscard]] char before() const { return at_ > 0 ? text_[at_ - 1] : ' '; }

  [[nodiscard]] std::size_t digits_at(std::size_t place) const {
    std::size_t end = place;
    while (end < text_.size() && is_digit(text_[end])) {
      ++end;
    }
    return end - place;
  }

  bool step() {
    const char c = peek();
    if (is_digit(c)) {
      return number();
    }
    if (is_word_letter(c)) {
      return word();
    }
    if (c == '+' || c == '-' || c == kDash) {
      return sign();
    }
    if (c == '(' || c == '[') {  // a remark, or the zone's name once more (RFC 9557)
      at_ = std::min(text_.find(c == '(' ? ')' : ']', at_), text_.size() - 1) + 1;
      return true;
    }
    if (c == '/' || c == '.') {
      separator();
    }
    ++at_;
    return std::string_view(" \t\r\n,;/.'|").find(c) != std::string_view::npos;
  }

  void separator() {
    if (last_ == Last::Day && is_letter_or_digit(before()) && is_letter_or_digit(peek(1))) {
      found_.shape += peek();
    }
  }

  static bool is_letter_or_digit(char c) { return is_word_letter(c) || is_digit(c); }

  std::int64_t read(std::size_t length) {
    std::int64_t value = 0;
    for (; length > 0; --length) {
      value = value * 10 + (text_[at_++] - '0');
    }
    return value;
  }

  [[nodiscard]] bool day_is_whole() const { return found_.count == found_.values.size(); }

  /// Between hours and minutes: "17:08", and behind a whole day "17.08" and "17h08".
  [[nodiscard]] bool is_time_sign(char c) const {
    return c == ':' || ((c == '.' || c == 'h') && day_is_whole());
  }

  bool number() {
    const std::size_t length = digits_at(at_);
    const bool after_t = (before() == 'T' || before() == 't') && last_ == Last::Day;
    if (is_time_sign(peek(length)) && is_digit(peek(length + 1))) {
      return time(length);
    }
    if (after_t && length == 6) {
      const std::int64_t hour = read(2);
      const std::int64_t minute = read(2);
      return set_time(hour, minute, read(2));
    }
    const char* kinds = "?nn?yllllllllll";  // by length; three digits are no part of a date
    if (length > 14 || kinds[length] == '?' || !add(kinds[length], read(length))) {
      return false;
    }
    last_ = Last::Day;
    return true;
  }

  bool add(char kind, std::int64_t value) {
    if (day_is_whole()) {
      return false;
    }
    found_.shape += kind;
    found_.values[found_.count++] = value;
    return true;
  }

  void drop_first() {
    found_.shape.erase(0, 1);
    std::ranges::rotate(found_.values, found_.values.begin() + 1);
    --found_.count;
  }

  /// At the hour of "17:08", "5:08:09" or "17:08:09.123".
  bool time(std::size_t hour_digits) {
    if (hour_digits > 2 || found_.time) {
      return false;
    }
    const std::int64_t hour = read(hour_digits);
    const char sign = peek();
    std::array<std::int64_t, 2> rest{};
    for (std::int64_t& value : rest) {
      const std::size_t length = peek() == sign ? digits_at(at_ + 1) : 0;
      has_seconds_ = length > 0;
      if (length == 0) {
        break;
      }
      ++at_;
      value = read(std::min<std::size_t>(length, 2));
    }
    if ((peek() == '.' || peek() == ',') && is_digit(peek(1))) {
      at_ += 1 + digits_at(at_ + 1);
    }
    return set_time(hour, rest[0], rest[1]);
  }

  bool set_time(std::int64_t hour, std::int64_t minute, std::int64_t second) {
    const bool day_is_over = hour == 24 && minute == 0 && second == 0;
    if ((hour > 23 && !day_is_over) || minute > 59 || second > 60) {
      return false;
    }
    found_.time = hours{hour} + minutes{minute} + seconds{second};
    if (last_ == Last::Zone) {
      found_.offset.reset();  // it was no zone: "June 22 at 01:11"
    }
    last_ = Last::Time;
    return true;
  }

  /// "+0100", "-07:00", "+02" behind a time or a zone's name; else a separator or a dash. A
  /// dash, or a minus that a blank parts from its digits, may stand between two hours: not
  /// behind seconds, and not before four digits where the year is known.
  bool sign() {
    const std::size_t digits = std::min(text_.find_first_not_of(' ', at_ + 1), text_.size());
    const std::size_t length = digits_at(digits);
    const bool has_colon = text_.substr(digits + length).starts_with(':');
    const bool is_close = digits == at_ + 1 && peek() != kDash;
    const bool is_no_span =
        is_close || peek() == '+' || (day_is_whole() && (has_seconds_ || length == 4));
    const bool behind_time = (last_ == Last::Time || last_ == Last::Zone) && is_no_span;
    const bool behind_day =
        last_ == Last::Day && before() == ' ' && is_close && (length == 4 || has_colon);
    if (length > 0 && (behind_time || behind_day)) {
      const int direction = peek() == '+' ? 1 : -1;
      at_ = digits;
      return offset(direction, length, has_colon);
    }
    if (peek() == '-' && last_ == Last::Day && before() != ' ' && peek(1) != ' ') {
      found_.shape += '-';
    }
    ++at_;
    return true;
  }

  bool offset(int direction, std::size_t length, bool has_colon) {
    if (length > 4 || length == 3) {
      return false;
    }
    minutes size = hours{read(std::min<std::size_t>(length, 2))};
    if (length == 4) {
      size += minutes{read(2)};
    } else if (has_colon) {
      ++at_;
      size += minutes{read(std::min<std::size_t>(digits_at(at_), 2))};
    }
    if (size >= hours{24}) {
      size = minutes{0};  // no zone of the earth: like one that nobody knows
    }
    if (!offset_is_number_) {
      found_.offset = direction * size;
    }
    offset_is_number_ = true;
    last_ = Last::Zone;
    return true;
  }

  /// Letters, dots between letters ("p.m"), and the rest of a zone's path ("Etc/GMT").
  std::string_view cut_word() {
    const std::size_t start = at_;
    while (is_word_letter(peek()) ||
           ((peek() == '.' || peek() == '/' || peek() == '_') && is_word_letter(peek(1)))) {
      ++at_;
    }
    return text_.substr(start, at_ - start);
  }

  bool word() {
    const std::string_view written = cut_word();
    korean_ = korean_ || is_hangul(written);
    const auto known = find_date_word(lower_utf8(written));
    return known ? take(*known) : take_unknown(written);
  }

  bool take(const DateWord& word) {
    switch (word.kind) {
      case DateWordKind::Month:
        if (found_.shape.starts_with('m')) {
          drop_first();  // it was a day: "mar., 01 déc. 2020"
        }
        last_ = Last::Day;
        return add('m', word.value);
      case DateWordKind::Weekday:
        found_.weekday = word.value;
        return true;
      case DateWordKind::HalfDay:
        found_.half_day = word.value;
        return true;
      case DateWordKind::Zone:
        if (!found_.offset) {
          found_.offset = minutes{word.value};
        }
        last_ = Last::Zone;
        return true;
      case DateWordKind::Filler:
        return true;
    }
    return true;
  }

  bool take_unknown(std::string_view word) {
    if (found_.count == 0 && !found_.time) {
      return true;  // the weekday in a language that the table lacks
    }
    if (word.find('/') != std::string_view::npos) {
      found_.zone_name = word;
      return true;
    }
    const bool zone_like =
        found_.time && word.size() <= kMaxZoneLetters &&
        std::ranges::all_of(word, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (zone_like && !found_.offset) {
      found_.offset = minutes{0};
    }
    return zone_like;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  Last last_ = Last::Start;
  bool korean_ = false;
  bool has_seconds_ = false;
  bool offset_is_number_ = false;
  DatePieces found_;
};

}  // namespace

std::optional<DatePieces> take_date_apart(std::string_view text) {
  return Lexer(text).run();
}

}  // namespace collector
