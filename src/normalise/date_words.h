// The words that dates are written with: months, days and zones, in many languages. One table
// and a way to look into it; what words mean together is date.cpp's part.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace collector {

enum class DateWordKind {
  Month,    // value: 1…12
  Weekday,  // value: 0 Sunday … 6 Saturday
  HalfDay,  // value: hours to add, 0 or 12
  Zone,     // value: minutes east of UTC
  Filler,   // says nothing: "th", "at", "de", "T"
};

struct DateWord {
  DateWordKind kind = DateWordKind::Filler;
  int value = 0;
};

/// `word` is lower-case UTF-8 without a closing dot. Nothing when no table knows it.
std::optional<DateWord> find_date_word(std::string_view word);

}  // namespace collector
